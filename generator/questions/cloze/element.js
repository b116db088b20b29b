// @ts-check
// Gaps: chosen from a list, or typed and compared without regard to case, blanks, width and form of the characters. Words
// where a number is right are a slip, and cost no try.
import { parts } from "../../elements/choices.js"
import { define } from "../../elements/question.js"
import { normal } from "../../elements/scoring.js"

/**
 * @param {string} given
 * @param {string | undefined} accepted
 * @returns {boolean}
 */
function isAccepted(given, accepted) {
  const { words, same } = JSON.parse(accepted ?? '{"words": []}')
  return words.includes(normal(given, same))
}

/**
 * The known mistake that was typed, by its `data-choice`; otherwise what was typed.
 * @param {string} given
 * @param {string} name of the gap
 * @param {import("../../elements/question.js").ShowQuestion} question
 */
function mistakeOf(given, name, { answers }) {
  const all = [.../** @type {NodeListOf<HTMLElement>} */ (answers.querySelectorAll(`[data-choice^="${name}:"][data-accept]`))]
  return all.find(({ dataset }) => isAccepted(given, dataset.accept))?.dataset.choice ?? given
}

/**
 * Whether words were typed where a number is right, which is a slip: neither right nor a known mistake.
 * @param {string} given
 * @param {string} name of the gap
 * @param {import("../../elements/question.js").ShowQuestion} question
 */
function isNoNumber(given, name, question) {
  const accepted = question.answers.querySelector(`[data-part="${name}"]`)?.getAttribute("data-accept") ?? undefined
  if (!given || /\p{N}/u.test(given) || isAccepted(given, accepted)) return false
  return /"\d+"/.test(accepted ?? "") && mistakeOf(given, name, question) === given
}

const gaps = parts(
  (given, { dataset }) => ("accept" in dataset ? isAccepted(given, dataset.accept) : given === dataset.right),
  mistakeOf,
)

define("cloze", {
  ...gaps,
  lack(question, { empty, no_number }) {
    const given = Object.entries(gaps.read(question) ?? {})
    const slip = given.find(([name, text]) => isNoNumber(text, name, question))
    return slip ? no_number.replace("{}", () => slip[1]) : given.length ? "" : empty
  },
})
