// @ts-check
import { define } from "../../elements/question.js"
import { ofNumber, toNumber } from "../../elements/scoring.js"

/** @param {import("../../elements/question.js").ShowQuestion} question */
const field = question => /** @type {HTMLInputElement} */ (question.querySelector(".show-numeric input"))

define("numeric", {
  read: question => (Number.isNaN(toNumber(field(question).value)) ? undefined : [field(question).value]),
  lack(question, { number, no_number }) {
    const { value } = field(question)
    return Number.isNaN(toNumber(value)) ? (value.trim() ? no_number.replace("{}", () => value) : number) : ""
  },
  write(question, answer) {
    field(question).value = Array.isArray(answer) ? (answer[0] ?? "") : ""
  },
  mark(question, answer) {
    const given = toNumber(Array.isArray(answer) ? answer[0] : "")
    const { dataset } = /** @type {HTMLElement} */ (question.answers.querySelector("[data-part]"))
    const fraction = ofNumber(given, Number(dataset.right), Number(dataset.tolerance))
    const known = [.../** @type {NodeListOf<HTMLElement>} */ (question.answers.querySelectorAll("[data-choice]"))]
    const mistake = known.find(other => Number(other.dataset.choice) === given)?.dataset.choice
    return { fraction, right: [], wrong: [], feedback: fraction || !mistake ? [] : [mistake] }
  },
})
