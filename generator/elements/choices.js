// @ts-check
// Options to choose from: `single`, `multiple` and `truefalse`. And lists to choose from: `match` and `categorize`.

import { ofMultiple, ofParts, ofSingle } from "./scoring.js"

/** @typedef {import("./question.js").ShowQuestion} ShowQuestion */
/** @typedef {import("./question.js").Answer} Answer */
/** @typedef {import("./question.js").Kind} Kind */

/**
 * @param {ShowQuestion} question
 * @returns {HTMLInputElement[]}
 */
function boxes(question) {
  return [.../** @type {NodeListOf<HTMLInputElement>} */ (question.querySelectorAll(".show-question__ask .show-option input"))]
}

/** @type {Kind} */
export const options = {
  read(question) {
    const chosen = boxes(question).flatMap(box => (box.checked ? [box.value] : []))
    return chosen.length ? chosen : undefined
  },
  write(question, answer) {
    for (const box of boxes(question)) box.checked = Array.isArray(answer) && answer.includes(box.value)
  },
  mark(question, answer) {
    const chosen = Array.isArray(answer) ? answer : []
    const all = [...question.answers.querySelectorAll("[data-part]")]
    const names = all.map(part => part.getAttribute("data-part") ?? "")
    const right = names.filter((_, place) => all[place].hasAttribute("data-right"))
    const grading = /** @type {import("./scoring.js").ChoiceGrading | undefined} */ (question.dataset.grading)
    const fraction = grading
      ? ofMultiple(chosen, right, names.length - right.length, grading)
      : ofSingle(chosen, right)
    const wrong = chosen.filter(name => !right.includes(name))
    return { fraction, right: chosen.filter(name => right.includes(name)), wrong, feedback: wrong }
  },
}

/**
 * Lists or fields, each of which has one right answer; `isRight` compares what was given with the answer of its part.
 * @param {(given: string, part: HTMLElement) => boolean} isRight
 * @param {(given: string, name: string, question: ShowQuestion) => string} [mistake] the `data-choice` of a wrong answer
 * @returns {Kind}
 */
export function parts(isRight, mistake = given => given) {
  return {
    read(question) {
      const given = Object.fromEntries(fields(question).map(([name, field]) => [name, field.value.trim()]))
      return Object.values(given).some(Boolean) ? given : undefined
    },
    write(question, answer) {
      for (const [name, field] of fields(question)) {
        field.value = new Map(Object.entries(answer)).get(name) ?? ""
      }
    },
    mark(question, answer) {
      const given = /** @type {Record<string, string>} */ (answer)
      const all = [.../** @type {NodeListOf<HTMLElement>} */ (question.answers.querySelectorAll("[data-part]"))]
      const names = all.map(part => part.dataset.part ?? "")
      const good = all.map((part, place) => isRight(given[names[place]] ?? "", part))
      const wrong = names.filter((name, place) => !good[place] && given[name])
      return {
        fraction: ofParts(good),
        right: names.filter((_, place) => good[place]),
        wrong,
        feedback: [...new Set(wrong.flatMap(name => [name, mistake(given[name], name, question)]))],
      }
    },
  }
}

/** @type {Kind} */
export const lists = parts((given, part) => given === part.dataset.right)

/**
 * @param {ShowQuestion} question
 * @returns {[string, HTMLInputElement | HTMLSelectElement][]}
 */
function fields(question) {
  return [...question.querySelectorAll(".show-question__ask [data-value]")].flatMap(place => {
    const field = place.matches("select, input") ? place : place.querySelector("select, input")
    const fits = field instanceof HTMLSelectElement || field instanceof HTMLInputElement
    return fits ? [[place.getAttribute("data-value") ?? "", field]] : []
  })
}
