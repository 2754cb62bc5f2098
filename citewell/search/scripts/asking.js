/* From what is typed to what is shown: the same for the field in the header and the page of the search. */

import { open } from "./find.js"
import { stem, wordsOf } from "./words.js"

const PAUSE = 120 // milliseconds after a key in which the next one is waited for, before the best page is fetched
const REST = 250 // milliseconds more, before the others are
const PATIENCE = 150 // milliseconds of waiting for the text, after which what is nearly named is shown
const OFFERED = 5 // pages that are offered where nothing was found

/** Whether a page holds a word itself: to somebody in a crisis, a page on a diet is no answer to "die". */
const holds = ({ parts }, words) => {
  const asked = new Set(words.map(stem))
  return parts.some(([text, isMarked]) => isMarked && wordsOf(text).some((word) => asked.has(stem(word))))
}

const waited = (time) => new Promise((resolve) => setTimeout(resolve, time))

/** Watches a field. `place` holds what is shown of the answers: `show` is called with each, `empty` when nothing is typed,
    `fail` when nothing can be found. */
export class Asking {
  #field
  #views
  #search
  #turn = 0
  #asTyped = ""

  constructor(field, views) {
    this.#field = field
    this.#views = views
    this.#search = open()
    this.#search.catch(() => {}) // it is told when something is asked
    field.addEventListener("input", () => this.ask())
  }

  get question() {
    return this.#field.value.trim()
  }

  /** Search for what is typed, letter by letter, though no page has it. */
  askAsTyped() {
    this.#asTyped = this.question
    this.ask()
  }

  async ask() {
    const turn = ++this.#turn
    const isLate = () => turn !== this.#turn
    const { question } = this
    this.#views.place.setAttribute("aria-busy", String(question !== ""))
    if (!question) return this.#views.empty()
    try {
      const search = await this.#search
      if (isLate()) return
      const { typed, meant } = search.read(this.#field.value)
      const words = question === this.#asTyped ? typed : meant
      const isCrisis = search.speaksOfCrisis(question)
      const answer = {
        question,
        typed: typed.join(" "),
        meant: words === meant && meant.join(" ") !== typed.join(" ") && !isCrisis ? meant.join(" ") : "",
        contacts: isCrisis ? search.contacts : [],
        isWhole: false,
      }
      const filters = this.#views.filters()
      const isFiltered = Object.keys(filters).length > 0 // names do not tell what is chosen
      const named = isFiltered ? [] : search.named(words)
      const first = isCrisis ? [] : named.slice(0, this.#views.most())
      if (first.length || isCrisis) this.#views.show({ ...answer, pages: first, number: named.length })
      search.warmUp().catch(() => {})
      await waited(PAUSE)
      if (isLate()) return
      if (!first.length && !isCrisis) {
        const best = search.find(words, 1, filters)
        const isSlow = await Promise.race([best.then(() => false), waited(PATIENCE).then(() => true)])
        if (isLate()) return
        const near = isSlow && !isFiltered ? search.nearlyNamed(words) : []
        const early = near.length ? { pages: near.slice(0, this.#views.most()), number: near.length } : await best
        if (isLate()) return
        if (early.pages.length) this.#views.show({ ...answer, ...early })
      }
      await waited(REST)
      if (isLate()) return
      const found = await search.find(words, this.#views.most(), filters)
      if (isLate()) return
      const pages = isCrisis ? found.pages.filter((page) => holds(page, words)) : found.pages
      const offered = pages.length || isCrisis ? [] : search.answers(OFFERED)
      this.#views.show({ ...answer, pages: pages.length ? pages : offered, number: isCrisis ? pages.length : found.number, isWhole: true })
    } catch {
      if (!isLate()) this.#views.fail()
    }
    if (!isLate()) this.#views.place.setAttribute("aria-busy", "false")
  }

  /** What can be chosen among. */
  async filters() {
    return (await this.#search).filters()
  }
}
