/* What a word is, when two are the same, and how far one is from another. */

const ACCENTS = /\p{M}/gu
const APOSTROPHES = /['’‘`´]/gu

/** A text in lower case, without accents. */
export const plain = (text) => text.normalize("NFKD").replace(ACCENTS, "").replace(APOSTROPHES, "'").toLowerCase()

/** The words of a text: can't is one. */
export const wordsOf = (text) => plain(text).replaceAll("'", "").match(/[\p{L}\p{N}]+/gu) ?? []

const STOPS = new Set(
  `a about after all also am an and any anymore are as at be because been but by can cannot cant could did do does doing
  dont for from get getting go going gonna got had has have having he her him his how i if im in into is isnt it its ive
  just lately like make makes making me my no not of off on or our out really she should so some still than that the
  their them then there these they thing things this to too u up us very want was we what whats when where which while
  who why will with wont would you your`.split(/\s+/),
)

/** Whether a word stands in any question. */
export const isCommon = (word) => STOPS.has(word)

/** The words that tell a question from others; all of them where none does. */
export const telling = (words) => {
  const kept = words.filter((word) => !STOPS.has(word))
  return kept.length ? kept : words
}

const ENDINGS = [["iness", "y"], ["ness", ""], ["ies", "y"], ["ied", "y"], ["ing", ""], ["ed", ""], ["es", ""], ["s", ""], ["e", ""]]

/** What is alike in cry, cries and crying. */
export const stem = (word) => {
  for (const [ending, instead] of ENDINGS) {
    const rest = word.slice(0, -ending.length)
    if (rest.length > 2 && word.endsWith(ending) && !(ending === "s" && word.endsWith("ss"))) {
      const cut = rest + instead
      return /([b-df-hj-km-np-rtv-z])\1$/u.test(cut) ? cut.slice(0, -1) : cut
    }
  }
  return word
}

/** How many slips of the finger are between two words: a letter too many, too few, another, or two swapped.
    Infinity for more than `most`. */
export const slips = (one, other, most) => {
  if (Math.abs(one.length - other.length) > most) return Infinity
  let before = []
  let row = Array.from({ length: other.length + 1 }, (_, place) => place)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    let least = i
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1]
      let cost = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1))
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) cost = Math.min(cost, before[j - 2] + 1)
      next.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return Infinity
    before = row
    row = next
  }
  return row[other.length] <= most ? row[other.length] : Infinity
}

const SHORTEST = 4
const LONG = 6

/** The slips forgiven between a word as typed and one that may be meant. */
export const forgiven = (typed, meant) => {
  if (typed.length < SHORTEST) return 0
  return meant.length < LONG ? 1 : 2
}
