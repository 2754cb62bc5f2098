/* Answers a question with pages of this site. Nothing that is typed leaves the browser: all files come from the site,
   and none is asked for by what was typed but the parts of the index that hold its words. */

import { FullText } from "./full-text.js"
import { Names, speaksOfCrisis } from "./names.js"
import { telling, wordsOf } from "./words.js"

const ROOT = new URL("..", import.meta.url)
const SURE = 0.6 // of what was asked a name holds, from which its page comes first
const WHOLLY = 0.99 // the same, of a name that is nothing but what was asked
const NEAR = 0.2 // the same, from which it counts beside the text
const NAME = 1.2 // how much a name counts beside the text
const SOME = 0.6 // how much a text counts that holds some of the words, beside one that holds all
const WHOLE = "Whole answers"
const FEW = 3 // pages that hold all words: with fewer, those that hold some of them are looked for

const file = async (name) => {
  const answer = await fetch(new URL(name, import.meta.url))
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`)
  return answer
}

/** Fetch the names; the search that they make possible. */
export const open = async () => {
  const [index, words] = await Promise.all([file("names.json"), file("words.txt")])
  return new Search(await index.json(), await words.text())
}

class Search {
  #names
  #crisis
  #fullText

  constructor(index, words) {
    this.#names = new Names(index, words)
    this.#crisis = index.crisis
  }

  /** Whom to call. */
  get contacts() {
    return this.#crisis.contacts
  }

  /** Whether a question speaks of suicide or of hurting oneself. */
  speaksOfCrisis(question) {
    return speaksOfCrisis(question, this.#crisis)
  }

  /** Make ready what the first question would wait for. */
  async warmUp() {
    await this.#text.isReady
  }

  /** What can be chosen among: by filter, each value with the number of its pages. */
  async filters() {
    const filters = {}
    for (const [name, values] of Object.entries(await this.#text.filters())) {
      const [of] = name.split("-")
      filters[of] = { ...filters[of], ...values }
    }
    return filters
  }

  /** The words of a question put right: `typed` and `meant` are the same where nothing was misspelt. */
  read(question) {
    const typed = wordsOf(question)
    const isOpen = !/\s$/u.test(question)
    const meant = typed.map((word, place) =>
      this.#names.knows(word, isOpen && place === typed.length - 1) ? word : (this.#names.nearest(word) ?? word),
    )
    return { typed, meant }
  }

  /** The pages that are named, at once. */
  named(words) {
    return this.#names.find(words).filter(({ score }) => score >= SURE).map(({ page }) => shown(page))
  }

  /** The pages on the medicine that is named, those first whose names hold the most of what was asked. */
  nearlyNamed(words) {
    const about = this.#names.medicine(words)
    const isNear = ({ page, score }) => page.medicine === about.medicine && score >= NEAR
    return about ? this.#names.find(words).filter(isNear).map(({ page }) => shown(page)) : []
  }

  /** Some whole answers, to offer where nothing was found. */
  answers(most) {
    const whole = this.#names.pages.filter(({ kind }) => kind === WHOLE)
    return (whole.length ? whole : this.#names.pages).slice(0, most).map(shown)
  }

  /** At most `most` pages in order: those named, those that hold the words, those nearly named. */
  async find(words, most, filters = {}) {
    const isFiltered = Object.keys(filters).length > 0
    const named = isFiltered ? [] : this.#names.find(words)
    // A page that is surely named stands first without its text: no page is fetched that would not be shown.
    const sure = named.filter(({ score }) => score >= SURE).length
    const { results, number } = await this.#texts(words, Math.max(most - sure, Math.min(most, FEW)), filters)
    const found = new Map(results.map(({ page, score }) => [page.address, { page, score }]))
    for (const { page, score } of named) {
      if (score < NEAR) continue
      // A name that is surely meant stands before any text, one that is all that was asked before all others.
      const first = score > WHOLLY ? 4 : score >= SURE ? 2 : 0
      const text = found.get(page.address)
      found.set(page.address, { page: text?.page ?? shown(page), score: (text?.score ?? 0) + NAME * score + first })
    }
    const pages = [...found.values()].sort((one, other) => other.score - one.score).map(({ page }) => page)
    return { pages: pages.slice(0, most), number: Math.max(number, pages.length) }
  }

  get #text() {
    this.#fullText ??= new FullText(new URL("pagefind/", import.meta.url), {
      baseUrl: "/",
      excerptLength: 24,
      ranking: { termSimilarity: 9, metaWeights: { title: 6, aliases: 4, state: 0 } },
    })
    return this.#fullText
  }

  /** Pages whose text holds what was asked: where a medicine is named, those that are about it, if there are any. */
  async #texts(words, most, filters) {
    const about = this.#names.medicine(words)
    if (!about || filters.medicine) return this.#holding(telling(words), most, filters)
    const asked = about.rest.length ? telling(about.rest) : wordsOf(about.medicine)
    const own = await this.#holding(asked, most, { ...filters, medicine: about.medicine })
    return own.results.length ? own : this.#holding(telling(words), most, filters)
  }

  /** Pages whose text holds all words; where they are few, those too that hold some, the rarer words counting more.
      Each with a score, 1 for the best. */
  async #holding(words, most, { medicine, ...others }) {
    if (!words.length) return { results: [], number: 0 }
    const filters = medicine ? { ...others, [filterOf(medicine)]: medicine } : others
    const all = await this.#text.search(words.join(" "), filters)
    const ranked = all.map((result) => ({ result, score: result.score / (all[0].score || 1) }))
    if (all.length < FEW && words.length > 1) {
      const seen = new Set(all.map(({ id }) => id))
      const some = new Map()
      for (const word of words) {
        const results = await this.#text.search(word, filters)
        const best = Math.max(...results.map(({ score }) => score), 0) || 1
        const weight = 1 / Math.log(2 + results.length)
        for (const result of results) {
          const found = some.get(result.id) ?? { result, score: 0 }
          found.score += weight * (0.5 + (0.5 * result.score) / best)
          some.set(result.id, found)
        }
      }
      const others = [...some.values()].filter(({ result }) => !seen.has(result.id)).sort((one, other) => other.score - one.score)
      for (const { result, score } of others) ranked.push({ result, score: (SOME * score) / others[0].score })
    }
    const load = async ({ result, score }) => ({ page: fromText(await this.#text.page(result)), score })
    return { results: await Promise.all(ranked.slice(0, most).map(load)), number: ranked.length }
  }
}

/** The filter that a medicine is a value of (medicine_filter in searched_page.py). */
const filterOf = (medicine) => `medicine-${/^[A-Za-z]/.exec(medicine)?.[0].toLowerCase() ?? "other"}`

const shown = ({ address, title, state, kind }) => {
  const to = new URL(address, ROOT).href
  return { address, title, state, kind, section: "", parts: [], to }
}

/** A result of Pagefind: the page, the section that holds the most of what was asked, and a piece of it. */
const fromText = (data) => {
  const address = decodeURI(data.raw_url ?? data.url).replace(/^\//u, "")
  const weight = ({ weighted_locations: places = [] }) => places.reduce((sum, { balanced_score: score = 0 }) => sum + score, 0)
  const sections = [...(data.sub_results ?? [])].sort((one, other) => weight(other) - weight(one))
  const [best] = sections
  const anchor = best?.anchor?.id ? `#${encodeURIComponent(best.anchor.id)}` : ""
  return {
    address,
    title: data.meta.title,
    state: data.meta.state ?? "",
    kind: data.filters?.kind?.[0] ?? "",
    section: anchor ? best.title : "",
    parts: marked(best?.excerpt ?? data.excerpt),
    to: new URL(address, ROOT).href + anchor,
  }
}

/** The pieces of an excerpt, each with whether it is marked: words alone, whatever stands in the page. Pagefind marks the
    stop behind a word, too. */
const marked = (excerpt) => {
  const read = new DOMParser().parseFromString(excerpt, "text/html")
  return [...read.body.childNodes].flatMap(({ nodeName, textContent }) => {
    if (nodeName !== "MARK") return [[textContent, false]]
    const [, before, word, after] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(textContent)
    return [[before, false], [word, true], [after, false]].filter(([text]) => text)
  })
}
