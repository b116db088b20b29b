// @ts-check
// The questions of a paper, taken out of the stages' pages of questions.

import { ShowQuestion } from "../elements/question.js"

/**
 * Fetches what a paper asks.
 * @param {Record<string, string>} pages address of each stage's page of questions
 * @param {string[]} names questions as "stage/question"
 * @returns {Promise<Map<string, HTMLElement>>} the card of each question that there is, by name
 * @throws {Error} when a page cannot be had
 */
export async function fetchQuestions(pages, names) {
  const stages = [...new Set(names.map(name => name.split("/")[0]))].filter(stage => stage in pages)
  const fetched = await Promise.all(stages.map(stage => fetchPage(pages[stage])))
  /** @type {Map<string, HTMLElement>} */
  const found = new Map()
  names.forEach((name, place) => {
    const page = fetched[stages.indexOf(name.split("/")[0])]
    const card = page?.querySelector(`show-question[data-id="${name}"]`)?.closest(".show-question")
    if (card instanceof HTMLElement) found.set(name, copyOf(card, `exam-${place + 1}-`))
  })
  return found
}

/**
 * Returns the question on a card, alive.
 * @param {HTMLElement | undefined} card
 * @returns {ShowQuestion | undefined}
 */
export function questionOn(card) {
  const question = card?.querySelector("show-question")
  return question instanceof ShowQuestion ? question : undefined
}

/**
 * @param {string} address
 * @returns {Promise<Document>} with links that hold everywhere
 */
async function fetchPage(address) {
  const url = new URL(address, location.href)
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${answer.status} ${url}`)
  const page = new DOMParser().parseFromString(await answer.text(), "text/html")
  for (const name of ["href", "src"]) {
    for (const link of page.querySelectorAll(`.show-question [${name}]`)) {
      link.setAttribute(name, new URL(link.getAttribute(name) ?? "", url).href)
    }
  }
  return page
}

/**
 * @param {HTMLElement} card of another page
 * @param {string} start of every name on it: two stages may have questions of the same name
 * @returns {HTMLElement}
 */
function copyOf(card, start) {
  const copy = document.importNode(card, true)
  copy.removeAttribute("id")
  for (const name of ["id", "name", "for", "aria-labelledby", "aria-describedby"]) {
    for (const named of copy.querySelectorAll(`[${name}]`)) named.setAttribute(name, start + named.getAttribute(name))
  }
  return copy
}
