/* Asks the index of all words. Pagefind searches in a worker, so that a page stays quick meanwhile. Its own script for pages
   holds once more all that its worker holds; this one only sends the worker the same messages. */

const DIED = "The worker of the search died."

/** The index of all words in a folder, with the options of Pagefind. */
export class FullText {
  #worker
  #waiting = new Map() // the number of each message to those who wait for its answer
  #sent = 0
  #isDead = false
  #forgotten = new FinalizationRegistry((data) => this.#ask("releaseData", data).catch(() => {}))

  constructor(folder, options) {
    this.#worker = new Worker(new URL("pagefind-worker.js", folder))
    this.#worker.addEventListener("message", ({ data: { id, result, error } }) => {
      const { resolve, reject } = this.#waiting.get(id)
      this.#waiting.delete(id)
      if (error) reject(new Error(error))
      else resolve(result)
    })
    this.#worker.addEventListener("error", () => {
      this.#isDead = true
      for (const { reject } of this.#waiting.values()) reject(new Error(DIED))
      this.#waiting.clear()
    })
    const language = document.documentElement.lang.toLowerCase() || "unknown"
    this.isReady = this.#ask("init", { ...options, basePath: folder.pathname, language, primary: true })
    this.isReady.catch(() => {}) // whoever asks something is told
  }

  /** The pages that hold all words, the best first, each with its score. */
  async search(words, filters) {
    const { results } = await this.#ask("search", words, { filters })
    for (const result of results) this.#forgotten.register(result, result.data)
    return results
  }

  /** What is to be shown of a page that was found. */
  page({ data }) {
    return this.#ask("getData", data)
  }

  /** What can be chosen among. */
  filters() {
    return this.#ask("filters")
  }

  #ask(method, ...args) {
    if (this.#isDead) return Promise.reject(new Error(DIED))
    const id = this.#sent++
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#worker.postMessage({ id, method, args })
    })
  }
}
