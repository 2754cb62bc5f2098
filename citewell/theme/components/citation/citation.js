/* Shows the works behind a citation where the reader is, copied from the reference list of the page.
   Without this script a citation is a link to that list, and nothing is lost. */
(() => {
  "use strict"

  const HOVER_DELAY = 150 // ms: a pointer that only crosses the text opens nothing
  const LEAVE_DELAY = 300 // ms: a slow or shaky hand still reaches the card (WCAG 1.4.13)
  const MARGIN = 8 // px kept free at the edges of the screen
  const LEAST_HEIGHT = 120 // px: on a very low screen the card runs on below, and the page scrolls to it

  let shown = null // { citation, link, card }
  let dismissed = null // the citation that Esc was pressed on: it stays closed until the pointer leaves it
  let pointer = "" // what the last press was made with; empty after a key
  let timer = 0

  const listItems = (citation) =>
    (citation.dataset.references ?? "")
      .split(/\s+/)
      .map((id) => document.getElementById(id))
      .filter((item) => item?.querySelector(".reference-body"))

  const numberOf = (item) => [...item.parentElement.children].indexOf(item) + (item.parentElement.start ?? 1)

  const copyOf = (item) => {
    const body = item.querySelector(".reference-body").cloneNode(true)
    for (const named of [body, ...body.querySelectorAll("[id]")]) named.removeAttribute("id")
    return body
  }

  function make(items, address) {
    const card = document.createElement("div")
    card.id = "citation-card"
    card.className = "citation-card"
    // A named group that follows its citation in the document. A tooltip may not hold links; a dialog would take the
    // focus away from the sentence; and as the link's description, a whole reference would be read out, DOI and all,
    // each time the Tab key passes. So the link only points to it (aria-details), and the next Tab goes in.
    const numbers = items.map(numberOf)
    card.setAttribute("role", "group")
    card.setAttribute("aria-label", (numbers.length > 1 ? "References " : "Reference ") + numbers.join(", "))
    const list = document.createElement("ol")
    items.forEach((item, index) => {
      const entry = document.createElement("li")
      entry.value = numbers[index]
      entry.append(copyOf(item))
      list.append(entry)
    })
    const way = document.createElement("p")
    way.className = "citation-card__way"
    const link = document.createElement("a")
    link.href = address
    link.textContent = "Go to the reference list"
    way.append(link)
    const sheet = document.createElement("div")
    sheet.className = "citation-card__sheet"
    sheet.append(list, way)
    card.append(sheet)
    return card
  }

  function place() {
    const { card, citation, link } = shown
    const sheet = card.firstElementChild
    const words = citation.getBoundingClientRect() // all its lines: the card covers no link of a group
    const start = link.getClientRects()[0].left
    const header = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0
    const above = words.top - Math.max(header, 0) - MARGIN
    const below = innerHeight - words.bottom - MARGIN
    sheet.style.maxHeight = ""
    card.style.left = card.style.top = "0"
    const over = below < card.offsetHeight && above > below
    sheet.style.maxHeight = `${Math.max(over ? above : below, LEAST_HEIGHT) - (card.offsetHeight - sheet.offsetHeight)}px`
    // Measured from where it lies now, so it is right in the top layer and outside of it.
    const box = card.getBoundingClientRect()
    const left = Math.min(start - 2 * MARGIN, document.documentElement.clientWidth - box.width - MARGIN)
    card.style.left = `${Math.max(left, MARGIN) - box.left}px`
    card.style.top = `${(over ? words.top - box.height : words.bottom) - box.top}px`
  }

  function show(citation, link) {
    clearTimeout(timer)
    if (shown?.citation === citation) return point(link)
    const items = listItems(citation)
    close()
    if (!items.length) return
    const card = make(items, link.getAttribute("href"))
    citation.after(card)
    if (card.showPopover) {
      card.popover = "manual" // in the top layer no table and no box can cut it off
      card.showPopover()
    }
    shown = { citation, link, card }
    point(link)
    place()
  }

  function point(link) {
    shown.link.removeAttribute("aria-details")
    shown.link = link
    link.setAttribute("aria-details", shown.card.id)
  }

  function close() {
    clearTimeout(timer)
    if (!shown) return
    const { link, card } = shown
    shown = null
    link.removeAttribute("aria-details")
    if (card.contains(document.activeElement)) link.focus()
    card.remove()
  }

  function later(action, delay) {
    clearTimeout(timer)
    timer = setTimeout(action, delay)
  }

  // Focus that a key has brought holds the card open; the focus that a click leaves on a link does not.
  const heldByFocus = () =>
    shown.card.contains(document.activeElement) || shown.citation.querySelector(":focus-visible") !== null

  const isOutside = (target) => !shown.card.contains(target) && !shown.citation.contains(target)

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return
    const citation = event.target.closest(".citation")
    if (citation !== dismissed) dismissed = null
    if (citation && citation !== dismissed) {
      const link = event.target.closest("a") ?? citation.querySelector("a")
      later(() => show(citation, link), HOVER_DELAY)
    } else if (shown && isOutside(event.target) && !heldByFocus()) {
      later(close, LEAVE_DELAY)
    } else {
      clearTimeout(timer)
    }
  })

  document.addEventListener("focusin", (event) => {
    const link = event.target.closest(".citation a")
    if (link?.matches(":focus-visible") && link.closest(".citation") !== dismissed) show(link.closest(".citation"), link)
    else if (shown && isOutside(event.target)) close()
  })

  document.addEventListener("focusout", (event) => {
    if (event.target.closest(".citation") === dismissed) dismissed = null
  })

  document.addEventListener("keydown", (event) => {
    pointer = ""
    if (event.key !== "Escape" || !shown) return
    dismissed = shown.citation
    close()
  })

  document.addEventListener("pointerdown", (event) => {
    pointer = event.pointerType
  })

  // At the end of a press, not at its start: a finger that scrolls the page has not tapped outside.
  document.addEventListener("pointerup", (event) => {
    if (shown && isOutside(event.target)) close()
  })

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".citation a")
    if (link && pointer === "touch" && shown?.citation !== link.closest(".citation")) {
      event.preventDefault()
      show(link.closest(".citation"), link)
    } else if (shown && event.target.closest("a[href^='#']")) {
      later(close, 0) // after the jump, so that closing does not pull the focus back
    }
  })

  addEventListener("resize", () => shown && place())
})()
