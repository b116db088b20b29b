"""What the pages of exams show: the rules, and what the browser needs to draw a paper by them."""

import json
from functools import partial
from typing import TYPE_CHECKING, Any

from generator import questions
from generator.chapters import Chapter
from generator.draw import pools
from generator.pages import Page, Tree
from generator.plan import Plan
from generator.render import assets
from generator.render.words import words
from generator.text import Text, to_plain

if TYPE_CHECKING:
    from generator.exams import Exam
    from generator.questions.base import Question


def of_stage(plan: Plan, stage: str) -> tuple["Exam", ...]:
    """Return the exams that draw from this stage alone."""
    return tuple(exam for exam in plan.process.exams if exam.stages == (stage,))


def stages_by_exam(plan: Plan) -> dict[str, str]:
    """Return the stage of every exam that draws from one stage alone, by the exam's id."""
    return {exam.id: exam.stages[0] for exam in plan.process.exams if len(exam.stages) == 1}


def candidates(plan: Plan, exam: "Exam") -> tuple["Question", ...]:
    """Return the questions that a paper may hold, each once."""
    names = {name for pool in pools(plan.process, exam) for name in pool}
    return tuple(
        question
        for chapter in plan.process.chapters
        for question in plan.process.questions(chapter)
        if f"{chapter.id}/{question.id}" in names
    )


def context(plan: Plan, tree: Tree, page: Page) -> dict[str, object]:
    """Return what the templates of practice need: the exams of a stage, and of an exam's page what it shows."""
    exam = page.exam
    if exam is None:
        return {"exams_of": partial(of_stage, plan), "exam_results": page.to(assets.EXAM_RESULTS)}
    stages = _stages(plan, exam)
    return {
        "exam": exam,
        "question_types": questions,
        "stages": stages,
        "stages_of": lambda section: [stage for stage in stages if not section.stages or stage.id in section.stages],
        "exam_style": page.to(assets.EXAM_STYLE),
        "exam_element": page.to(assets.EXAM_ELEMENT),
        "exam_words": json.dumps(words(tree.language)["exam"]["say"], ensure_ascii=False),
        "rules": json.dumps(_rules(plan, tree, page, exam), ensure_ascii=False),
    }


def _stages(plan: Plan, exam: "Exam") -> list[Chapter]:
    """Return the chapters that `exam` may draw from."""
    drawn = {name.partition("/")[0] for pool in pools(plan.process, exam) for name in pool}
    return [chapter for chapter in plan.process.chapters if chapter.id in drawn]


def _rules(plan: Plan, tree: Tree, page: Page, exam: "Exam") -> dict[str, Any]:
    """Return the rules as exams/element.js wants them: see `Rules` there."""

    def say(text: Text) -> str:
        return to_plain(text.in_language(tree.language, plan.process.first_language)[0])

    return {
        "pass": exam.pass_mark,
        "sections": [
            {"title": say(section.title), "count": section.count, "marks": section.marks, "pool": pool}
            for section, pool in zip(exam.sections, pools(plan.process, exam), strict=True)
        ],
        "pages": {stage.id: page.to(tree.quizzes[stage.id].address) for stage in _stages(plan, exam)},
    }
