"""Every form in which a checklist is printed is another one, and can be made."""

from collections.abc import Iterator

from generator.checklists import Form
from generator.problems import Problem, problem
from generator.process import Process


def check(process: Process) -> Iterator[Problem]:
    """Yield `listed-twice` for a form that it is in already, `one-language` for a bilingual one without a second."""
    for chapter in process.chapters:
        for checklist in chapter.checklists:
            seen = {checklist.paper.value}
            for at, form in enumerate(checklist.forms):
                if form.value in seen:
                    yield problem("listed-twice", checklist.where("forms", at), name=form.value)
                if form is Form.BILINGUAL and len(process.settings.languages) == 1:
                    yield problem("one-language", checklist.where("forms", at), language=process.first_language)
                seen.add(form.value)
