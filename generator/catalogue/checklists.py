"""Problems of checklists."""

from typing import Final

from generator.catalogue.kind import Kind, Severity

CHECKLISTS: Final = {
    "empty-item": Kind(
        "这一项（“{id}”）没有说要检查什么。",
        "This item (“{id}”) does not say what to check.",
        "写上 text，或者用 step 指向本阶段页面上的一个步骤。",
        "Write a text, or name a step of the stage’s page with step.",
    ),
    "empty-group": Kind(
        "这一组（“{id}”）里什么都没有。",
        "There is nothing in this group (“{id}”).",
        "写上 items，或者用 phase 指向本阶段页面上的一个环节。",
        "Write items, or name a phase of the stage’s page with phase.",
    ),
    "impossible-limits": Kind(
        "没有数字能同时不小于 {min} 又不大于 {max}。",
        "No figure is at least {min} and at most {max}.",
        "检查 min 和 max 是不是写反了。",
        "See whether min and max are swapped.",
    ),
    "limits-without-number": Kind(
        "“{key}”只对填数字的项有意义，这一项不填数字。",
        "“{key}” means something only where a figure is noted, and here none is.",
        "加上 result: number，或者删掉这一行。",
        "Add “result: number”, or delete the line.",
    ),
    "too-many-items": Kind(
        "这一组（“{id}”）有 {count} 项。一次停顿超过 {most} 项，人就会跳着勾。",
        "This group (“{id}”) has {count} items. With more than {most} at one pause, people begin to skip.",
        "分成两组，每组一个停顿点；不关键的项可以去掉。",
        "Split it in two, each with a pause point of its own; leave out what is not critical.",
        Severity.WARNING,
    ),
    "critical-not-first": Kind(
        "关键项“{id}”不在组首，前面是“{first}”。核对被打断时，最先丢的是后面的项。",
        "The critical item “{id}” is not first; “{first}” comes before it. An interruption costs the items at the end.",
        "把关键项放到组首；如果必须按操作顺序，写 mode: read-do。",
        "Put critical items first; where the order of work has to be kept, write “mode: read-do”.",
        Severity.WARNING,
    ),
    "no-pause-point": Kind(
        "这一组（“{id}”）没有停顿点。不写明什么时候停下来核对，清单就会事后一次补勾。",
        "This group (“{id}”) has no pause point. Without a moment to stop at, it is ticked afterwards, all at once.",
        "加上“pause: …”，写明什么时候、在哪里停下来核对，例如“客户到店之前，在车旁”。",
        "Add “pause: …”: when and where to stop, such as “beside the car, before the customer arrives”.",
        Severity.WARNING,
    ),
    "one-language": Kind(
        "这个流程只有一种语言“{language}”，没有可以对照的，双语对照清单不会打印。",
        "This process has one language only, “{language}”: there is no bilingual list to print.",
        "在 process.yml 的 languages 里加上另一种语言，或者从 forms 里删掉 bilingual。",
        "Add another language to languages in process.yml, or take bilingual out of forms.",
        Severity.WARNING,
    ),
}
