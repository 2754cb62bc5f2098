/* Lets a keyboard and a screen reader work the menu, which Material opens by the label of a hidden box. */
(() => {
  "use strict"

  // All of the page but the menu. While the menu lies over it, neither the Tab key nor a screen reader strays into it.
  const REST = "[data-md-component=skip], .md-header, .md-content, .md-sidebar--secondary, .site-footer"

  const drawer = document.querySelector("[data-md-toggle=drawer]")
  const menu = document.querySelector("[data-menu-open]")
  const panel = document.querySelector(".md-sidebar--primary")

  if (drawer && menu && panel) {
    const set = (open) => drawer.checked !== open && drawer.click()
    menu.addEventListener("click", () => set(true))
    panel.querySelector("[data-menu-close]")?.addEventListener("click", () => set(false))
    document.addEventListener("keydown", (event) => event.key === "Escape" && set(false))
    // On a wide screen the list is part of the page: it must not leave the rest of the page switched off.
    matchMedia("(min-width: 76.25em)").addEventListener("change", () => set(false))
    drawer.addEventListener("change", () => {
      panel.dataset.wasOpen = ""
      menu.setAttribute("aria-expanded", String(drawer.checked))
      for (const rest of document.querySelectorAll(REST)) rest.inert = drawer.checked
      if (drawer.checked) panel.querySelector("[data-menu-close]")?.focus()
      else if (menu.offsetParent) menu.focus()
    })
  }

  // Material takes single letters (f, s, p, n …) as commands. Someone who speaks to the computer, or whose hand slips,
  // would be thrown off the page (WCAG 2.1.4), so such keys never reach it unless the reader is typing in a field.
  addEventListener("keydown", (event) => {
    const typing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]")
    if (!typing && event.key.length === 1 && event.key !== " ") event.stopPropagation()
  }, { capture: true })
})()
