"""What templates and types bring along for the browser: their style in one sheet, their elements a file each.

Scripts are served in folders like those they stand in below `generator/`, so that one module imports another by the
same path here and there: `generator/elements/store.js` is at `assets/elements/store.js`, the element of a block type at
`assets/blocks/<type>/element.js`. They are served as they were written, but for comments, as the styles are: those are
two fifths of what a phone would load.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from generator import blocks, registry
from generator.plan import Plan
from generator.render import OutputFile
from generator.render.environment import TEMPLATES

STYLE = "assets/blocks.css"
QUESTIONS_STYLE = "assets/questions.css"
DRILL_STYLE = "assets/drill.css"
OF_QUESTIONS = {QUESTIONS_STYLE: "question.css", DRILL_STYLE: "drill.css"}
GENERATOR = TEMPLATES.parent
ELEMENTS = GENERATOR / "elements"
# Whole lines, and within one the type of a value and, in a style sheet, what stands behind a rule.
COMMENT = re.compile(rb"(?m)^ *(?://.*|/\*(?:[^*]|\*(?!/))*\*/ *)\n| */\*\* @.*?\*/|(?<=[;}]) */\* .*? \*/")
PREVIEW = GENERATOR / "preview"  # its script is for those who write, and not part of any site
EXAM_STYLE = "assets/exam.css"
EXAM = GENERATOR / "exams"
EXAM_ELEMENT = "assets/exams/element.js"
EXAM_RESULTS = "assets/exams/results.js"


def render(plan: Plan) -> Iterator[OutputFile]:
    """Yield the style sheet and the elements for each language's folder."""
    own = [registry.folder(blocks, name) / "web.css" for name in registry.names(blocks)]
    sheets = [sheet.read_bytes() for sheet in (*sorted(TEMPLATES.glob("*.css")), *own) if sheet.is_file()]
    styles = {STYLE: b"\n".join(sheets)}
    styles |= {path: (ELEMENTS / name).read_bytes() for path, name in OF_QUESTIONS.items()}
    styles |= {EXAM_STYLE: (EXAM / "exam.css").read_bytes()} if plan.process.exams else {}
    styles = {path: COMMENT.sub(b"", style) for path, style in styles.items()}
    found = (script for script in sorted(GENERATOR.rglob("*.js")) if script.parent != PREVIEW)
    scripts = {address(script): COMMENT.sub(b"", script.read_bytes()) for script in found}
    for tree in plan.trees:
        for path, style in styles.items():
            yield OutputFile(f"{tree.language}/docs/{path}", style)
        for path, script in scripts.items():
            yield OutputFile(f"{tree.language}/docs/{path}", script)


def address(script: Path) -> str:
    """Return where a script of `generator/` is served, relative to the language's root."""
    return f"assets/{script.relative_to(GENERATOR).as_posix()}"


def element_of(name: str, kind: ModuleType = blocks) -> Path | None:
    """Return the script of a type of `kind` that is alive in the browser."""
    element = registry.folder(kind, name) / "element.js"
    return element if element.is_file() else None
