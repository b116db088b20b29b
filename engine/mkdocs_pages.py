"""MkDocs kept running, for the preview: makes one page at a time, whole, just as `mkdocs build` makes all of them.

A program of its own, since nothing in `generator/` imports an engine; MkDocs' own server builds every page after every
change. It reads requests from standard input and answers each of them on standard output, one JSON object a line.
Every request names its `site`, one for each language, and beside that:

* `{"settings": FILE, "address": URL, "pages": [PATH, …], "files": [PATH, …]}`: from now on the site is the one of this
  settings file, with these Markdown pages and other files (paths below its docs folder), shown at `address`.
* `{"page": PATH, "markdown": TEXT}` → `{"html": TEXT}`.
* `{"template": NAME}` → `{"html": TEXT}`, for the page "not found".
* `{"theme_file": PATH}` → `{"file": FILE}`, where the theme keeps one of its own files; null where it has none.

What goes wrong is answered as `{"error": TEXT}`; the next request is answered again.
"""

import json
import sys
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page


class Site:
    """The site of one settings file, as `mkdocs build` sees it when it begins to make pages."""

    def __init__(self, settings: str, address: str, pages: list[str], files: list[str]) -> None:
        config: MkDocsConfig = load_config(settings)
        config.site_url = address
        config.plugins.on_startup(command="build", dirty=False)
        config = config.plugins.on_config(config)
        for plugin in config.plugins.values():
            if index := getattr(plugin, "search_index", None):
                # Segmenting a page's Chinese for the search takes longer than making it, and changes nothing on it.
                index.add_entry_from_context = _leave_out
        env = config.theme.get_env()
        found = Files([File.generated(config, path, content="") for path in (*pages, *files)])
        found.add_files_from_theme(env, config)
        found = config.plugins.on_files(found, config=config)
        set_exclusions(found, config)
        navigation = get_navigation(found, config)
        self.navigation: Navigation = config.plugins.on_nav(navigation, config=config, files=found)
        self.env: Environment = config.plugins.on_env(env, config=config, files=found)
        self.config, self.files = config, found

    def page(self, path: str, markdown: str) -> str:
        """Return the finished page at `path`, whose Markdown is `markdown`."""
        config, file = self.config, self.files.src_uris[path]
        file.content_string = markdown
        page = file.page or Page(None, file, config)
        config._current_page = page  # noqa: SLF001  # as its build does, for plugins that ask
        plugins = config.plugins
        page = plugins.on_pre_page(page, config=config, files=self.files)
        page.read_source(config)
        page.markdown = plugins.on_page_markdown(page.markdown or "", page=page, config=config, files=self.files)
        page.render(config, self.files)
        page.content = plugins.on_page_content(page.content or "", page=page, config=config, files=self.files)
        page.active = True
        try:
            context = get_context(self.navigation, self.files, config, page)
            template = self.env.get_template(page.meta.get("template", "main.html"))
            context = plugins.on_page_context(context, page=page, config=config, nav=self.navigation)
            return plugins.on_post_page(template.render(context), page=page, config=config)
        finally:
            page.active = False

    def template(self, name: str) -> str:
        """Return a page of the theme that has no Markdown; its links begin at the site's root."""
        root = urlsplit(self.config.site_url or "/").path
        context = get_context(self.navigation, self.files, self.config, base_url=root)
        context = self.config.plugins.on_template_context(context, template_name=name, config=self.config)
        return self.env.get_template(name).render(context)

    def theme_file(self, path: str) -> str | None:
        """Return where a file that the theme brings along is kept."""
        file = self.files.src_uris.get(path)
        return None if file is None or file.is_documentation_page() or file.generated_by else file.abs_src_path


def _leave_out(_page: Page) -> None:
    """Take the place of the search's own."""


def answer(request: dict[str, Any], sites: dict[str, Site]) -> dict[str, Any]:
    """Return the answer to `request`, about one of `sites`."""
    name = request["site"]
    if "settings" in request:
        sites[name] = Site(request["settings"], request["address"], request["pages"], request["files"])
        return {}
    if "page" in request:
        return {"html": sites[name].page(request["page"], request["markdown"])}
    if "template" in request:
        return {"html": sites[name].template(request["template"])}
    return {"file": sites[name].theme_file(request["theme_file"])}


def main() -> None:
    """Answer until standard input ends: then whoever asked is gone."""
    sites: dict[str, Site] = {}
    out = sys.stdout
    sys.stdout = sys.stderr  # what a plugin prints is no answer
    for line in sys.stdin:
        try:
            made = answer(json.loads(line), sites)
        except Exception as error:  # noqa: BLE001  # whatever a theme or a plugin does, the next page is made
            made = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(made), file=out, flush=True)


if __name__ == "__main__":
    main()
