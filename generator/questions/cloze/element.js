// @ts-check
// Gaps: chosen from a list, or typed and compared without regard to case, blanks, width and form of the characters.
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

define(
  "cloze",
  parts(
    (given, { dataset }) => ("accept" in dataset ? isAccepted(given, dataset.accept) : given === dataset.right),
    (given, name, question) => {
      const mistakes = [.../** @type {NodeListOf<HTMLElement>} */ (question.answers.querySelectorAll(`[data-choice^="${name}:"][data-accept]`))]
      return mistakes.find(({ dataset }) => isAccepted(given, dataset.accept))?.dataset.choice ?? given
    },
  ),
)
