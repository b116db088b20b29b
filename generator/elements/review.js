// @ts-check
// Asks what was missed or is due, one question at a time, ten minutes at a time. The questions stand on their stages'
// pages and are fetched from there; here they are asked anew. With `data-deck` it asks that deck alone, also what was
// never asked.

import { fetchQuestion, fetchTerm } from "./fetching.js"
import { attempts, catalogue, dayAfter, practised } from "./learning.js"
import { SESSION, inOrder, urgent } from "./session.js"
import { store } from "./store.js"
import { joined } from "./verdict.js"

/** @typedef {import("./learning.js").Catalogue} Catalogue */
/** @typedef {import("./learning.js").Practised} Practised */
/** @typedef {import("./session.js").Asked & {again?: boolean}} Item */

const DAY = 24 * 60 * 60_000

class ShowReview extends HTMLElement {
  /** @type {Record<string, string>} */
  #words = {}
  /** @type {Catalogue} */
  #questions = {}
  /** @type {Item[]} */
  #queue = []
  /** The question that stands there, until it is answered. @type {Item | undefined} */
  #current
  /** How many of this session were shown, answered, and answered right. */
  #counts = { shown: 0, asked: 0, right: 0 }

  connectedCallback() {
    if (this.#words.start) return
    this.#words = JSON.parse(this.dataset.words ?? "{}")
    this.addEventListener("click", this)
    this.addEventListener("show-done", this)
    const panel = this.#find("panel")
    panel.hidden = false
    this.#find("plain").before(panel) // what it says leads to the ways in there
    this.#find("plain").querySelector("[data-plain]")?.remove()
    void this.#offer()
  }

  /** @param {Event} event */
  handleEvent(event) {
    const { type, target } = event
    const button = type === "click" && target instanceof Element ? target.closest("button[data-turn]") : null
    const turn = type === "show-done" ? "done" : button?.getAttribute("data-turn")
    if (turn === "start") this.#start()
    else if (turn === "next") void this.#next()
    else if (turn === "end") this.#finish()
    else if (turn === "offer") void this.#offer()
    else if (turn === "done" && event instanceof CustomEvent) this.#done(event.detail.score)
  }

  /** Says what there is to do. */
  async #offer() {
    try {
      this.#questions = await catalogue(this.dataset.catalogue ?? "")
    } catch {
      return this.#say(this.#words.offline, ["offer", this.#words.retry])
    }
    const { due, fresh, text } = this.#outlook()
    const begin = due.length || fresh.length ? /** @type {[string, string]} */ (["start", this.#words.start]) : undefined
    this.#find("plain").hidden = Boolean(begin)
    this.#say(text, begin)
  }

  /** What is due, what was never asked (of a deck alone), and a sentence on both. */
  #outlook() {
    const { deck } = this.dataset
    const known = practised(this.#questions).filter(item => !deck || item.deck === deck)
    const due = urgent(known)
    const fresh = deck ? this.#fresh(deck, known) : []
    const parts = [
      ...(due.length ? [this.#count("due", due.length)] : []),
      ...(due.some(({ missed }) => missed) ? [this.#count("missed", due.filter(({ missed }) => missed).length)] : []),
      ...(fresh.length ? [this.#count("fresh", fresh.length)] : []),
    ]
    const text = parts.length ? joined(parts) : known.length ? this.#later(known) : this.#words.never
    return { due, fresh, text: store.state === "saved" ? text : joined([text, this.#words[store.state]]) }
  }

  /**
   * @param {string} deck
   * @param {Practised[]} known
   * @returns {Item[]}
   */
  #fresh(deck, known) {
    const had = new Set(known.map(({ key }) => key))
    const all = Object.entries(this.#questions[deck] ?? {}).map(([id, [, type]]) => ({ deck, key: `${deck}/${id}`, type }))
    return all.filter(({ key }) => !had.has(key))
  }

  /**
   * Says when something is due again.
   * @param {Practised[]} known none of it due now
   * @returns {string}
   */
  #later(known) {
    const next = Math.min(...known.map(({ card }) => dayAfter(card.due)))
    const days = Math.round((next - dayAfter(Date.now())) / DAY)
    const count = known.filter(({ card }) => dayAfter(card.due) === next).length
    const when = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto" }).format(days, "day")
    return this.#words.later.replace("{when}", when).replace("{count}", String(count))
  }

  #start() {
    const { due, fresh } = this.#outlook()
    this.#queue = inOrder([...due, ...fresh].slice(0, SESSION))
    this.#counts = { shown: 0, asked: 0, right: 0 }
    void this.#next()
  }

  async #next() {
    const item = this.#queue.shift()
    if (!item) return this.#finish()
    this.#say("")
    this.#find("plain").hidden = true
    try {
      const question = await this.#fetch(item)
      await startAnew(item.key)
      this.#show(item, question)
    } catch {
      this.#queue.unshift(item)
      this.#find("ask").replaceChildren()
      this.#say(this.#words.offline, ["next", this.#words.retry])
      this.#find("say").focus() // the button that was pressed is gone
    }
  }

  /**
   * @param {Item} item
   * @returns {Promise<import("./fetching.js").Found | undefined>}
   */
  #fetch({ deck, key }) {
    const { root, glossary } = this.dataset
    const card = this.querySelector("template")
    if (deck === "glossary" && card) {
      const [hash] = this.#questions[deck][key.slice(deck.length + 1)]
      return fetchTerm(key, hash, new URL(glossary ?? "", location.href).href, card)
    }
    return fetchQuestion(key, new URL(`${root}${deck}/quiz/`, location.href).href)
  }

  /**
   * @param {Item} item
   * @param {import("./fetching.js").Found | undefined} found
   */
  #show(item, found) {
    if (!found) return void this.#next() // it went since the list was made
    const place = this.#find("place")
    const number = (this.#counts.shown += 1)
    const count = this.#words.place.replace("{number}", String(number))
    place.textContent = `${count.replace("{total}", String(number + this.#queue.length))} · ${found.title}`
    this.#current = item
    place.hidden = false
    this.#find("ask").replaceChildren(found.element)
    this.#tools(["next", this.#words.skip], ["end", this.#words.end])
    place.focus()
  }

  /** @param {number} score */
  #done(score) {
    const item = this.#current
    this.#current = undefined // what is done to it now is no longer of this session
    if (!item) return
    this.#counts.asked += 1
    this.#counts.right += Number(score === 1)
    if (score === 0 && !item.again) this.#queue.push({ ...item, again: true }) // once more at the end, not for ever
    this.#tools(["next", this.#words.next], ["end", this.#words.end])
  }

  #finish() {
    const { due, fresh, text } = this.#outlook()
    const { asked, right } = this.#counts
    this.#queue = []
    this.#current = undefined
    this.#find("ask").replaceChildren()
    this.#find("place").hidden = true
    this.#find("plain").hidden = due.length > 0 || fresh.length > 0
    const done = this.#words.done.replace("{asked}", String(asked)).replace("{right}", String(right))
    this.#say(joined([done, text]), due.length || fresh.length ? ["start", this.#words.go_on] : undefined)
    this.#find("say").focus()
  }

  /**
   * @param {string} name
   * @param {number} count
   * @returns {string}
   */
  #count(name, count) {
    return this.#words[name].replace("{}", String(count))
  }

  /**
   * @param {string} text
   * @param {[turn: string, name: string]} [tool]
   */
  #say(text, tool) {
    this.#find("say").textContent = text
    this.#find("say").hidden = !text
    this.#tools(...(tool ? [tool] : []))
  }

  /** @param {...[turn: string, name: string]} tools what can be done now; a button that stays keeps the focus */
  #tools(...tools) {
    const place = this.#find("tools")
    const had = [...place.querySelectorAll("button")]
    tools.forEach(([turn, name], index) => {
      const button = had[index] ?? place.appendChild(document.createElement("button"))
      const primary = index === 0 && name !== this.#words.skip
      button.type = "button"
      button.className = `md-button show-button${primary ? " md-button--primary" : ""}`
      button.dataset.turn = turn
      button.textContent = name
    })
    for (const button of had.slice(tools.length)) button.remove()
  }

  /**
   * @param {string} name
   * @returns {HTMLElement}
   */
  #find(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`.show-review__${name}`))
  }
}

/**
 * Ends what was begun at a question, as missed where it went wrong, so that it is asked from the beginning.
 * @param {string} key
 */
async function startAnew(key) {
  await store.update("question", key, (data, saved) => {
    return saved && { tries: 0, hints: 0, done: false, history: attempts(saved) }
  })
}

customElements.define("show-review", ShowReview)
