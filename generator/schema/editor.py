"""The files that editors read: `showroom schema --write` writes them, and they are kept with the project."""

import json

from generator.schema import FILES, schema
from generator.schema.snippets import editor_snippets


def files() -> dict[str, bytes]:
    """Return the schema of every kind of file and VS Code's snippets, by their paths in the project."""
    made = {f"schema/{name}.json": schema(name) for name in FILES}
    made[".vscode/showroom.code-snippets"] = editor_snippets()
    return {path: (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode() for path, data in made.items()}
