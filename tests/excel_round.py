"""A small process that goes to Excel and comes back, without touching the disk."""

import re
from io import BytesIO
from textwrap import dedent

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from generator.build import load
from generator.build.folder import Folder
from generator.editing.take_in import documents, take_in
from generator.excel import compare, from_workbook, to_workbook
from generator.excel.kinds import KINDS
from generator.problems import Problem, Unsound

STAGE = """
    # The stage of the test.
    id: closing
    label: "1"
    title: {zh: 成交, en: Closing}
    blocks:
      - id: signals
        type: signals
        title: {zh: 信号, en: Signals}
        source: [{of: deck, slides: [1]}]
        items:
          # The strongest of all.
          - id: payment  # never rename
            text: {zh: 谈付款, en: Speaks of payment}
            strength: strong
            utterances:
              - {zh: “首付多少？”, en: “How much down?”}  # heard often
              - {zh: “分两次？”, en: “In two goes?”}
          - id: colour
            text:
              zh: 谈颜色
              en: Speaks of colour
            explanation:
              zh: |
                第一行
                第二行
              en: "First\\nsecond"
        near_misses:
          - {id: praise, text: Praise, reason: {zh: 客气, en: Politeness}}
      - id: procedure
        type: steps
        title: Procedure
        source: [{of: editors}]
        phases:
          - id: before
            title: {zh: 之前, en: Before}
            steps:
              - {id: check, number: "1.10", text: {zh: 检查, en: Check}}
              - {id: call, number: "1.2", text: {zh: 打电话, en: Call}}
          - id: after
            title: {zh: 之后, en: After}
            steps:
              - {id: thank, text: {zh: 感谢, en: Thank}}
"""
FILES = {
    "process.yml": "title: {zh: 流程, en: Process}\nlanguages: [zh, en]\nstages: [a]\n",
    "sources.yml": "sources:\n  - {id: deck, type: deck, title: 材料, slides: [{number: 1, title: 一}]}\n"
    "  - {id: editors, type: editors, title: 编者}\n",
    "glossary.yml": "terms:\n  - {id: pdi, term: PDI, variants: [检查], definition: {zh: 义, en: Sense}}\n",
    "a/stage.yml": dedent(STAGE).lstrip(),
}
SHEETS = {kind.name: kind.title for kind in KINDS}


def out(files: dict[str, str]) -> Workbook:
    folder = Folder({path: text.encode() for path, text in files.items()}, ())
    process, _ = load(folder)
    return load_workbook(BytesIO(to_workbook(process, documents(process, folder.files))))


def back(files: dict[str, str], book: Workbook | bytes, *remove: str) -> dict[str, str]:
    """Take a workbook into `files`; return those that are different then."""
    folder = Folder({path: text.encode() for path, text in files.items()}, ())
    process, _ = load(folder)
    read = from_workbook(book if isinstance(book, bytes) else saved(book), "t.xlsx", process.settings.languages)
    found = compare(read, process, documents(process, folder.files))
    taken = take_in(found, process, folder, remove=remove, reason="why")
    return {path: content.decode() for path, content in taken.files.items() if content != folder.files.get(path)}


def deleted(files: dict[str, str], book: Workbook) -> list[str]:
    """The names of the entries that somebody is asked about, because their rows are gone."""
    folder = Folder({path: text.encode() for path, text in files.items()}, ())
    process, _ = load(folder)
    read = from_workbook(saved(book), "t.xlsx", process.settings.languages)
    return [row.name for _, row in compare(read, process, documents(process, folder.files)).deleted]


def saved(book: Workbook) -> bytes:
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def problems(files: dict[str, str], book: Workbook | bytes) -> list[Problem]:
    """What is said of a workbook: errors, or the warnings of one that could be taken in."""
    folder = Folder({path: text.encode() for path, text in files.items()}, ())
    process, _ = load(folder)
    try:
        read = from_workbook(book if isinstance(book, bytes) else saved(book), "t.xlsx", process.settings.languages)
        found = compare(read, process, documents(process, folder.files))
        return [*found.problems, *take_in(found, process, folder).warnings]
    except Unsound as unsound:
        return list(unsound.problems)


def cell(book: Workbook, kind: str, row: str, key: str) -> Cell:
    """The cell of an entry (by the end of its name) in the column with a key."""
    sheet = book[SHEETS[kind]]
    column = next(number for number, top in enumerate(sheet[1], start=1) if top.value == key)
    lines = {str(sheet.cell(line, 1).value).rpartition("/")[2]: line for line in range(3, sheet.max_row + 1)}
    found = sheet.cell(lines[row], column)
    assert isinstance(found, Cell)
    return found


def add(book: Workbook, kind: str, after: str | None, **texts: str) -> Worksheet:
    """Write a new row, below that of an entry or below all; keys are those of columns with `_` for `.` and `:`."""
    sheet = book[SHEETS[kind]]
    line = cell(book, kind, after, "place").row + 1 if after else sheet.max_row + 1
    if after:
        sheet.insert_rows(line)
    for number, top in enumerate(sheet[1], start=1):
        if text := texts.get(re.sub(r"[.:]", "_", str(top.value))):
            sheet.cell(line, number).value = text
    return sheet


def changed(lines: str) -> set[str]:
    """The lines of the stage's file that a text has and the original has not, and with a dash those it lacks."""
    before, after = FILES["a/stage.yml"].splitlines(), lines.splitlines()
    return {line.strip() for line in after if line not in before} | {
        f"-{line.strip()}" for line in before if line not in after
    }
