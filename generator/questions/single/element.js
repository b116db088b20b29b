// @ts-check
import { options } from "../../elements/choices.js"
import { define } from "../../elements/question.js"

define("single", options)
