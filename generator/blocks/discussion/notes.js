// @ts-check
// What a reader has written on a page, each with its question: as plain text, and as a sheet to print alone.

/** @typedef {{question: string, answer: string}} Note */

/**
 * Returns what was written on the page, in its order.
 * @returns {Note[]}
 */
export function notesOnPage() {
  return [...document.querySelectorAll("show-discussion")].flatMap(discussion => {
    const question = discussion.querySelector(".show-discussion__question")?.textContent?.trim() ?? ""
    const answer = discussion.querySelector("textarea")?.value.trim() ?? ""
    return answer ? [{ question, answer }] : []
  })
}

/** @returns {string} the page's title */
function title() {
  const nodes = [...(document.querySelector("article h1")?.childNodes ?? [])]
  const words = nodes.filter(node => !(node instanceof Element && node.matches(".headerlink")))
  return words.map(node => node.textContent).join("").trim()
}

/**
 * @param {Note[]} notes
 * @returns {string}
 */
export function asText(notes) {
  return [title(), ...notes.map(({ question, answer }) => `${question}\n${answer}`)].join("\n\n")
}

/**
 * Prints `notes` and nothing else of the page.
 * @param {Note[]} notes
 */
export function printAlone(notes) {
  const sheet = document.createElement("section")
  sheet.className = "show-notes"
  sheet.append(made("h1", title()), ...notes.flatMap(({ question, answer }) => [made("h2", question), made("p", answer)]))
  document.querySelector(".show-notes")?.remove() // of a browser that never said that it had printed
  document.querySelector("article")?.append(sheet)
  document.documentElement.dataset.printing = "notes"
  addEventListener("afterprint", () => {
    sheet.remove()
    delete document.documentElement.dataset.printing
  }, { once: true })
  print()
}

/**
 * @param {string} tag
 * @param {string} text
 */
function made(tag, text) {
  const element = document.createElement(tag)
  element.textContent = text
  return element
}
