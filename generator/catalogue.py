"""Every code a problem can have, with its wording in Chinese and English. Codes are permanent.

A message says what happened and why, a hint says what to do. `{…}` are filled with the problem's details.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Severity(StrEnum):
    """Errors stop the build; warnings stop it only with `--strict`."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Kind:
    """The wording of one code: Chinese and English message, Chinese and English hint."""

    zh: str
    en: str
    zh_hint: str
    en_hint: str
    severity: Severity = Severity.ERROR

    def message_in(self, language: str) -> str:
        """Return the message's wording in `language`."""
        return self.zh if language == "zh" else self.en

    def hint_in(self, language: str) -> str:
        """Return the hint's wording in `language`."""
        return self.zh_hint if language == "zh" else self.en_hint

    def guess_in(self, language: str) -> str:
        """Return the wording of a guess in `language`."""
        return "是不是想写“{guess}”？" if language == "zh" else "Did you mean “{guess}”?"


READING: Final = {
    "no-process": Kind(
        "这个文件夹里没有 process.yml，所以不是流程文件夹。",
        "There is no process.yml in this folder, so it is not a process folder.",
        "检查 --process 后面的文件夹，或者新建 process.yml。",
        "Check the folder after --process, or create process.yml.",
    ),
    "missing-file": Kind(
        "文件“{path}”不存在，但“{by}”提到了它。",
        "The file “{path}” does not exist, but “{by}” names it.",
        "新建这个文件，或者改正名称。",
        "Create it, or correct the name.",
    ),
    "symlink": Kind(
        "“{path}”是指向文件夹之外的链接。",
        "“{path}” is a link that leads out of the folder.",
        "把文件本身复制到这里。",
        "Copy the file itself to this place.",
    ),
    "file-too-large": Kind(
        "文件有 {size} 字节，超过了 {limit} 字节的上限。",
        "The file has {size} bytes; the limit is {limit}.",
        "把内容分到几个阶段文件夹里。",
        "Spread its content over several stage folders.",
    ),
    "not-utf8": Kind(
        "文件不是以 UTF-8 编码保存的。",
        "The file is not saved as UTF-8.",
        "在编辑器里选择“以 UTF-8 编码保存”。",
        "In the editor choose “Save with encoding: UTF-8”.",
    ),
    "control-character": Kind(
        "这里有一个看不见的控制字符 {character}。",
        "There is an invisible control character here, {character}.",
        "删掉它再重新输入这一处。",
        "Delete it and type this place again.",
    ),
    "empty-file": Kind("文件是空的。", "The file is empty.", "写入内容，或者删除文件。", "Fill it or delete it."),
    "not-a-mapping": Kind(
        "文件的最外层应该是“键: 值”。",
        "The outermost level of the file has to be “key: value”.",
        "参照其他阶段的同名文件。",
        "Compare with the file of the same name of another stage.",
    ),
}

SYNTAX: Final = {
    "yaml-syntax": Kind(
        "这里不符合 YAML 的写法（{reason}）。",
        "This is not YAML ({reason}).",
        "检查缩进、冒号和引号。",
        "Look at indentation, colons and quotation marks.",
    ),
    "unfinished": Kind(
        "文件在这里突然结束，好像没有写完。",
        "The file ends here as if it were not finished.",
        "检查前面的引号和括号有没有成对。",
        "See whether every quotation mark and bracket before this is closed.",
    ),
    "tab-indent": Kind(
        "这一行用制表符（Tab）缩进，YAML 只认空格。",
        "This line is indented with a tab; YAML knows spaces only.",
        "把 Tab 换成两个空格。",
        "Replace the tab by two spaces.",
    ),
    "full-width-colon": Kind(
        "键后面是全角冒号“：”。",
        "The colon after the key is a full-width one, “：”.",
        "改成半角冒号加一个空格：“: ”。",
        "Write an ordinary colon and a space: “: ”.",
    ),
    "reserved-start": Kind(
        "YAML 里文字不能以 @、` 或 % 开头。",
        "A text cannot begin with @, ` or % in YAML.",
        "把整段文字放进双引号。",
        "Put the whole text into double quotation marks.",
    ),
    "curly-quotes": Kind(
        "这里用了弯引号，YAML 的引号是直的。",
        "These are curly quotation marks; YAML's are straight.",
        '开头和结尾都用 "。',
        'Use " at both ends.',
    ),
    "colon-in-text": Kind(
        "文字里的“: ”会被当成另一个键。",
        "The “: ” inside the text is taken for another key.",
        "把整段文字放进双引号，或者改用全角冒号“：”。",
        "Put the whole text into double quotation marks.",
    ),
    "dash-without-space": Kind(
        "减号后面少了一个空格。",
        "There is no space after the dash.",
        "写成“- ”再接内容。",
        "Write “- ” and then the content.",
    ),
    "text-after-quote": Kind(
        "引号结束之后还有文字。",
        "There is text after the closing quotation mark.",
        "把整段文字放进引号；里面的引号用“”。",
        "Put all of the text inside the quotation marks; use “ ” for those inside it.",
    ),
    "duplicate-key": Kind(
        "“{key}”在这里写了两次，第一次在第 {first} 行。",
        "“{key}” stands here twice, first on line {first}.",
        "合并两处，或者删掉一处。",
        "Merge the two or delete one.",
    ),
    "alias": Kind(
        "这里以 * 开头，YAML 会把它当成引用。",
        "This begins with *, which YAML takes for a reference.",
        "把文字放进双引号；列表用“- ”。",
        "Put the text into double quotation marks; a list uses “- ”.",
    ),
    "anchor": Kind(
        "这里以 & 开头，YAML 会把它当成锚点。",
        "This begins with &, which YAML takes for an anchor.",
        "把文字放进双引号。",
        "Put the text into double quotation marks.",
    ),
    "tag": Kind(
        "这里以 ! 开头，YAML 会把它当成类型标记。",
        "This begins with !, which YAML takes for a tag.",
        "把文字放进双引号。",
        "Put the text into double quotation marks.",
    ),
    "second-document": Kind(
        "“---”在这里开始了第二份文档。",
        "“---” begins a second document here.",
        "删掉这一行；一个文件只有一份文档。",
        "Delete the line; a file is one document.",
    ),
    "key-not-text": Kind(
        "键必须是文字。",
        "A key has to be text.",
        "检查缩进和括号。",
        "Look at indentation and brackets.",
    ),
    "too-deep": Kind(
        "内容嵌套超过了 {limit} 层。",
        "The content is nested more than {limit} levels deep.",
        "检查缩进和括号。",
        "Look at indentation and brackets.",
    ),
}

