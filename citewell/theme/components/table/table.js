/* A table too wide for a small screen scrolls in its own box. The box then takes the focus, so that arrow keys can
   scroll it in every browser, and tells a screen reader what it is. */
addEventListener("DOMContentLoaded", () => {
  const watch = new ResizeObserver((entries) => {
    for (const { target: box } of entries) {
      const facts = { tabindex: "0", role: "group", "aria-label": "Table that scrolls sideways" }
      const scrolls = box.scrollWidth > box.clientWidth
      for (const [name, value] of Object.entries(facts)) {
        if (scrolls) box.setAttribute(name, value)
        else box.removeAttribute(name)
      }
    }
  })
  for (const box of document.querySelectorAll(".md-typeset__scrollwrap")) watch.observe(box)
})
