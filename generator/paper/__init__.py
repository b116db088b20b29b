"""Plan → what the sheets of paper are set from: typst templates and, for every sheet, its content as JSON.

Nothing here sets type: `build/press.py` does, with what this package returns.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator import blocks, registry
from generator.fonts import printable
from generator.paper.sheet import content_of
from generator.plan import Plan
from generator.render import OutputFile

TEMPLATES: Final = Path(__file__).parent / "templates"
# What a type of block can bring along for paper, and the name under which the templates find it.
PARTS: Final = {"paper.typ": "in-full", "card.typ": "on-card", "cut-outs.typ": "cut-out"}


def render(plan: Plan) -> Iterator[OutputFile]:
    """Yield the templates, and the content of every sheet as `sheets/<language>/<name>.json`.

    `revision` changes with anything that stands on the sheet.
    """
    for template in sorted(TEMPLATES.glob("*.typ")):
        yield OutputFile(f"templates/{template.name}", template.read_bytes())
    yield from _templates_of_types()
    for tree in plan.trees:
        for sheet in tree.sheets:
            content = json.dumps(content_of(plan, tree, sheet), ensure_ascii=False)
            revision = hashlib.sha256(content.encode()).hexdigest()[:8]
            content = f'{content[:-1]}, "revision": "{revision}"}}'
            # Whatever it comes from: a character that the fonts lack would stop the whole build.
            yield OutputFile(f"sheets/{tree.language}/{sheet.name}.json", printable(content).encode())


def _templates_of_types() -> Iterator[OutputFile]:
    """Yield the templates of block types, and `types.typ`, by which the others find them."""
    lines = []
    for part, name in PARTS.items():
        entries = []
        for block_type in registry.names(blocks):
            file = registry.folder(blocks, block_type) / part
            if file.is_file():
                path = f"{block_type}.{part}"
                yield OutputFile(f"templates/{path}", file.read_bytes())
                alias = f"{name}-{block_type.replace('_', '-')}"
                lines.append(f'#import "{path}": show-block as {alias}')
                entries.append(f'"{block_type}": {alias}')
        lines.append(f"#let {name} = ({', '.join(entries)},)" if entries else f"#let {name} = (:)")
    yield OutputFile("templates/types.typ", "\n".join(lines).encode())
