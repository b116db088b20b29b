"""Plan → what the engine's settings need to know of the content: names, navigation, languages.

Written as JSON, which is YAML too, so that nothing but source.py needs to know YAML. mkdocs.yml and its copies take
these files in by `INHERIT`.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from generator.pages import Tree
from generator.plan import Plan
from generator.render import OutputFile
from generator.render.names import as_name
from generator.render.web import title_of
from generator.render.words import words
from generator.text import to_plain

# The settings outside of every language's folder.
BARE = "base.yml"
# Languages that Material's search can stem or segment, of those it knows.
SEARCHABLE = frozenset(
    {
        "ar",
        "da",
        "de",
        "du",
        "en",
        "es",
        "fi",
        "fr",
        "he",
        "hi",
        "hu",
        "hy",
        "it",
        "ja",
        "kn",
        "ko",
        "no",
        "pt",
        "ro",
        "ru",
        "sa",
        "sv",
        "ta",
        "te",
        "th",
        "tr",
        "vi",
        "zh",
    }
)


def render(plan: Plan, engine_settings: str, theme_folder: str) -> Iterator[OutputFile]:
    """Yield `base.yml` for a bare `mkdocs build` in the project's folder, and settings for each language.

    Args:
        plan: what is built.
        engine_settings: the text of mkdocs.yml; each language gets a copy that inherits its own content settings.
        theme_folder: path of overrides/ as seen from a language's folder.

    """
    for tree in plan.trees:
        settings = _settings(plan, tree)
        if tree.root == "":
            bare = settings | {"docs_dir": f"build/{tree.language}/docs", "site_dir": "site"}
            bare["theme"] = settings["theme"] | {"custom_dir": "overrides"}
            yield _json(BARE, bare)
        settings["theme"] = settings["theme"] | {"custom_dir": theme_folder}
        yield _json(f"{tree.language}/base.yml", settings)
        own = re.sub(r"(?m)^INHERIT:.*$", "INHERIT: base.yml", engine_settings)
        yield OutputFile(f"{tree.language}/mkdocs.yml", own.encode())


def _settings(plan: Plan, tree: Tree) -> dict[str, Any]:
    process, language = plan.process.settings, tree.language
    search = [code for code in dict.fromkeys((language, "en")) if code in SEARCHABLE]
    return {
        "site_name": as_name(to_plain(process.title.in_language(language, process.languages[0])[0])),
        # Zensical takes an empty address for one and gives every page a canonical link to it.
        **({"site_url": f"{process.site_url.rstrip('/')}/{tree.root}"} if process.site_url else {}),
        "docs_dir": "docs",
        "site_dir": "site",
        "nav": _navigation(plan, tree),
        "theme": {"language": language, "palette": _palette(words(language)["palette"])},
        "plugins": {"search": {"lang": search}},
        "extra": {
            "alternate": True,
            "language": language,
            "root": "../" if tree.root else "",
            "search": words(language)["search"],
            "languages": [
                {
                    "code": other.language,
                    "name": words(other.language)["name"],
                    "root": other.root,
                    "not_found": words(other.language)["not_found"],
                }
                for other in plan.trees
            ],
        },
    }


def _palette(names: dict[str, str]) -> list[dict[str, Any]]:
    """Return the two colour schemes; not in mkdocs.yml, since their switches speak the reader's language."""
    return [
        {
            "media": f"(prefers-color-scheme: {preferred})",
            "scheme": scheme,
            "primary": "custom",
            "accent": "custom",
            "toggle": {"icon": f"material/weather-{icon}", "name": names[other]},
        }
        for preferred, scheme, icon, other in (
            ("light", "default", "night", "dark"),
            ("dark", "slate", "sunny", "light"),
        )
    ]


def _navigation(plan: Plan, tree: Tree) -> list[dict[str, Any]]:
    names = words(tree.language)["sections"]
    return [
        {words(tree.language)["pages"]["home"]: tree.home.path},
        *(
            {names[section.word]: [{title_of(plan, tree, page): page.path} for page in section.pages]}
            for section in tree.sections
        ),
    ]


def _json(path: str, settings: dict[str, Any]) -> OutputFile:
    return OutputFile(path, json.dumps(settings, ensure_ascii=False, indent=1).encode())
