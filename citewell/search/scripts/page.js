/* The page of the search. What is looked for stands behind the # of its address, which no browser sends. */

import { Asking } from "./asking.js"
import { element, linesOf, showCrisis, showMeant, told } from "./show.js"

const STEP = 10
const LABELS = { medicine: "Medicine", kind: "Kind of page", review: "Review" }

/** Make the page search. */
export const attach = (root) => {
  const at = (name) => root.querySelector(`[data-search-${name}]`)
  const [status, crisis, meant, results, more, chosen] = ["status", "crisis", "meant", "results", "more", "filters"].map(at)
  const field = root.querySelector("input")
  let most = STEP
  let hasFilters = false

  const filters = () => {
    const set = [...chosen.querySelectorAll("select")].filter(({ value }) => value)
    return Object.fromEntries(set.map(({ name, value }) => [name, value]))
  }

  const offerFilters = async () => {
    if (hasFilters) return
    hasFilters = true
    for (const [name, values] of Object.entries(await asking.filters())) {
      const found = Object.keys(values).sort((one, other) => one.localeCompare(other))
      if (!LABELS[name] || found.length < 2) continue
      const select = element("select", { name, autocomplete: "off" }, element("option", { value: "" }, "All"))
      for (const value of found) select.append(element("option", { value }, value))
      select.addEventListener("change", () => asking.ask())
      chosen.append(element("label", {}, element("span", {}, LABELS[name]), select))
    }
    chosen.hidden = !chosen.childElementCount
  }

  const show = ({ question, typed, meant: taken, contacts, pages, number, isWhole }) => {
    remember(question)
    showCrisis(crisis, contacts)
    showMeant(meant, typed, taken, () => {
      asking.askAsTyped()
      field.focus()
    })
    const found = pages.map((page) => element("li", {}, element("a", { href: page.to, class: "search-result" }, ...linesOf(page))))
    results.replaceChildren(element("ol", {}, ...found))
    results.hidden = !pages.length
    if (!isWhole) return
    status.textContent = told({ crisis: contacts.length, number, question })
    more.hidden = number <= pages.length
    const next = element("button", { type: "button" }, `Show ${Math.min(STEP, number - pages.length)} more`)
    next.addEventListener("click", async () => {
      most += STEP
      await asking.ask()
      results.querySelectorAll("a")[pages.length]?.focus()
    })
    more.replaceChildren(next)
    offerFilters().catch(() => {})
  }

  const clear = () => {
    remember("")
    status.textContent = ""
    for (const part of [crisis, meant, results, more]) part.hidden = true
  }

  const fail = () => {
    clear()
    status.textContent = "The search could not be loaded. What this site has is listed below."
  }

  const remember = (question) => {
    const wanted = question ? `#q=${encodeURIComponent(question)}` : ""
    if (question ? location.hash !== wanted : location.hash.startsWith("#q="))
      history.replaceState(history.state, "", `${location.pathname}${wanted}`)
  }

  const asking = new Asking(field, { place: root, show, fail, empty: clear, most: () => most, filters })
  field.form.addEventListener("submit", (event) => {
    event.preventDefault()
    asking.ask()
  })
  field.addEventListener("input", () => (most = STEP))

  const read = () => {
    const question = asked()
    if (question !== null && question !== asking.question) field.value = question
    if (question !== null) asking.ask()
  }
  addEventListener("hashchange", read)
  read()
  if (asked() === null) asking.ask()
}

/** The question in the address; null where there is none. One behind a ? was sent, so it is not kept there. */
const asked = () => {
  const hash = /^#q=(.*)$/su.exec(location.hash)
  const sent = new URLSearchParams(location.search).get("q")
  if (sent !== null) history.replaceState(history.state, "", `${location.pathname}#q=${encodeURIComponent(sent)}`)
  try {
    return hash ? decodeURIComponent(hash[1]) : sent
  } catch {
    return null // somebody wrote the address by hand
  }
}
