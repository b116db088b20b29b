// @ts-check
// Runs as a table for Excel.

import { isDefect, items } from "./run.js"

/** @typedef {import("./run.js").Run} Run */
/** @typedef {{ticked: string, columns: string[], head: string, out: string}} TableWords */

/**
 * Returns a table of all that is noted in `runs`, one row an item, as CSV that Excel opens with its Chinese intact.
 * @param {Run[]} runs
 * @param {TableWords} words
 * @param {Record<string, string>} results
 * @returns {string}
 */
export function toCsv(runs, words, results) {
  const rows = runs.flatMap(run => {
    const start = [run.title, run.code, time(run.started), time(run.finished)]
    const head = run.fields.map(({ id, title }) => [...start, words.head, "", title, run.head[id] ?? "", "", "", ""])
    const group = new Map(run.groups.flatMap(({ title, items: own }) => own.map(item => [item.id, title])))
    const noted = items(run).map(item => {
      const { value = "", remark = "", photo = "" } = run.noted[item.id] ?? {}
      const meanings = item.result === "tick" ? { ok: words.ticked } : results
      const shown = item.result === "number" ? value : /** @type {Record<string, string>} */ (meanings)[value]
      const wrong = item.result === "number" && isDefect(item, run.noted[item.id]) ? `${words.out}; ` : ""
      return [...start, group.get(item.id) ?? "", item.number, item.text, shown ?? "", item.unit, wrong + remark, photo]
    })
    return [...head, ...noted]
  })
  return `\ufeff${[words.columns, ...rows].map(row => row.map(cell).join(",")).join("\r\n")}\r\n`
}

/**
 * Writes a cell. What Excel would take for a formula gets an apostrophe: a remark may come from anywhere.
 * @param {string} text
 * @returns {string}
 */
function cell(text) {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^[-+]?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * @param {number | null} milliseconds
 * @returns {string} as in "2026-11-23 18:05", by the clock of this device
 */
function time(milliseconds) {
  if (milliseconds === null) return ""
  const date = new Date(milliseconds)
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0")
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join("-")
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`
}

/**
 * Returns today's date for the name of a file.
 * @returns {string}
 */
export function today() {
  return time(Date.now()).slice(0, 10)
}
