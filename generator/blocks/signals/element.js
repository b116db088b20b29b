// @ts-check
// Signals of one strength at a time. The page comes with all of them and with the buttons hidden.

class ShowSignals extends HTMLElement {
  connectedCallback() {
    const filter = this.querySelector(".show-signals__filter")
    if (filter instanceof HTMLElement) filter.hidden = false
    this.addEventListener("click", this) // the same listener twice is one listener
  }

  /** @param {Event} event */
  handleEvent(event) {
    const button = event.target instanceof Element ? event.target.closest("button[data-strength]") : null
    if (button instanceof HTMLButtonElement) this.show(button.dataset.strength ?? "")
  }

  /**
   * Shows the signals of one strength and says how many they are.
   * @param {string} strength empty for all
   */
  show(strength) {
    for (const button of this.querySelectorAll("button[data-strength]")) {
      button.setAttribute("aria-pressed", String(button.getAttribute("data-strength") === strength))
    }
    const signals = [...this.querySelectorAll(".show-fold")].filter(signal => signal instanceof HTMLElement)
    for (const signal of signals) signal.hidden = strength !== "" && signal.dataset.strength !== strength
    this.#say(signals.filter(signal => !signal.hidden).length, signals.length)
  }

  /**
   * @param {number} shown
   * @param {number} total
   */
  #say(shown, total) {
    const count = this.querySelector("[role=status]")
    const words = count?.getAttribute("data-words") ?? ""
    if (count) count.textContent = words.replace("{shown}", String(shown)).replace("{total}", String(total))
  }
}

customElements.define("show-signals", ShowSignals)
