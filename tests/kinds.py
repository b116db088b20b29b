"""The kinds of pages of the shipped site, and where an example of each stands."""

from generator.process import Process

STAGES = tuple(f"stage {number}" for number in range(1, 9))
KINDS = (
    "home",
    "preface",
    *STAGES,
    "trainers",
    "practice",
    "quiz",
    "drill",
    "review",
    "term cards",
    "progress",
    "exams",
    "exam",
    "glossary",
    "sources",
    "checklist",
    "checklists",
    "about",
    "types",
    "missing",
)
FOLDERS = {"zh": "", "en": "en/"}


def place(kind: str, process: Process) -> str:
    """Return the address of a page of `kind`, relative to its language's root."""
    if kind.startswith("stage "):
        return f"{process.stages[int(kind.removeprefix('stage ')) - 1].id}/"
    return {
        "home": "",
        "preface": f"{process.prefaces[0].id}/",
        "trainers": f"trainers/{process.stages[4].id}/",
        "practice": "practice/",
        "quiz": f"{process.stages[4].id}/quiz/",
        "drill": "practice/signals/",
        "review": "practice/review/",
        "term cards": "practice/terms/",
        "progress": "practice/progress/",
        "exams": "practice/exams/",
        "exam": f"practice/exams/{process.exams[-1].id}/",
        "glossary": "glossary/",
        "sources": "sources/",
        "checklist": "delivery/checklists/pdi/",
        "checklists": "checklists/",
        "about": "about/architecture/",
        "types": "about/block-types/",  # an example of every type of block
        "missing": "no/such/page/",
    }[kind]
