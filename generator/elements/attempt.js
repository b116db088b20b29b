// @ts-check
// What a learner has done at a question: the attempt that goes on, and the ended ones. It is saved as kind "question"
// under the question's id, and survives edits of the question, other tabs and a browser that saves nothing.

import { store } from "./store.js"

/** @typedef {import("./question.js").ShowQuestion} ShowQuestion */

/**
 * An answer that can be saved: the chosen options, the order, the answer of each part.
 * @typedef {string[] | Record<string, string>} Answer
 */

/**
 * The last `answer` that was checked, a `draft` that was not, `tries` so far at this attempt, `done` when it has ended,
 * `history` of ended attempts as [time, score, hints].
 * @typedef {{answer?: Answer, draft?: Answer, tries: number, hints: number, done: boolean, score?: number,
 *   history: [number, number, number][]}} Saved
 */

export const LONGEST_HISTORY = 50

const KIND = "question"

/**
 * Returns what is saved, without what no version of this site has saved.
 * @param {unknown} data
 * @returns {Saved}
 */
function sound(data) {
  const { answer, draft, tries, hints, done, score, history } = /** @type {Record<string, any>} */ (Object(data))
  return {
    answer: isAnswer(answer) ? answer : undefined,
    draft: isAnswer(draft) ? draft : undefined,
    tries: Number(tries) || 0,
    hints: Number(hints) || 0,
    done: done === true,
    score: Number(score) || 0,
    history: /** @type {Saved["history"]} */ (Array.isArray(history) ? history.filter(Array.isArray) : []),
  }
}

/** @param {unknown} value */
function isAnswer(value) {
  return typeof value === "object" && value !== null && Object.values(value).every(part => typeof part === "string")
}

/**
 * Returns the ended attempts of both, the latest ones: another tab may have ended one meanwhile.
 * @param {Saved["history"]} one
 * @param {Saved["history"]} other
 */
function united(one, other) {
  const all = new Map([...one, ...other].map(attempt => [attempt[0], attempt]))
  return [...all.values()].sort(([at], [later]) => at - later).slice(-LONGEST_HISTORY)
}

export class Attempt {
  /** @type {Saved} */
  state = { tries: 0, hints: 0, done: false, history: [] }
  /** How many changes are not saved yet. */
  #saving = 0

  /** @param {ShowQuestion} question names itself and the hash of its text in its data */
  constructor(question) {
    this.question = question
  }

  /**
   * Saves `state`.
   * @param {Saved} state
   * @returns {Promise<"" | "full" | "memory">} why it could not be saved
   */
  async save(state) {
    const { key } = this.question
    this.state = state
    this.#saving += 1
    /** @param {unknown} before */
    const change = before => {
      this.state.history = united(sound(before).history, this.state.history)
      return this.state
    }
    await store.update(KIND, key, change, this.question.dataset.hash)
    this.#saving -= 1
    const isHere = store.unsaved.some(({ kind, id }) => kind === KIND && id === key)
    return isHere ? (store.state === "full" ? "full" : "memory") : ""
  }

  /**
   * Takes up what is saved, by this page or another. Of a question that was edited since, the history alone.
   * @returns {{isSaved: boolean, isChanged: boolean}} whether there is anything, and whether it was of another wording
   */
  restore() {
    const saved = store.read(KIND, this.question.key)
    const state = sound(saved?.data)
    const isEdited = saved !== undefined && saved.hash !== this.question.dataset.hash
    this.state = isEdited ? { tries: 0, hints: 0, done: false, history: state.history } : state
    return { isSaved: saved !== undefined, isChanged: isEdited && Boolean(state.tries || state.history.length) }
  }

  /**
   * Calls `listener` when another page, or another part of this one, has changed what is saved.
   * @param {() => void} listener
   * @returns {() => void} ends it
   */
  subscribe(listener) {
    return store.subscribe(({ kind, id }) => {
      if (kind === KIND && id === this.question.key && !this.#saving) listener()
    })
  }

  /** Returns the state of an attempt that begins anew. @returns {Saved} */
  anew() {
    return { tries: 0, hints: 0, done: false, history: this.state.history }
  }

  /**
   * Returns the state of this attempt when it ends now.
   * @param {Answer | undefined} answer
   * @param {number} score from 0 to 1
   * @param {boolean} counts whether there is a verdict on it
   * @returns {Saved}
   */
  ended(answer, score, counts) {
    const { history, hints } = this.state
    const all = /** @type {Saved["history"]} */ ([...history, [Date.now(), score, hints]])
    return {
      ...this.state,
      answer: answer ?? this.state.answer,
      draft: undefined,
      done: true,
      score,
      history: counts ? all.slice(-LONGEST_HISTORY) : history,
    }
  }
}
