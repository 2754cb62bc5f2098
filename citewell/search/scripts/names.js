/* Finds pages by their names, however they are spelt, and puts misspelt words right. */

import { forgiven, isCommon, plain, slips, stem, telling, wordsOf } from "./words.js"

const UNKNOWN = 2 // the weight of a word that no name holds, where a word of one name in seven has the same
const FEWEST = 3 // letters from which the beginning of a word stands for the word

/** The names of a site, as names.json has them. */
export class Names {
  constructor({ states, kinds, pages }, words = "") {
    this.medicines = new Map() // each stem of a name of a medicine to the medicines that it may name
    this.pages = pages.map(([address, title, state, kind, medicine, ...own]) => {
      for (const part of medicine.flatMap(wordsOf).map(stem))
        this.medicines.set(part, (this.medicines.get(part) ?? new Set()).add(medicine[0]))
      const names = [title, ...own, ...medicine]
      const phrases = names.map((name) => new Set(telling(wordsOf(name)).map(stem)))
      return { address, title, state: states[state], kind: kinds[kind], medicine: medicine[0] ?? "", names, phrases }
    })
    this.spellings = new Map() // each word of a name to the number of pages that it names
    this.stems = new Map()
    for (const { names } of this.pages) {
      const own = new Set(names.flatMap(wordsOf))
      for (const word of own) this.spellings.set(word, (this.spellings.get(word) ?? 0) + 1)
      for (const word of new Set([...own].map(stem))) this.stems.set(word, (this.stems.get(word) ?? 0) + 1)
    }
    this.words = unpacked(words)
    this.wordStems = new Set(this.words.map(stem))
  }

  /** Whether a page of the site has a word, or, where it is still being typed, one that begins so. */
  knows(word, isBeingTyped) {
    const own = stem(word)
    if (isCommon(word)) return true
    if (this.stems.has(own) || this.wordStems.has(own)) return true
    if (!isBeingTyped || word.length < FEWEST) return false
    return this.words.some((other) => other.startsWith(word)) || [...this.spellings.keys()].some((other) => other.startsWith(word))
  }

  /** The word of the site that is nearest to one that no page has; null where none is near. */
  nearest(word) {
    let best = null
    const look = (other, weight) => {
      const apart = slips(word, other, forgiven(word, other))
      if (apart === Infinity) return
      const cost = apart + (other[0] === word[0] ? 0 : 0.4) - weight
      if (!best || cost < best.cost) best = { word: other, cost }
    }
    for (const other of this.spellings.keys()) look(other, 0.5) // a name is meant more often than another word
    for (const other of this.words) look(other, 0)
    return best?.word ?? null
  }

  /** The medicine that is named, and the other words; null where none is named, or several. */
  medicine(words) {
    const named = words.map((word) => this.medicines.get(stem(word)))
    const all = new Set(named.flatMap((medicines) => [...(medicines ?? [])]))
    return all.size === 1 ? { medicine: [...all][0], rest: words.filter((_, place) => !named[place]) } : null
  }

  /** The pages that these words name, the best first, each with how much of what was asked its names hold (to 1). */
  find(words) {
    const asked = telling(words).map((word, place, all) => ({ word, own: stem(word), last: place === all.length - 1 }))
    // A word that no name holds tells little of which name is meant.
    const weights = asked.map(({ own }) => (this.stems.has(own) ? Math.log(1 + this.pages.length / this.stems.get(own)) : UNKNOWN))
    const all = weights.reduce((sum, weight) => sum + weight, 0)
    const found = []
    for (const page of this.pages) {
      let held = 0
      let alike = 0
      const union = new Set(page.phrases.flatMap((phrase) => [...phrase]))
      const hits = asked.map(({ word, own, last }) => {
        if (union.has(own)) return own
        const begun = last && word.length >= FEWEST ? [...union].find((other) => other.startsWith(word)) : undefined
        return begun ?? null
      })
      hits.forEach((hit, place) => (held += hit === null ? 0 : weights[place] * (hit === asked[place].own ? 1 : 0.9)))
      if (!held) continue
      for (const phrase of page.phrases) {
        const shared = new Set(hits.filter((hit) => hit !== null && phrase.has(hit))).size
        alike = Math.max(alike, shared / (phrase.size + asked.length - shared || 1))
      }
      found.push({ page, score: (held / all) * (0.7 + 0.3 * alike) })
    }
    return found.sort((one, other) => other.score - one.score)
  }
}

/** The words of words.txt: each is written as the number of letters that it shares with the last, and the rest. */
const unpacked = (text) => {
  let before = ""
  return text.split("\n").filter(Boolean).map((line) => (before = before.slice(0, Number(line[0])) + line.slice(1)))
}

/** Whether a question speaks of suicide or of hurting oneself, also where it is misspelt. */
export const speaksOfCrisis = (question, { pattern, misspelt }) => {
  const text = plain(question).replace(/\s+/gu, " ")
  const signs = new RegExp(pattern, "u")
  if (signs.test(text) || signs.test(text.replaceAll("'", "")) || signs.test(text.replaceAll("-", " "))) return true
  const words = wordsOf(question)
  const joined = words.slice(1).map((word, place) => words[place] + word)
  return [...words, ...joined].some((word) => misspelt.some(([meant, most]) => isMeant(word, meant, most)))
}

const BEGUN = 5 // letters from which the beginning of such a word counts

const isMeant = (word, meant, most) =>
  word.length >= BEGUN && (meant.startsWith(word) || word.startsWith(meant) || slips(word, meant, most) <= most)
