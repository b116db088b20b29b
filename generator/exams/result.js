// @ts-check
// What a paper is worth, and what the result adds to the history of each question. Nothing here knows of the page.

import { LONGEST_HISTORY } from "../elements/question.js"
import { store } from "../elements/store.js"

/**
 * Marks got and marks there are, section by section; `pass` in per cent.
 * @typedef {{at: number, word: string, got: number[], full: number[], pass: number}} Result
 */

/**
 * Returns the marks that the sections of a paper give, to two places, so that they add up as they are shown.
 * @param {string[][]} drawn
 * @param {number[]} full what each section is worth
 * @param {Map<string, number>} worth of each answer, from 0 to 1
 * @returns {number[]}
 */
export function marksOf(drawn, full, worth) {
  return drawn.map((names, place) => {
    const right = names.reduce((sum, name) => sum + (worth.get(name) ?? 0), 0)
    return rounded((right * full[place]) / names.length)
  })
}

/**
 * @param {number[]} marks
 * @returns {number}
 */
export function sum(marks) {
  return rounded(marks.reduce((total, one) => total + one, 0))
}

/**
 * Whether it is passed.
 * @param {Result} result
 * @returns {boolean}
 */
export function isPassed({ got, full, pass }) {
  return sum(got) * 100 >= pass * sum(full)
}

/**
 * @param {number} number
 * @returns {number}
 */
export function rounded(number) {
  return Math.round(number * 100) / 100
}

/**
 * Adds an attempt to what is saved of a question, so that review and progress know of it; a practice that has begun
 * stays as it is.
 * @param {string} name
 * @param {string} hash of its text
 * @param {number} score from 0 to 1
 * @param {number} at
 */
export async function addToHistory(name, hash, score, at) {
  const edited = store.read("question", name)?.hash !== hash
  await store.update(
    "question",
    name,
    saved => {
      const history = [...(Array.isArray(saved?.history) ? saved.history : []), [at, score, 0]].slice(-LONGEST_HISTORY)
      return edited || !saved ? { tries: 0, hints: 0, done: false, history } : { ...saved, history }
    },
    hash,
  )
}
