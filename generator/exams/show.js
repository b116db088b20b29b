// @ts-check
// Writes the result of a paper into the page.

import { isPassed, rounded, sum } from "./result.js"

/** @typedef {import("./result.js").Result} Result */

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
 * @param {HTMLElement & {words: Record<string, string>, rules: import("./element.js").Rules}} exam
 * @param {Result} result
 * @param {(name: string, place: Element) => HTMLElement} make
 */
export function drawResult(exam, result, make) {
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
    const row = make("row", rows)
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
