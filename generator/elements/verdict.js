// @ts-check
// What is said of an answer: how good it is, which parts are right and wrong, the feedback that goes with it.

/** @typedef {import("./question.js").Mark} Mark */

/**
 * The interface's words, which the page brings along.
 * @returns {Record<string, string>}
 */
export function words() {
  return JSON.parse(document.querySelector("[data-say]")?.getAttribute("data-say") ?? "{}")
}

/**
 * One sentence behind the other: full-width punctuation brings its own space along.
 * @param {string[]} sentences
 */
export function joined(sentences) {
  return sentences.reduce((text, next) => text + gap(text) + next)
}

/** @param {string} text what the next sentence stands behind */
function gap(text) {
  return /[。？！：]$/.test(text) ? "" : " "
}

export class Verdict {
  /** @param {import("./question.js").ShowQuestion} question */
  constructor(question) {
    this.question = question
  }

  /** @returns {HTMLElement} */
  get #place() {
    return /** @type {HTMLElement} */ (this.question.querySelector(".show-question__result"))
  }

  /** Says nothing any more. */
  clear() {
    this.#place.replaceChildren()
    delete this.#place.dataset.verdict
    for (const sign of this.question.querySelectorAll(".show-verdict")) sign.remove()
  }

  /**
   * Says something that is no verdict.
   * @param {string} words
   */
  say(words) {
    this.clear()
    this.#place.append(words)
  }

  /**
   * Says how good the answer is, before what is there already.
   * @param {number} fraction
   * @param {string} [more] name of a sentence to add
   * @param {number} [count] for that
   * @param {string} [said] name of the sentence that says how good it is
   */
  judge(fraction, more = "", count = 0, said) {
    const verdict = fraction === 1 ? "right" : fraction > 0 ? "partly" : "wrong"
    const name = said ?? verdict
    this.#place.dataset.verdict = verdict
    this.#place.prepend(line(name), ...(more ? [gap(words()[name]), line(more, count)] : []))
  }

  /**
   * Marks what is right and wrong, and gives the feedback that goes with it.
   * @param {Mark} mark
   */
  mark({ right, wrong, feedback }) {
    for (const [names, verdict] of /** @type {const} */ ([[right, "right"], [wrong, "wrong"]])) {
      for (const name of names) find(this.question, "value", name)?.append(sign(verdict))
    }
    const list = document.createElement("ul")
    for (const name of feedback) {
      const { answers } = this.question
      const part = find(answers, "part", name) ?? find(answers, "choice", name)
      const said = part?.querySelector(".show-question__feedback")
      if (said) list.appendChild(document.createElement("li")).append(...[...said.childNodes].map(node => node.cloneNode(true)))
    }
    if (list.childElementCount) this.#place.append(list)
  }

  /** @param {string} name of what there is to say beside the result, "" for nothing */
  note(name) {
    const known = this.question.querySelector(".show-question__note")
    const note = known ?? document.createElement("p")
    note.className = "show-question__note"
    note.textContent = words()[name] ?? ""
    if (!name) note.remove()
    else if (!known) this.#place.after(note)
  }
}

/**
 * @param {string} name
 * @param {number} [count]
 */
function line(name, count = 0) {
  const line = document.createElement("strong")
  line.textContent = words()[name].replace("{}", String(count))
  return line
}

/** @param {"right" | "wrong"} verdict */
function sign(verdict) {
  // Has a name: who cannot see it has to know which part it is.
  const sign = document.createElement("span")
  sign.className = "show-verdict"
  sign.dataset.verdict = verdict
  sign.setAttribute("role", "img")
  sign.setAttribute("aria-label", words()[verdict])
  return sign
}

/**
 * The element inside whose `data-<attribute>` is `name`, which may be anything.
 * @param {Element} inside
 * @param {string} attribute
 * @param {string} name
 */
function find(inside, attribute, name) {
  return inside.querySelector(`[data-${attribute}="${CSS.escape(name)}"]`)
}
