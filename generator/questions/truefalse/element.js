// @ts-check
// A judgement, and one's own reason where one is asked for: it is kept, but not marked.
import { options } from "../../elements/choices.js"
import { define } from "../../elements/question.js"

/** @param {import("../../elements/question.js").ShowQuestion} question */
const reason = question => question.querySelector("textarea")

define("truefalse", {
  ...options,
  read(question) {
    const chosen = options.read(question)
    return Array.isArray(chosen) ? [...chosen, reason(question)?.value ?? ""] : undefined
  },
  write(question, answer) {
    options.write(question, answer)
    const field = reason(question)
    if (field && Array.isArray(answer)) field.value = answer[1] ?? ""
  },
  mark: (question, answer) => options.mark(question, Array.isArray(answer) ? answer.slice(0, 1) : []),
})
