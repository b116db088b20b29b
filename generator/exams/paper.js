// @ts-check
// The questions of a paper, taken out of the stages' pages of questions, and what a saved paper looks like.

import { fetchQuestion } from "../elements/fetching.js"
import { ShowQuestion } from "../elements/question.js"

/** @typedef {import("../elements/question.js").Answer} Answer */

/**
 * The questions `drawn`, as "stage/question" and section by section, begun `at`; `done` when it was handed in; `past`
 * are the results of this and earlier papers, the last one at the end.
 * @typedef {{word: string, drawn: string[][], at: number, answers: Record<string, Answer>, flags: string[],
 *   done?: number, past: import("./past.js").Result[]}} Paper
 */

/**
 * Fetches what a paper asks.
 * @param {Record<string, string>} pages address of each stage's page of questions
 * @param {string[]} names questions as "stage/question"
 * @returns {Promise<Map<string, Element>>} the card of each question that there is, by name
 * @throws {Error} when a page cannot be had
 */
export async function fetchQuestions(pages, names) {
  const cards = await Promise.all(
    names.map(async (name, place) => {
      const page = pages[name.split("/")[0]]
      const found = page ? await fetchQuestion(name, new URL(page, location.href).href) : undefined
      return found ? [renamed(found.element, `exam-${place + 1}-`)] : []
    }),
  )
  return new Map(names.flatMap((name, place) => cards[place].map(card => [name, card])))
}

/**
 * Returns the question on a card, alive.
 * @param {Element | undefined} card
 * @returns {ShowQuestion | undefined}
 */
export function questionOn(card) {
  const question = card?.querySelector("show-question")
  return question instanceof ShowQuestion ? question : undefined
}

/**
 * Whether what is saved is a paper of an exam with so many sections.
 * @param {any} data
 * @param {number} sections
 * @returns {data is Paper}
 */
export function isPaper(data, sections) {
  return (
    typeof data?.word === "string" &&
    areLists(data.drawn) &&
    data.drawn.length === sections &&
    data.drawn.flat().every((/** @type {unknown} */ name) => typeof name === "string") &&
    Object(data.answers) === data.answers &&
    areLists([data.flags, data.past]) &&
    (!data.done || data.past.slice(-1).some((/** @type {any} */ last) => areLists([last?.got, last?.full])))
  )
}

/** @param {unknown} value */
function areLists(value) {
  return Array.isArray(value) && value.every(Array.isArray)
}

/**
 * Puts `start` before every name on a card: two stages may have questions of the same name.
 * @param {Element} card
 * @param {string} start
 * @returns {Element}
 */
function renamed(card, start) {
  card.querySelector(".show-question")?.removeAttribute("id")
  for (const name of ["id", "name", "for", "aria-labelledby", "aria-describedby"]) {
    for (const named of card.querySelectorAll(`[${name}]`)) named.setAttribute(name, start + named.getAttribute(name))
  }
  return card
}
