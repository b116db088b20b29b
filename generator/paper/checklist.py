"""What stands on the sheet of a checklist: `checklist_data`."""

from collections.abc import Mapping
from typing import Any, Final

from generator.chapters import Chapter
from generator.checklists import Checklist, Form, Paper
from generator.checklists.assembled import Row, assemble
from generator.paper.content import NAMELESS
from generator.paper.data import Data, Dump

# A form that is not named here is on the list's own paper.
PAPERS: Final[Mapping[Form | None, Paper]] = {Form.A4: Paper.A4, Form.A5: Paper.A5, Form.GROUPS: Paper.A5}


def checklist_data(dump: Dump, chapter: Chapter, checklist: Checklist, form: Form | None) -> Data:
    """Return `checklist` of `chapter` with its items under their numbers, as they have them on the page."""
    fields = ("title", "summary", "owner", "time", "note", "note_source", "source", "details_source", "fields")
    rest = ("log", "outline", "signatures", "stamp", "copies", "mode", "form_number", "revised")
    sections = assemble(checklist, chapter.blocks).sections
    return {
        **{name: dump.value(getattr(checklist, name)) for name in (*fields, *rest)},
        "paper": PAPERS.get(form, checklist.paper).value,
        "group_a_page": form is Form.GROUPS,
        "plain_title": dump.plain(checklist.title) or NAMELESS,
        "groups": [
            dump.node(section.group) | {"number": section.number, "rows": [_row(dump, row) for row in section.rows]}
            for section in sections
        ],
    }


def _row(dump: Dump, row: Row) -> dict[str, Any]:
    item = row.item
    own = ("wanted", "how", "unit", "min", "max", "note", "note_source")
    return {
        "number": row.number,
        "text": dump.value(row.text),
        "result": row.result.value,
        "critical": row.critical,
        "owner": dump.value(row.owner),
        "time": dump.value(row.time),
        "source": dump.value(row.source),
        "documents": dump.value(row.step.documents) if row.step else [],
        "photo": item.photo if item else False,
        **{name: dump.value(getattr(item, name)) if item else None for name in own},
        **({} if item and item.note_source else {"note_source": []}),
    }
