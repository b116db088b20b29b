"""Problems with keys and values: which are allowed where, and of what sort."""

from typing import Final

from generator.catalogue.kind import Kind

SHAPE: Final = {
    "unknown-key": Kind(
        "这里没有名为“{key}”的键。",
        "There is no key “{key}” here.",
        "可用的键：{allowed}。",
        "Keys that can stand here: {allowed}.",
    ),
    "stray-language": Kind(
        "“{key}”不能直接写在这里：它属于一个文字的键，要写在那个键的下面。",
        "“{key}” cannot stand here by itself: it belongs below the key of a text.",
        "比上一行的键（例如“detail:”）多缩进两格；或者写成一行：detail: {{zh: …, en: …}}。",
        "Indent it by two spaces more than the key above, such as “detail:”; or write one line: detail: {{zh: "
        "…, en: …}}.",
    ),
    "missing-key": Kind(
        "这里缺少“{key}”。",
        "“{key}” is missing here.",
        "加上一行“{key}: …”，和这里的其他键对齐。{about_zh}",
        "Add a line “{key}: …”, in line with the other keys here. {about}",
    ),
    "wrong-type": Kind(
        "这里应该是{wanted_zh}。",
        "This has to be {wanted}.",
        "{todo_zh}",
        "{todo}",
    ),
    "empty": Kind(
        "“{key}”后面是空的。",
        "There is nothing after “{key}”.",
        "{todo_zh}",
        "{todo}",
    ),
    "too-few-items": Kind(
        "“{key}”至少要有 {least} 项，这里只有 {has} 项。",
        "“{key}” needs at least {least} items; here it has {has}.",
        "再加几项，和已有的对齐；加不出来，就换一种类型。",
        "Add others in line with what is there, or choose another type.",
    ),
    "not-allowed": Kind(
        "“{value}”在这里不可用。",
        "“{value}” is not possible here.",
        "可用的值：{allowed}。",
        "Possible are: {allowed}.",
    ),
    "unknown-type": Kind(
        "没有名为“{value}”的类型。",
        "There is no type “{value}”.",
        "可用的类型：{allowed}。",
        "Types there are: {allowed}.",
    ),
    "bad-id": Kind(
        "“{value}”不能作为标识（id）。",
        "“{value}” cannot be an id.",
        "只用小写字母、数字和连字符，以字母开头，例如“closing-signal-2”；要指向别处的一条，照抄那里的 id。",
        "Use lower-case letters, digits and hyphens, a letter first, as in “closing-signal-2”; to name another entry"
        " copy its id.",
    ),
    "bad-path": Kind(
        "“{value}”不是可用的文件名。",
        "“{value}” is not a usable file name.",
        "只写这个文件夹里的文件名，不要“..”、盘符和保留名。",
        "Name a file inside this folder, without “..”, drive or reserved name.",
    ),
    "bad-language": Kind(
        "“{value}”不是语言代码。",
        "“{value}” is not the code of a language.",
        "中文写 zh，英文写 en；其他语言也用两个字母的代码，例如德语 de、日语 ja。",
        "Chinese is zh, English en; others have codes of two letters, too, such as de for German.",
    ),
    "bad-address": Kind(
        "“{value}”不是网址。",
        "“{value}” is not a web address.",
        "以 https:// 或 http:// 开头。",
        "Begin it with https:// or http://.",
    ),
    "bad-date": Kind(
        "“{value}”不是日期。",
        "“{value}” is not a date.",
        '写成年-月-日，并放进双引号，例如 "2027-06-30"。',
        'Write year-month-day in double quotation marks, as in "2027-06-30".',
    ),
    "out-of-range": Kind(
        "这个数{limit_zh}。",
        "This number {limit}.",
        "改成范围内的数。",
        "Choose a number within the range.",
    ),
    "bad-value": Kind("这个值不可用：{reason}。", "This value is not possible: {reason}.", "改正它。", "Correct it."),
}
