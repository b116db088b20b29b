// @ts-check
// What a paper is worth, and what the result adds to the history of each question. Nothing here knows of the page.

import { LONGEST_HISTORY } from "../elements/attempt.js"
import { store } from "../elements/store.js"
import { rounded } from "./past.js"

/** @typedef {import("./past.js").Result} Result */

/**
 * Returns the result of a paper: marks to two places, so that they add up as they are shown.
 * @param {import("./paper.js").Paper} paper
 * @param {import("./element.js").Rules} rules
 * @param {Map<string, number>} worth of each answer, from 0 to 1
 * @returns {Result}
 */
export function resultOf({ word, drawn }, { sections, pass }, worth) {
  const full = sections.map(({ marks }) => marks)
  const got = drawn.map((names, place) => {
    const right = names.reduce((total, name) => total + (worth.get(name) ?? 0), 0)
    return rounded((right * full[place]) / names.length)
  })
  return { at: Date.now(), word, got, full, pass }
}

/**
 * Adds an attempt to what is saved of a question, so that review and progress know of it. A practice that was ended stays
 * as it is; one that went wrong and was left counts as missed, as review has it.
 * @param {string} name
 * @param {string} hash of its text
 * @param {number} score from 0 to 1
 * @param {number} at
 */
export async function addToHistory(name, hash, score, at) {
  await store.update(
    "question",
    name,
    (saved, before) => {
      const same = before?.hash === hash
      const history = Array.isArray(saved?.history) ? saved.history : []
      const left = before && saved && !saved.done && saved.tries > 0 ? [[before.at, 0, 0]] : []
      const kept = same && saved?.done ? saved : { tries: 0, hints: 0, done: false, draft: same ? saved?.draft : undefined }
      return { ...kept, history: [...history, ...left, [at, score, 0]].slice(-LONGEST_HISTORY) }
    },
    hash,
  )
}
