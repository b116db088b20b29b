"""What templates and block types bring along for the browser: their style in one sheet, their elements a file each."""

from collections.abc import Iterator

from generator import blocks, registry
from generator.plan import Plan
from generator.render import OutputFile
from generator.render.environment import TEMPLATES

STYLE = "assets/blocks.css"
ELEMENTS = "assets/elements"


def render(plan: Plan) -> Iterator[OutputFile]:
    """Yield the style sheet and the elements for each language's folder."""
    folders = {name: registry.folder(blocks, name) for name in registry.names(blocks)}
    own = [folder / "web.css" for folder in folders.values()]
    sheets = [sheet.read_bytes() for sheet in (*sorted(TEMPLATES.glob("*.css")), *own) if sheet.is_file()]
    for tree in plan.trees:
        yield OutputFile(f"{tree.language}/docs/{STYLE}", b"\n".join(sheets))
        for name, folder in folders.items():
            if has_element(name):
                yield OutputFile(f"{tree.language}/docs/{ELEMENTS}/{name}.js", (folder / "element.js").read_bytes())


def has_element(block_type: str) -> bool:
    """Whether the type is alive in the browser."""
    return (registry.folder(blocks, block_type) / "element.js").is_file()