SHAPE: Final = {
    "unknown-key": Kind(
        "这里没有名为“{key}”的键。",
        "There is no key “{key}” here.",
        "可用的键：{allowed}。",
        "Keys that can stand here: {allowed}.",
    ),
    "missing-key": Kind(
        "这里缺少“{key}”。",
        "“{key}” is missing here.",
        "加上一行“{key}: …”。",
        "Add a line “{key}: …”.",
    ),
    "wrong-type": Kind(
        "这里应该是{wanted_zh}。",
        "This has to be {wanted}.",
        "如果想写文字，请放进双引号；如果想写列表，每行以“- ”开头。",
        "If it is meant as text, put it into double quotation marks; if as a list, begin each line with “- ”.",
    ),
    "empty": Kind("这里是空的。", "This is empty.", "写上内容，或者删掉整行。", "Fill it, or delete the line."),
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
        "“{value}”不能作为标识。",
        "“{value}” cannot be an id.",
        "只用小写字母、数字和连字符，以字母开头，例如“closing-signal-2”。",
        "Use lower-case letters, digits and hyphens, a letter first, as in “closing-signal-2”.",
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
        "例如 zh、en、de。",
        "Examples: zh, en, de.",
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
    "bad-value": Kind("这个值不可用：{reason}。", "This value is not possible: {reason}.", "改正它。", "Correct it."),
}

MEANING: Final = {
    "duplicate-id": Kind(
        "标识“{id}”在这一页用了两次，第一次在 {first}。",
        "The id “{id}” is used twice on this page, first at {first}.",
        "给其中一个换一个标识；复制粘贴之后常忘这一步。",
        "Give one of them another id; this is easily forgotten after copy and paste.",
    ),
    "taken-id": Kind(
        "“{id}”是网站自己的一个地址，不能作为页面的标识。",
        "“{id}” is an address of the site's own and cannot be the id of a page.",
        "换一个标识。",
        "Choose another id.",
    ),
    "unknown-reference": Kind(
        "没有标识为“{id}”的{what_zh}。",
        "There is no {what} with the id “{id}”.",
        "已有的标识：{known}。",
        "Ids there are: {known}.",
    ),
    "unlisted-folder": Kind(
        "文件夹“{folder}”不在 process.yml 里，所以不会出现在网站上。",
        "The folder “{folder}” is not listed in process.yml, so it does not appear on the site.",
        "把它加到 stages、prefaces 或 appendices，或者移走。",
        "Add it to stages, prefaces or appendices, or move it away.",
        Severity.WARNING,
    ),
    "missing-translation": Kind(
        "这段文字没有“{language}”的译文，页面会显示“{shown}”的原文。",
        "This text has no translation in “{language}”; the page shows it in “{shown}”.",
        "加上“{language}: …”。",
        "Add “{language}: …”.",
        Severity.WARNING,
    ),
    "unknown-language": Kind(
        "“{language}”不是这个流程的语言。",
        "“{language}” is not a language of this process.",
        "改正它，或者加到 process.yml 的 languages。",
        "Correct it, or add it to languages in process.yml.",
    ),
    "missing-first-language": Kind(
        "这段文字缺少第一语言“{language}”。",
        "This text lacks the first language, “{language}”.",
        "加上“{language}: …”。",
        "Add “{language}: …”.",
    ),
    "no-such-slide": Kind(
        "“{source}”没有第 {slide} 页。",
        "“{source}” has no slide {slide}.",
        "页码从 1 到 {last}。",
        "Its slides are 1 to {last}.",
    ),
    "unsourced": Kind(
        "这一条没有说明来源。",
        "This entry does not say where it comes from.",
        "给它或它所在的区块加上“source: …”。",
        "Add “source: …” to it or to its block.",
        Severity.WARNING,
    ),
}

CATALOGUE: Final[Mapping[str, Kind]] = MappingProxyType(READING | SYNTAX | SHAPE | MEANING)
