"""Problems of questions: no answer, two answers, an answer given away. Each is one that real question banks have."""

from typing import Final

from generator.catalogue.kind import Kind, Severity

QUESTION: Final = {
    "no-right-option": Kind(
        "这道题没有正确答案。",
        "This question has no right answer.",
        "给正确的选项写上 correct: true；判断题写 correct: true 或 false；确实没有答案就写 key: none。",
        "Give the right option correct: true, a statement to judge correct: true or false; where nobody knows, write"
        " key: none.",
    ),
    "several-right-options": Kind(
        "单选题只能有一个正确选项，第一个在 {first}。",
        "A question of type single has one right option; the first one is at {first}.",
        "去掉一个 correct: true，或者把 type 改成 multiple。",
        "Take one correct: true out, or make the type multiple.",
    ),
    "one-right-option": Kind(
        "这道多选题只有一个正确选项。",
        "This question of type multiple has only one right option.",
        "如果是有意的，可以保留；不然把 type 改成 single。",
        "Leave it so if that is meant; otherwise make the type single.",
        Severity.WARNING,
    ),
    "no-wrong-option": Kind(
        "这道题的选项全部正确，没有可判断的。",
        "Every option of this question is right, so there is nothing to decide.",
        "加上学员真会选错的选项。",
        "Add options that people really choose by mistake.",
        Severity.WARNING,
    ),
    "same-option-twice": Kind(
        "这个选项和 {first} 的选项是一样的。",
        "This option is the same as the one at {first}.",
        "改写其中一个，或者删掉。",
        "Reword one of them, or delete it.",
    ),
    "blank-in-stem": Kind(
        "题目里有下划线空格，但这一类题是选择，不是填空。",
        "The prompt has a blank to fill, but this type is a choice.",
        "把题目写成问句，或者改用 type: cloze。",
        "Word it as a question, or use type: cloze.",
        Severity.WARNING,
    ),
    "all-of-the-above": Kind(
        "“以上都是”一类的选项会泄露答案：看出两个对的就知道了。",
        "An option such as “all of the above” gives the answer away: who knows two of them knows it.",
        "改成 type: multiple，让学员逐项判断。",
        "Use type: multiple, so that each option is decided on its own.",
        Severity.WARNING,
    ),
    "right-option-longest": Kind(
        "正确选项比其他选项长得多（{length} 个字符，最长的错误选项 {longest} 个），不看题也能猜中。",
        "The right option is much longer than the others ({length} characters, the longest wrong one {longest}), so it"
        " can be guessed.",
        "把解释移到 explanation，或者把错误选项写得同样具体。",
        "Move reasons into explanation, or make the wrong options as concrete.",
        Severity.WARNING,
    ),
    "right-option-first": Kind(
        "这个文件里 {count} 道单选题的正确选项都排在第一个。",
        "In this file the right option comes first in all {count} questions of type single.",
        "网页上会打乱选项，试卷上不会：请换换位置。",
        "The page shuffles options, printed papers do not: move some.",
        Severity.WARNING,
    ),
    "same-stem-twice": Kind(
        "这道题的题目和 {first} 的一样。",
        "This prompt is the same as the one at {first}.",
        "改写其中一道，或者删掉。",
        "Reword one of them, or delete it.",
        Severity.WARNING,
    ),
    "no-feedback": Kind(
        "“{id}”没有写 feedback：选错的学员不知道错在哪里。",
        "“{id}” has no feedback: who gets it wrong does not learn why.",
        "写一句：为什么容易这样想，错在哪里。",
        "Say in a sentence why one thinks so, and why it is wrong.",
        Severity.WARNING,
    ),
    "gap-mismatch": Kind(
        "空“{id}”在文字里应当恰好出现一次，在 gaps 里也要有。",
        "The gap “{id}” has to be once in the text and once in gaps.",
        "文字里写 [[{id}]]，gaps 里写 id: {id}。",
        "Write [[{id}]] in the text and id: {id} in gaps.",
    ),
    "nothing-to-choose": Kind(
        "空“{id}”没有错误选项可选。",
        "The gap “{id}” has no wrong answers to choose from.",
        "在 wrong 里写几个常见的错误答案，或者写 typed: true 让学员自己填。",
        "List usual mistakes under wrong, or write typed: true to have it typed.",
    ),
}
