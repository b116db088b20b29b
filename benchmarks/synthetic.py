"""Writes processes of any size, the same on every run, from the block types that most of the shipped one is made of."""

from pathlib import Path

LESSON = Path(__file__).with_name("lesson.yml").read_text(encoding="utf-8")
STATEMENT = "  - {id: aims, type: points, source: [{of: deck, slides: [1]}], items: [{id: first, text: TEXT}]}\n"

SOURCES = """\
sources:
  - {id: editors, type: editors, title: {zh: 编者, en: Editors}}
  - id: deck
    type: deck
    title: {zh: 培训材料, en: Training deck}
    short: {zh: 第, en: slide}
    slides:
""" + "".join(f"      - {{number: {number}, title: Slide {number}}}\n" for number in range(1, 31))

SUBJECTS = (
    ("客户", "The customer"),
    ("销售顾问", "The sales consultant"),
    ("评估师", "The appraiser"),
    ("服务顾问", "The service adviser"),
    ("金融专员", "The finance specialist"),
    ("一起来的家人", "The family member who came along"),
    ("销售经理", "The sales manager"),
)
DEEDS = (
    ("先问清楚再回答", "asks before answering"),
    ("把两份方案放在一起比较", "lays both offers side by side"),
    ("说出自己的顾虑", "names what is still open"),
    ("把约定写下来", "writes down what was agreed"),
    ("请对方亲手试一试", "lets the other person try it by hand"),
)
MARKDOWN_EVERY = 50  # of the shipped texts 2 in 100 hold a sign that only Markdown can read


def write(folder: Path, *, stages: int, lessons: int) -> int:
    """Write a process of alike stages, each of `lessons` times four blocks; return the number of its texts.

    A text is one field in all its languages. Without lessons a stage holds a title and one statement.
    """
    listed = "".join(f"  - stage-{stage}\n" for stage in range(1, stages + 1))
    files = {
        "process.yml": f"title: TEXT\nlanguages: [zh, en]\nsite_url: https://training.example/\nstages:\n{listed}",
        "sources.yml": SOURCES,
    }
    blocks = "".join(LESSON.replace("NUMBER", str(lesson)) for lesson in range(lessons)) or STATEMENT
    for stage in range(1, stages + 1):
        files[f"stage-{stage}/stage.yml"] = f'id: stage-{stage}\nlabel: "{stage}"\ntitle: TEXT\nblocks:\n{blocks}'
    written = 0
    for name, content in files.items():
        pieces = content.split("TEXT")
        texts = [_text(number) for number in range(written, written + len(pieces) - 1)]
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(a + b for a, b in zip(pieces, [*texts, ""], strict=True)), encoding="utf-8")
        written += len(texts)
    return written


def _text(number: int) -> str:
    subject, deed = SUBJECTS[number % len(SUBJECTS)], DEEDS[number % len(DEEDS)]
    sign = "" if (number + 1) % MARKDOWN_EVERY else "**"
    zh = f"{subject[0]}第{number}次{sign}{deed[0]}{sign}，再往下谈。"
    en = f"{subject[1]} {sign}{deed[1]}{sign} for the {number}th time, and goes on from there."
    return f'{{zh: "{zh}", en: "{en}"}}'
