// @ts-check
// What an answer is worth, from 0 to 1, by the rules of Moodle's question types. Nothing here knows of pages.

/** @typedef {"relative-next" | "absolute-position" | "all-or-nothing"} OrderGrading */
/** @typedef {"partial" | "all-or-nothing"} ChoiceGrading */

/**
 * One right option: that one, and no other.
 * @param {string[]} chosen
 * @param {string[]} right
 * @returns {number}
 */
export function ofSingle(chosen, right) {
  return chosen.length === 1 && right.includes(chosen[0]) ? 1 : 0
}

/**
 * Several right options: each counts its part of all right ones, each wrong one takes its part of all wrong ones away.
 * @param {string[]} chosen
 * @param {string[]} right
 * @param {number} wrong how many wrong options there are
 * @param {ChoiceGrading} [grading]
 * @returns {number}
 */
export function ofMultiple(chosen, right, wrong, grading = "partial") {
  const hits = chosen.filter(option => right.includes(option)).length
  const misses = chosen.length - hits
  if (grading === "all-or-nothing") return Number(hits === right.length && misses === 0)
  return Math.max(0, hits / right.length - (misses ? misses / wrong : 0))
}

/**
 * Things in order.
 * @param {string[]} order
 * @param {string[]} right
 * @param {OrderGrading} [grading]
 * @returns {number}
 */
export function ofOrder(order, right, grading = "relative-next") {
  const placed = order.filter((item, place) => item === right[place]).length
  if (grading === "all-or-nothing") return Number(placed === right.length)
  if (grading === "absolute-position") return placed / right.length
  const next = new Map(right.map((item, place) => [item, right[place + 1]]))
  const followed = order.slice(0, -1).filter((item, place) => next.get(item) === order[place + 1]).length
  return followed / (right.length - 1)
}

/**
 * Pairs, cards, gaps, points: each counts the same.
 * @param {boolean[]} parts whether each is right
 * @returns {number}
 */
export function ofParts(parts) {
  return parts.filter(Boolean).length / parts.length
}

/**
 * A number, as far from the right one as may be; NaN is not right.
 * @param {number} number
 * @param {number} right
 * @param {number} [tolerance]
 * @returns {number}
 */
export function ofNumber(number, right, tolerance = 0) {
  const rounding = Number.EPSILON * Math.max(Math.abs(number), Math.abs(right)) // 0.1 + 0.2 is not 0.3
  return Number(Math.abs(number - right) <= tolerance + rounding)
}

/**
 * What is left of it after wrong tries.
 * @param {number} fraction of the last try
 * @param {number} wrongTries before that
 * @param {number} penalty for each
 * @returns {number}
 */
export function afterTries(fraction, wrongTries, penalty) {
  return Math.max(0, fraction - wrongTries * penalty)
}

/**
 * Reads a number as people write it: full-width digits, a comma or a full stop before the fraction, blanks or commas
 * between thousands, a currency before it, a sign of percent or a unit behind it.
 * @param {string} text
 * @returns {number} NaN where there is none, or more than one, as in "1/2" and "24-48"
 */
export function toNumber(text) {
  const plain = text.normalize("NFKC").replace(/[−–]/g, "-").replace(/[\s ]/g, "")
  const [, written] = /^[¥$€£]?([+-]?(?:\d[\d.,]*|\.\d+))(?![-+/*:^×÷~\d.,])/.exec(plain) ?? ["", ""]
  const thousands = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(written)
  const number = thousands ? written.replaceAll(",", "") : written.replace(",", ".")
  return number === "" ? Number.NaN : Number(number)
}

/**
 * Returns `text` as typed answers are compared: without case, blanks, punctuation and the width of its signs; must
 * agree with `normal` in questions/choices.py.
 * @param {string} text
 * @param {Record<string, string>} [same] the traditional forms of simplified characters
 * @returns {string}
 */
export function normal(text, same = {}) {
  const folded = text.normalize("NFKC").toUpperCase().toLowerCase().replaceAll("ς", "σ").replace(/[^\p{L}\p{N}\p{S}]/gu, "")
  const simple = new Map(Object.entries(same).flatMap(([sign, others]) => [...others].map(other => [other, sign])))
  return [...folded].map(sign => simple.get(sign) ?? sign).join("")
}
