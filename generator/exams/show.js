// @ts-check
// Writes a paper and its result into the page.

import { isPassed, rounded, sum } from "./past.js"
import { Sheet } from "./sheet.js"

/** @typedef {import("./element.js").ShowExam} ShowExam */
/** @typedef {import("./paper.js").Paper} Paper */
/** @typedef {import("./past.js").Result} Result */

/**
 * Adds a copy of what the page has in a template of that name.
 * @param {Element} exam
 * @param {string} name
 * @param {Element} place
 * @returns {HTMLElement}
 */
function make(exam, name, place) {
  const template = /** @type {HTMLTemplateElement} */ (exam.querySelector(`template[data-make="${name}"]`))
  const made = /** @type {HTMLElement} */ (document.importNode(template.content, true).firstElementChild)
  return place.appendChild(made)
}

/**
 * Shows the questions of a paper, section by section, and its answer sheet.
 * @param {ShowExam} exam
 * @param {Paper} paper
 * @param {Map<string, Element>} cards
 * @returns {Sheet}
 */
export function layOut(exam, paper, cards) {
  const list = /** @type {HTMLElement} */ (exam.querySelector("[data-exam]"))
  list.replaceChildren()
  const sheet = new Sheet(exam, paper)
  paper.drawn.forEach((names, place) => {
    const { title, marks } = exam.rules.sections[place]
    const section = make(exam, "section", list)
    filled(section, "h2", exam.words.section, title, marks)
    for (const name of names) {
      const box = make(exam, "question", section)
      box.dataset.name = name
      box.dataset.marks = String(marks / names.length)
      const heading = filled(box, "h3", exam.words.question, sheet.add(name))
      heading.id = `exam-${sheet.size}`
      box.setAttribute("aria-labelledby", heading.id)
      box.querySelector("button")?.setAttribute("aria-describedby", heading.id)
      box.append(cards.get(name) ?? gone(exam.words.gone))
    }
  })
  sheet.draw()
  return sheet
}

/**
 * @param {string} said
 * @returns {HTMLElement}
 */
function gone(said) {
  const line = document.createElement("p")
  line.textContent = said
  return line
}

/**
 * Writes `line`, with `values` for each {} in it, into the first `selector` of `box`.
 * @param {Element} box
 * @param {string} selector
 * @param {string} line
 * @param {...(string | number)} values
 * @returns {HTMLElement}
 */
export function filled(box, selector, line, ...values) {
  const place = /** @type {HTMLElement} */ (box.querySelector(selector))
  const pieces = line.split("{}")
  place.textContent = pieces.map((piece, at) => piece + (at < pieces.length - 1 ? (values[at] ?? "") : "")).join("")
  return place
}

/**
 * @param {ShowExam} exam
 * @param {Result} result
 */
export function drawResult(exam, result) {
  const { words, rules } = exam
  const [got, full] = [sum(result.got), sum(result.full)]
  const passed = isPassed(result)
  const verdict = /** @type {HTMLElement} */ (exam.querySelector("[data-part=verdict]"))
  verdict.dataset.verdict = passed ? "right" : "wrong"
  filled(verdict, "strong", passed ? words.passed : words.not_passed, got, full)
  const when = new Date(result.at).toLocaleString(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" })
  filled(exam, "[data-part=date]", "{}", when)
  filled(exam, "[data-part=word]", "{}", result.word)
  filled(exam, "[data-part=pass]", words.pass, result.pass, rounded((result.pass * full) / 100))
  filled(exam, "[data-part=got]", "{}", got)
  filled(exam, "[data-part=full]", "{}", full)
  const rows = /** @type {HTMLElement} */ (exam.querySelector("[data-part=sections]"))
  rows.replaceChildren()
  result.got.forEach((marks, place) => {
    const { title, count } = rules.sections[place]
    const cells = [title, count, marks, result.full[place]]
    const row = make(exam, "row", rows)
    ;[...row.children].forEach((cell, at) => (cell.textContent = String(cells[at])))
  })
  const wechat = /** @type {HTMLElement} */ (exam.querySelector(".show-exam__wechat"))
  wechat.hidden = !/MicroMessenger/i.test(navigator.userAgent)
}

/**
 * Writes over a question what its answer was worth.
 * @param {HTMLElement} box
 * @param {number | undefined} worth from 0 to 1; undefined where there was no answer
 * @param {Record<string, string>} words
 */
export function drawMark(box, worth, words) {
  const mark = /** @type {HTMLElement} */ (box.querySelector(".show-exam__mark"))
  const name = worth === 1 ? "right" : worth ? "partly" : "wrong"
  mark.dataset.verdict = name
  filled(mark, "strong", worth === undefined ? words.open : words[name])
  const full = Number(box.dataset.marks)
  filled(mark, "span", words.got, rounded(full * (worth ?? 0)), rounded(full))
}
