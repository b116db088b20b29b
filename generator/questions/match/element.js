// @ts-check
import { lists } from "../../elements/choices.js"
import { define } from "../../elements/question.js"

define("match", lists)
