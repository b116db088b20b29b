// @ts-check
// Saves that a page was read: its end came into view. Stands empty at that end.

import { store } from "./store.js"

class ShowReading extends HTMLElement {
  connectedCallback() {
    const id = this.dataset.page ?? ""
    if (store.read("reading", id)) return
    const observer = new IntersectionObserver(entries => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      observer.disconnect()
      void store.update("reading", id, data => data ?? { read: Date.now() })
    })
    observer.observe(this)
  }
}

customElements.define("show-reading", ShowReading)
