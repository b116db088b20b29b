// @ts-check
// Things to put in order, by two buttons each; where the item went is said.
import { define } from "../../elements/question.js"
import { ofOrder } from "../../elements/scoring.js"

/** @typedef {import("../../elements/question.js").ShowQuestion} ShowQuestion */

/** @param {ShowQuestion} question */
const list = question => /** @type {HTMLElement} */ (question.querySelector(".show-order"))
/** @param {ShowQuestion} question */
const items = question => /** @type {HTMLElement[]} */ ([...list(question).children])
/** @param {HTMLElement} item */
const nameOf = item => item.dataset.value ?? ""

// More steps than this from one end to the other are too many to tap.
const FEW = 8

/** How the items came, mixed. @type {WeakMap<ShowQuestion, string[]>} */
const mixed = new WeakMap()

/**
 * @param {HTMLElement} item
 * @param {string} way "up" or "down"
 * @param {string} name
 */
function button(item, way, name) {
  const made = document.createElement("button")
  made.type = "button"
  made.className = `show-order__button show-order__button--${way}`
  made.dataset.way = way
  made.setAttribute("aria-label", name.replace("{}", item.querySelector(".show-order__text")?.textContent ?? ""))
  return made
}

/**
 * A list of places to choose from, for long lists.
 * @param {HTMLElement} item
 * @param {number} count
 * @param {string} name
 */
function places(item, count, name) {
  const made = document.createElement("select")
  made.className = "show-order__place"
  made.setAttribute("aria-label", name.replace("{}", item.querySelector(".show-order__text")?.textContent ?? ""))
  made.append(...Array.from({ length: count }, (_, place) => new Option(String(place + 1))))
  return made
}

/**
 * @param {ShowQuestion} question
 * @param {HTMLSelectElement} chooser
 */
function put(question, chooser) {
  const item = /** @type {HTMLElement} */ (chooser.closest("li"))
  const others = items(question).filter(other => other !== item)
  const next = others[chooser.selectedIndex] ?? null
  list(question).insertBefore(item, next)
  // What is moved loses the focus.
  chooser.focus()
  bound(question)
}

/**
 * Shows where each item stands, and says of the first item that it cannot go up, and of the last that it cannot go down: a button that went away would
 * take the focus along.
 * @param {ShowQuestion} question
 */
function bound(question) {
  for (const [place, item] of items(question).entries()) {
    const chooser = item.querySelector("select")
    if (chooser) chooser.selectedIndex = place
    const [up, down] = item.querySelectorAll("button")
    up.setAttribute("aria-disabled", String(!item.previousElementSibling))
    down.setAttribute("aria-disabled", String(!item.nextElementSibling))
  }
}

/**
 * @param {ShowQuestion} question
 * @param {Element} pressed
 */
function move(question, pressed) {
  const item = /** @type {HTMLElement} */ (pressed.closest("li"))
  const up = pressed.getAttribute("data-way") === "up"
  const other = up ? item.previousElementSibling : item.nextElementSibling
  if (!other) return
  // The other one moves: what is moved loses the focus.
  if (up) item.after(other)
  else item.before(other)
  bound(question)
  question.changed()
  question.say((list(question).dataset.moved ?? "").replace("{}", String(items(question).indexOf(item) + 1)))
}

define("order", {
  prepare(question) {
    const { up = "", down = "", place = "" } = list(question).dataset
    const count = items(question).length
    mixed.set(question, items(question).map(nameOf))
    for (const item of items(question)) {
      const chooser = count > FEW ? [places(item, count, place)] : []
      item.append(button(item, "up", up), button(item, "down", down))
      item.prepend(...chooser)
    }
    bound(question)
    list(question).addEventListener("click", ({ target }) => {
      const pressed = target instanceof Element ? target.closest("button[data-way]") : null
      if (pressed) move(question, pressed)
    })
    list(question).addEventListener("input", ({ target }) => {
      if (target instanceof HTMLSelectElement) put(question, target)
    })
  },
  // Who finds the order right as it stands may say so.
  read: question => items(question).map(nameOf),
  write(question, answer) {
    const order = Array.isArray(answer) ? answer : (mixed.get(question) ?? [])
    list(question).append(...items(question).sort((one, other) => order.indexOf(nameOf(one)) - order.indexOf(nameOf(other))))
    bound(question)
  },
  mark(question, answer) {
    const given = Array.isArray(answer) ? answer : []
    const right = [...question.answers.querySelectorAll("[data-part]")].map(part => part.getAttribute("data-part") ?? "")
    const grading = /** @type {import("../../elements/scoring.js").OrderGrading} */ (question.dataset.grading)
    const placed = given.filter((name, place) => name === right[place])
    const fraction = ofOrder(given, right, grading)
    return { fraction, right: placed, wrong: given.filter(name => !placed.includes(name)), feedback: fraction === 1 ? [] : ["order"] }
  },
})
