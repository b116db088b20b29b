"""What the block types bring along for the browser: their style in one sheet, their elements a file each."""

from collections.abc import Iterator

from generator import blocks, registry
from generator.plan import Plan
from generator.render import OutputFile

STYLE = "assets/blocks.css"
ELEMENTS = "assets/elements"


def render(plan: Plan) -> Iterator[OutputFile]:
    """Yield the style sheet and the elements for each language's folder."""
    folders = {name: registry.folder(blocks, name) for name in registry.names(blocks)}
    sheets = [(folder / "web.css").read_bytes() for folder in folders.values() if (folder / "web.css").is_file()]
    for tree in plan.trees:
        yield OutputFile(f"{tree.language}/docs/{STYLE}", b"\n".join(sheets))
        for name, folder in folders.items():
            if has_element(name):
                yield OutputFile(f"{tree.language}/docs/{ELEMENTS}/{name}.js", (folder / "element.js").read_bytes())


def has_element(block_type: str) -> bool:
    """Whether the type is alive in the browser."""
    return (registry.folder(blocks, block_type) / "element.js").is_file()
