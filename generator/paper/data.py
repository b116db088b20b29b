"""Models → plain data for the templates: every field by its name, texts as nodes, sources as marks."""

from dataclasses import asdict, is_dataclass
from enum import Enum
from typing import Any

from generator.blocks.base import Block, Citation
from generator.chapters import Chapter
from generator.node import Node
from generator.paper.asked import asked
from generator.paper.content import as_inline, can_be_seen, plain_of
from generator.plan import Plan, media_address
from generator.questions.base import Question
from generator.references import Source
from generator.render.citations import article_in
from generator.render.environment import type_of
from generator.render.words import words_of_type
from generator.text import Text, to_plain

Data = dict[str, Any]


class Dump:
    """Turns what a trainer wrote into data for one language."""

    def __init__(self, plan: Plan, language: str) -> None:
        self.plan, self.language = plan, language
        self.first = plan.process.first_language

    def plain(self, text: Text) -> str:
        """Return `text` without markup; nothing where nothing of it can be seen."""
        words = to_plain(text.in_language(self.language, self.first)[0])
        return words if can_be_seen(words) else ""

    def value(self, value: Any) -> Any:  # noqa: ANN401  # any field's value
        """Return any field's value as data."""
        made = value
        match value:
            case Text():
                made = as_inline(value, self.language, self.first)
            case Citation():
                made = self._mark(value)
            case Node():
                made = self.node(value)
            case tuple():
                made = [self.value(item) for item in value]
            case Enum():
                made = value.value
        return made

    def node(self, node: Node) -> Data:
        """Return every field of `node` by its name."""
        return {name: self.value(value) for name, value in vars(node).items()}

    def block(self, block: Block, chapter: Chapter) -> Data:
        """Return a block with its type's words, its drawing where it has one, and where its pictures stand."""
        name = type_of(block)
        data = self.node(block) | {"own": words_of_type(name, self.language)}
        data["plain_title"] = self.plain(block.title) if block.title else ""
        if not block.details_source and block.has_details():
            data["details_source"] = self.value(self.plan.process.settings.details_source)
        if is_dataclass(drawing := self._drawing(block)) and not isinstance(drawing, type):
            data["drawing"] = asdict(drawing)
        if quiz := self.plan.process.quizzes.get(chapter.id):
            known = {question.id: question for question in quiz.every()}
            data["asked"] = [self._question(known[name]) for name in getattr(block, "questions", ())]
        for part in (data, *data.get("items", ())):
            if part.get("image"):
                part["image"] = f"/media/{media_address(chapter, part['image'])}"
            if "alt" in part:  # markup may leave nothing of it
                part["alt"] = plain_of(part["alt"] or ()).strip() or data["own"]["name"]
        return data

    def _question(self, question: Question) -> Data:
        """Return what is asked, those of a case inside it; nothing tells the answer."""
        inner = [self._question(one) for one in getattr(question, "questions", ())]
        said = {"prompt": self.value(question.prompt), **asked(self, question)}
        return said | ({"questions": inner} if inner else {})

    def _drawing(self, block: Block) -> object:
        draw = getattr(block, "drawing", None)
        return draw(self.language, self.first) if callable(draw) else None

    def _mark(self, citation: Citation) -> Data:
        source: Source = self.plan.sources[citation.of]
        return {
            "source": self.value(source.short or source.title),
            "places": [str(slide) for slide in citation.slides] or [article_in(self.language, citation)],
            "reading": citation.reading,
        }


class BilingualDump(Dump):
    """Turns it into data for two languages: every text in the process's first one, below it in the sheet's own."""

    def value(self, value: Any) -> Any:  # noqa: ANN401  # any field's value
        """Return any field's value as data; a text that is the same in both, or is in one only, once."""
        own = super().value(value)
        if not isinstance(value, Text):
            return own
        words, spoken = value.in_language(self.language, self.first)
        above, _ = value.in_language(self.first, self.first)
        if spoken == self.first or words == above:
            return own
        said = as_inline(value, self.first, self.first)
        return [{"tag": "span", "lang": self.first, "inside": said}, {"tag": "below", "inside": own}]
