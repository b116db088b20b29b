"""Sheets of paper for the benchmark: what sets ours, and the workbook's words for WeasyPrint to set."""

import html
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from measure import ROOT

FONTS = ROOT / "generator/fonts"
# Renders and sets all sheets of a project anew, after what the site needs too (reading, checks, plan), and writes the
# CPU seconds and megabytes that took on top.
SET = """
import json, resource, shutil, sys
from pathlib import Path
from generator.build.press import set_sheets
from generator.build.snapshot import Project, Snapshot
from generator.render import web
root, build, answer = map(Path, sys.argv[1:])
def used():
    now = resource.getrusage(resource.RUSAGE_SELF)
    return now.ru_utime + now.ru_stime, now.ru_maxrss / (1024 if sys.platform == "linux" else 1024 ** 2)
shutil.rmtree(build / "paper", ignore_errors=True)
snapshot = Snapshot.of(Project(root, root / "process", build, build / "site"))
for _ in web.render(snapshot.plan):
    pass
before = used()
set_sheets(snapshot, build / "paper")
answer.write_text(json.dumps([after - start for after, start in zip(used(), before)]))
"""
SET_AGAIN = """
import shutil, sys
from pathlib import Path
from generator.build.press import Press
paper = Path(sys.argv[1])
shutil.rmtree(paper / "made", ignore_errors=True)
Press(paper).run()
"""
WEASYPRINT = "import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2], pdf_variant='pdf/ua-1')"
STYLE = f"""
@font-face {{ font-family: sheets; src: url("{(FONTS / "NotoSansSC-Regular.ttf").as_uri()}") }}
@font-face {{ font-family: sheets; font-weight: 700; src: url("{(FONTS / "NotoSansSC-Bold.ttf").as_uri()}") }}
@page {{ size: A4; margin: 22mm 20mm; @bottom-right {{ content: counter(page) " / " counter(pages) }} }}
body {{ font: 11pt/1.7 sheets; text-align: justify }}
"""


def as_html(workbook: Path) -> str:
    """Return the words of a workbook (JSON) as headings and paragraphs: less than ours has, without tables."""
    content = json.loads(workbook.read_bytes())
    body = "".join(_written({"chapters": content["chapters"], "terms": content["terms"]}))
    return f'<!doctype html><html lang="{content["language"]}"><title>Workbook</title><style>{STYLE}</style>{body}'


def weasyprint(folder: Path) -> Path | None:
    """Install WeasyPrint in a throw-away environment below `folder`; return its Python, None where it cannot be had."""
    uv, python = Path(sys.executable).with_name("uv"), folder / "bin/python"
    commands = ([uv, "venv", "--quiet", folder], [uv, "pip", "install", "--quiet", "--python", python, "weasyprint"])
    for command in commands:
        done = subprocess.run([str(part) for part in command], check=False, capture_output=True)
        if done.returncode:
            return None
    works = subprocess.run([str(python), "-c", "import weasyprint"], check=False, capture_output=True)
    return None if works.returncode else python


def _written(value: Any) -> Iterator[str]:  # noqa: ANN401  # JSON
    if isinstance(value, dict) and "tag" in value:
        yield from _written(value.get("inside", []))
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name == "title" and isinstance(inner, str):
                yield f"<h1>{html.escape(inner)}</h1>"
            elif name not in {"own", "drawing", "source", "details_source", "look_for", "trainer_notes"}:
                yield from _written(inner)
    elif isinstance(value, list) and any(isinstance(part, str) for part in value):
        yield f"<p>{html.escape(''.join(map(_words, value)))}</p>"
    elif isinstance(value, list):
        for part in value:
            yield from _written(part)


def _words(node: Any) -> str:  # noqa: ANN401  # JSON
    return node if isinstance(node, str) else "".join(map(_words, node.get("inside", [])))
