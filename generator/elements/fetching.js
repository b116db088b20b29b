// @ts-check
// Takes a question out of the page that it stands on, and makes a card of a term of the glossary.

/** A question with all that it needs, and the title of its page. @typedef {{element: Element, title: string}} Found */

/** @type {Map<string, Promise<Document>>} */
const pages = new Map()

/**
 * Returns a question, of a case with its story.
 * @param {string} key its `data-id`
 * @param {string} address of the page
 * @returns {Promise<Found | undefined>} undefined where the page no longer has it
 */
export async function fetchQuestion(key, address) {
  const page = await pageAt(address)
  const question = page.querySelector(`show-question[data-id="${CSS.escape(key)}"]`)
  const frame = question?.closest(".show-question")
  if (!frame) return undefined
  const element = document.createElement("div")
  const story = [...(frame.closest(".show-case")?.querySelectorAll(".show-case__title, .show-case__stem") ?? [])]
  element.append(...[...story, frame].map(part => document.importNode(part, true)))
  return found(element, page, address)
}

/**
 * Returns a term as a card: what it is called in front, what the glossary says of it on the back.
 * @param {string} key "glossary/" and its id
 * @param {string} hash of what the glossary says of it
 * @param {string} address of the glossary
 * @param {HTMLTemplateElement} blank a card with nothing on it
 * @returns {Promise<Found | undefined>}
 */
export async function fetchTerm(key, hash, address, blank) {
  const page = await pageAt(address)
  const term = page.getElementById(key.slice(key.indexOf("/") + 1))
  const element = /** @type {Element} */ (document.importNode(blank.content, true).firstElementChild)
  const card = element.querySelector("show-question")
  const sides = [".show-question__prompt", ".show-question__model"].map(side => element.querySelector(side))
  if (!term || !card) return undefined
  card.setAttribute("data-id", key)
  for (const level of card.querySelectorAll(".show-question__meta > :not(.show-tag)")) level.remove()
  card.setAttribute("data-hash", hash)
  for (const [place, part] of ["dfn", "dd"].entries()) {
    const nodes = [...(term.querySelector(part)?.childNodes ?? [])]
    sides[place]?.replaceChildren(...nodes.map(node => document.importNode(node, true)))
  }
  return found(element, page, address)
}

/**
 * @param {Element} element
 * @param {Document} page
 * @param {string} address
 * @returns {Found}
 */
function found(element, page, address) {
  for (const link of element.querySelectorAll("[href], [src]")) {
    const name = link.hasAttribute("href") ? "href" : "src"
    link.setAttribute(name, new URL(link.getAttribute(name) ?? "", address).href)
  }
  return { element, title: page.querySelector("h1")?.textContent?.trim() ?? "" }
}

/**
 * @param {string} address
 * @returns {Promise<Document>}
 */
function pageAt(address) {
  const known = pages.get(address) ?? load(address)
  pages.set(address, known)
  known.catch(() => pages.delete(address)) // to be tried again
  return known
}

/**
 * @param {string} address
 * @returns {Promise<Document>}
 */
async function load(address) {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
  return new DOMParser().parseFromString(await answer.text(), "text/html")
}
