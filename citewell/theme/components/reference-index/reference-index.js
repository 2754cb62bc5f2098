/* Shows the works of one study design. Without this script all works are there and the filter stays away. */
(() => {
  "use strict"

  const index = document.querySelector(".reference-index")
  const filter = index?.querySelector(".reference-index__filter")
  if (!filter) return

  const select = filter.querySelector("select")
  const status = filter.querySelector("[role='status']")
  const works = [...index.querySelectorAll(".reference-index__work")]

  function apply() {
    const isAll = select.selectedIndex === 0
    for (const work of works) work.hidden = !isAll && work.dataset.design !== select.value
    const shown = works.filter((work) => !work.hidden).length
    status.textContent = `Showing ${isAll ? "all" : `${shown} of`} ${works.length} works`
  }

  // A link to a work that the filter has put away brings all of them back.
  function reveal() {
    const work = index.querySelector(".reference-index__work:target")
    if (!work?.hidden) return
    select.selectedIndex = 0
    apply()
    work.scrollIntoView()
  }

  select.addEventListener("change", apply)
  addEventListener("hashchange", reveal)
  filter.hidden = false
})()
