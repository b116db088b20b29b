"""Problems of exams: marks that do not add up, and papers that cannot be drawn."""

from typing import Final

from generator.catalogue.kind import Kind

EXAM: Final = {
    "marks-do-not-add-up": Kind(
        "总分写的是 {marks} 分，各部分加起来是 {sum} 分。",
        "The exam is worth {marks} marks, but its sections add up to {sum}.",
        "改 marks，或者改某一部分的分值。",
        "Change marks here, or those of a section.",
    ),
    "too-few-questions": Kind(
        "这一部分要抽 {count} 道题，题库里符合条件、前面又没有抽走的可能只有 {has} 道。",
        "This section draws {count} questions, but there may be only {has} that fit and are not drawn before.",
        "把 count 改小、放宽条件，或者补题。简答题、记忆卡片、案例题和没有标准答案的题不抽。",
        "Lower count, loosen the rules, or write more questions. Short answers, flashcards, cases and questions without"
        " a key are never drawn.",
    ),
}
