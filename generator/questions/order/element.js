// @ts-check
// Things to put in order, by two buttons each; where the item went is said.
import { define } from "../../elements/question.js"
import { ofOrder } from "../../elements/scoring.js"

/** @typedef {import("../../elements/question.js").ShowQuestion} ShowQuestion */

/** @param {ShowQuestion} question */
const list = question => /** @type {HTMLElement} */ (question.querySelector(".show-order"))
/** @param {ShowQuestion} question */
const items = question => /** @type {HTMLElement[]} */ ([...list(question).children])

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
  made.setAttribute("aria-label", name.replace("{}", item.textContent ?? ""))
  return made
}

/**
 * @param {ShowQuestion} question
 * @param {Element} pressed
 */
function move(question, pressed) {
  const item = /** @type {HTMLElement} */ (pressed.closest("li"))
  const other = pressed.getAttribute("data-way") === "up" ? item.previousElementSibling : item.nextElementSibling
  if (!other) return
  if (pressed.getAttribute("data-way") === "up") other.before(item)
  else other.after(item)
  const focused = /** @type {HTMLElement} */ (pressed)
  focused.focus()
  question.dataset.moved = ""
  const said = list(question).dataset.moved ?? ""
  const place = items(question).indexOf(item) + 1
  question.changed()
  const status = question.querySelector(".show-question__result")
  if (status) status.textContent = said.replace("{}", String(place))
}

define("order", {
  prepare(question) {
    const { up = "", down = "" } = list(question).dataset
    for (const item of items(question)) item.append(button(item, "up", up), button(item, "down", down))
    list(question).addEventListener("click", ({ target }) => {
      const pressed = target instanceof Element ? target.closest("button[data-way]") : null
      if (pressed && !question.state.done) move(question, pressed)
    })
  },
  // Who finds the order right as it stands may say so.
  read: question => items(question).map(item => item.dataset.value ?? ""),
  write(question, answer) {
    const order = Array.isArray(answer) ? answer : []
    const sorted = items(question).sort((one, other) => order.indexOf(one.dataset.value ?? "") - order.indexOf(other.dataset.value ?? ""))
    list(question).append(...sorted)
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
