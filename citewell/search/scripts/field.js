/* The field in the header: a combobox whose list holds the pages found (WAI-ARIA Authoring Practices, combobox). */

import { Asking } from "./asking.js"
import { element, linesOf, showCrisis, showMeant, told } from "./show.js"

const MOST = 5
const OPTION = { role: "option", tabindex: "-1", "aria-selected": "false", class: "search-result" }

/** Make the field search. `leave` closes the panel, `page` is the address of the page of the search. */
export const attach = (root, { page, leave }) => {
  const at = (name) => root.querySelector(`[data-search-${name}]`)
  const [output, status, crisis, meant, list, more] = ["output", "status", "crisis", "meant", "results", "more"].map(at)
  const field = root.querySelector("input")
  const form = field.form
  let active = -1

  const options = () => [...list.children]
  const isOpen = () => !output.hidden
  const pageOf = (question) => `${page}#q=${encodeURIComponent(question)}`

  const choose = (place) => {
    active = place
    options().forEach((option, number) => option.setAttribute("aria-selected", String(number === place)))
    const chosen = options()[place]
    if (chosen) {
      field.setAttribute("aria-activedescendant", chosen.id)
      chosen.scrollIntoView({ block: "nearest" })
    } else field.removeAttribute("aria-activedescendant")
  }

  const close = () => {
    output.hidden = true
    field.setAttribute("aria-expanded", "false")
    choose(-1)
  }

  const openList = () => {
    output.hidden = false
    field.setAttribute("aria-expanded", String(list.childElementCount > 0))
  }

  const link = (words, address) => element("a", { href: address }, words)

  const show = ({ question, typed, meant: taken, contacts, pages, number, isWhole }) => {
    const before = options()[active]?.href
    showCrisis(crisis, contacts)
    showMeant(meant, typed, taken, () => {
      asking.askAsTyped()
      field.focus()
    })
    list.replaceChildren(
      ...pages.map((found, place) =>
        element("a", { ...OPTION, id: `site-search-result-${place}`, href: found.to }, ...linesOf(found)),
      ),
    )
    list.hidden = !pages.length
    more.hidden = false
    more.replaceChildren(
      number > pages.length ? link(`All ${number} pages found`, pageOf(question)) : link("This site from A to Z", `${page}#all-pages`),
    )
    if (isWhole) status.textContent = told({ crisis: contacts.length, number, question })
    openList()
    choose(options().findIndex(({ href }) => href === before))
  }

  const fail = () => {
    status.textContent = "The search could not be loaded."
    more.hidden = false
    more.replaceChildren(link("Look through this site from A to Z", `${page}#all-pages`))
    list.replaceChildren()
    list.hidden = true
    openList()
  }

  const asking = new Asking(field, { place: output, show, fail, empty: close, most: () => MOST, filters: () => ({}) })

  const keys = {
    ArrowDown: () => (isOpen() ? choose(active + 1 < options().length ? active + 1 : 0) : asking.ask()),
    ArrowUp: () => (isOpen() ? choose(active > 0 ? active - 1 : options().length - 1) : asking.ask()),
    Escape: () => {
      if (isOpen()) close()
      else if (field.value) field.value = ""
      else leave()
    },
  }

  field.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || !(event.key in keys)) return
    event.preventDefault()
    event.stopPropagation()
    keys[event.key]()
  })
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    const chosen = options()[active]
    if (chosen) chosen.click()
    else if (asking.question) location.assign(pageOf(asking.question))
  })
  field.addEventListener("focus", () => field.value.trim() && list.childElementCount && openList())
  root.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !root.contains(relatedTarget)) close()
  })
  document.addEventListener("pointerdown", ({ target }) => root.contains(target) || close())
  list.addEventListener("click", leave)
  more.addEventListener("click", leave)
  asking.ask()
}
