/* Opens the search, and fetches what searches when a reader first goes to a field of it; nothing before. */
(() => {
  "use strict"

  const REST = "[data-md-component=skip], .md-main, .site-footer, .md-header .header__brand, .md-header .header__menu"
  const SCRIPTS = ["asking.js", "find.js", "full-text.js", "names.js", "show.js", "words.js"]
  const LISTS = ["names.json", "words.txt"]
  const PREVIEW = "The preview has no search: it is made with the whole site, by make site."

  const root = document.querySelector("[data-site-search]")
  if (!root) return
  const page = new URL(root.dataset.siteSearch, location.href)
  const field = root.querySelector("input")
  const phone = matchMedia("(max-width: 59.984375em)")
  let opener = null

  const set = (isOpen) => {
    root.toggleAttribute("data-is-open", isOpen)
    for (const rest of document.querySelectorAll(REST)) rest.inert = isOpen && phone.matches
  }

  const leave = () => {
    if (!root.hasAttribute("data-is-open")) return
    set(false)
    if (opener?.offsetParent) opener.focus()
    opener = null
  }

  // All at once: each would else be asked for when the one that needs it has come, which takes its time on a slow network.
  const fetchAhead = (names, kind) => {
    for (const name of names) {
      document.head.append(Object.assign(document.createElement("link"), { ...kind, href: new URL(name, page).href }))
    }
  }

  // Once, when it is first asked for. Where it cannot be fetched, the next time that it is asked for again.
  const fetching = (name, attach, status) => {
    let isFetched = false
    return () => {
      if (isFetched) return
      isFetched = true
      if ("isPreview" in root.dataset) {
        status.textContent = PREVIEW
        status.parentElement.hidden = false
        return
      }
      fetchAhead(SCRIPTS, { rel: "modulepreload" })
      fetchAhead(LISTS, { rel: "preload", as: "fetch", crossOrigin: "anonymous" })
      import(new URL(name, page)).then(attach).catch(() => (isFetched = false))
    }
  }

  const status = root.querySelector("[data-search-status]")
  field.addEventListener("focus", fetching("field.js", (found) => found.attach(root, { page: page.pathname, leave }), status))
  field.form.addEventListener("submit", (event) => event.preventDefault())
  root.querySelector("[data-search-close]").addEventListener("click", leave)
  root.addEventListener("keydown", (event) => event.key === "Escape" && leave())
  phone.addEventListener("change", () => set(false))

  const whole = document.querySelector("[data-search-page]")
  const wholeField = whole?.querySelector("input")

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("[data-search-open]")
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    if (wholeField) return wholeField.focus()
    opener = link
    set(true)
    field.focus() // here and not later: a phone shows its keyboard only while it handles the tap
  })

  if (whole) {
    whole.hidden = false
    const fetchPage = fetching("page.js", (found) => found.attach(whole), whole.querySelector("[data-search-status]"))
    wholeField.form.addEventListener("submit", (event) => event.preventDefault())
    wholeField.addEventListener("focus", fetchPage)
    const isAsked = () => location.hash.startsWith("#q=") || new URLSearchParams(location.search).has("q")
    addEventListener("hashchange", () => isAsked() && fetchPage())
    if (isAsked()) fetchPage()
  }
})()
