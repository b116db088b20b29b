// @ts-check
// A card: one turns it over and says whether one knew.
import { define } from "../../elements/question.js"

define("flashcard", {
  own: "turn",
  read: () => undefined,
  write: () => undefined,
  mark: () => ({ fraction: 0, right: [], wrong: [], feedback: [] }),
})
