// @ts-check
// What came of the papers of an exam, the last one at the end. Nothing here knows of the page.

/**
 * Marks got and marks there are, section by section; `pass` in per cent.
 * @typedef {{at: number, word: string, got: number[], full: number[], pass: number}} Result
 */

const LONGEST_PAST = 20

/**
 * Returns the results in what is saved of an exam, without what no version of this site has saved.
 * @param {unknown} data
 * @returns {Result[]}
 */
export function pastOf(data) {
  const { past } = Object(data)
  return Array.isArray(past) ? past.filter(isResult) : []
}

/** @param {unknown} value */
function isResult(value) {
  const { at, got, full, pass } = Object(value)
  const isListed = [got, full].every(marks => Array.isArray(marks) && marks.every(Number.isFinite))
  return isListed && Number.isFinite(at) && Number.isFinite(pass) && sum(full) > 0
}

/**
 * Returns the latest of the best results.
 * @param {Result[]} past
 * @returns {Result | undefined}
 */
export function bestOf(past) {
  const best = Math.max(...past.map(share))
  return past.filter(result => share(result) === best).pop()
}

/**
 * Returns the past with one more paper. Of many papers the oldest are left out, but never the best one.
 * @param {Result[]} past
 * @param {Result} result
 * @returns {Result[]}
 */
export function withResult(past, result) {
  const all = [...past, result]
  const best = bestOf(pastOf({ past: all }))
  return all.filter((one, place) => one === best || place >= all.length - LONGEST_PAST)
}

/** @param {Result} result */
function share({ got, full }) {
  return sum(got) / sum(full)
}

/**
 * @param {number[]} marks
 * @returns {number}
 */
export function sum(marks) {
  return rounded(marks.reduce((total, one) => total + one, 0))
}

/**
 * Whether it is passed.
 * @param {Result} result
 * @returns {boolean}
 */
export function isPassed({ got, full, pass }) {
  return sum(got) * 100 >= pass * sum(full)
}

/**
 * @param {number} number
 * @returns {number}
 */
export function rounded(number) {
  return Math.round(number * 100) / 100
}
