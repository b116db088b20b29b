// @ts-check
// One's own words; then one ticks what they have of what a good answer has.
import { define } from "../../elements/question.js"
import { ofParts } from "../../elements/scoring.js"

/** @typedef {import("../../elements/question.js").ShowQuestion} ShowQuestion */

/** @param {ShowQuestion} question */
const field = question => /** @type {HTMLTextAreaElement} */ (question.querySelector(".show-question__own textarea"))
/** @param {ShowQuestion} question */
const points = question => [.../** @type {NodeListOf<HTMLInputElement>} */ (question.querySelectorAll(".show-question__points input"))]

define("short", {
  own: "compare",
  read(question) {
    const text = field(question).value.trim()
    return text ? [text, ...points(question).flatMap(box => (box.checked ? [box.value] : []))] : undefined
  },
  lack: (question, { empty }) => (field(question).value.trim() ? "" : empty),
  write(question, answer) {
    const [text = "", ...ticked] = Array.isArray(answer) ? answer : []
    field(question).value = text
    for (const box of points(question)) box.checked = ticked.includes(box.value)
  },
  mark: question => ({ fraction: ofParts(points(question).map(box => box.checked)), right: [], wrong: [], feedback: [] }),
})
