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
        "新建这个文件，或者改正名称：大小写要一样；process.yml 里只写文件夹名；Windows 会隐藏扩展名，"
        "文件可能其实叫“….yml.txt”。",
        "Create it, or correct the name: capitals count; process.yml names folders only; Windows hides endings,"
        " so that the file may really be called “….yml.txt”.",
    ),
    "missing-picture": Kind(
        "图片“{path}”不存在，但“{by}”提到了它。",
        "The picture “{path}” does not exist, but “{by}” names it.",
        "把图片放进这个阶段的文件夹，或者改正名称；大小写和扩展名都要一样。",
        "Put it into the folder of this stage, or correct the name; capitals and ending count.",
    ),
    "file-name": Kind(
        "“{name}”不是会被读取的文件名，里面的内容会被忽略。",
        "“{name}” is not the name of a file that is read: what is in it is ignored.",
        "改成正确的名称（全小写，以 .yml 结尾）；如果是备份，请移到 process 文件夹之外。",
        "Rename it (lower case, ending in .yml); move a backup copy out of the process folder.",
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
        "文件是以 {encoding_zh} 保存的，不是 UTF-8。",
        "The file is saved as {encoding}, not as UTF-8.",
        "VS Code：点右下角的编码名称，先选“通过编码重新打开”→ {encoding_zh}，再选“通过编码保存”→ UTF-8。"
        "记事本：“另存为”，编码选 UTF-8。",
        "VS Code: click the encoding at the bottom right, “Reopen with Encoding” → {encoding}, then “Save with "
        "Encoding” → UTF-8. Notepad: “Save as”, encoding UTF-8.",
    ),
    "not-text": Kind(
        "这是{what_zh}，不是文字文件，虽然名称以 .yml 结尾。",
        "This is {what}, not a text file, although its name ends in .yml.",
        "在 VS Code 里新建文件，把文字粘贴进去再保存。",
        "Make a new file in VS Code, paste the text into it and save it.",
    ),
    "half-saved": Kind(
        "文件从这里开始是空字节：保存时中断了，后面的内容没有存下来。",
        "From here on the file is empty bytes: saving it was interrupted, and the rest is lost.",
        "找回上一个版本：VS Code 左侧“时间线”，或者备份。",
        "Restore the last version: “Timeline” in VS Code’s side bar, or a backup.",
    ),
    "lost-character": Kind(
        "这里的字已经丢失，只剩下“�”：文件曾被用错误的编码打开并保存。",
        "The characters here are lost, only “�” is left: the file was opened and saved in the wrong encoding.",
        "重新输入这些字，或者找回上一个版本（VS Code 左侧“时间线”）。",
        "Type them again, or restore the last version (“Timeline” in VS Code’s side bar).",
    ),
    "control-character": Kind(
        "这里有一个看不见的字符 {character}，多半是从网页或微信粘贴来的。",
        "There is an invisible character here, {character}, probably pasted from a web page or a chat.",
        "把光标放在这里，删掉前后各一个字，再重新输入。",
        "Put the cursor here, delete the character on each side and type them again.",
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
        "这里（或者上一行）不符合 YAML 的写法。",
        "This line, or the one before it, is not YAML.",
        "和相邻的行比较：缩进的空格数、键后面的“: ”、成对的引号和括号。文字里有符号时，把整段文字放进双引号。",
        "Compare with the lines around it: the spaces in front, “: ” after the key, pairs of quotation marks "
        "and brackets. Put a text with signs in it into double quotation marks.",
    ),
    "unfinished": Kind(
        "文件在这里突然结束，好像没有写完，或者没有保存完整。",
        "The file ends here as if it were not finished, or not wholly saved.",
        "把最后一行写完；如果内容少了，找回上一个版本（VS Code 左侧“时间线”）。",
        "Finish the last line; if something is lost, restore the last version (“Timeline” in VS Code’s side bar).",
    ),
    "tab-indent": Kind(
        "这里有一个制表符（Tab），YAML 只认空格。",
        "There is a tab here; YAML knows spaces only.",
        "把 Tab 换成空格，和上下同一层的行对齐（每层两个空格）。",
        "Replace it by spaces, as many as the lines of the same level have (two for each level).",
    ),
    "full-width-colon": Kind(
        "“{key}”后面是全角冒号“：”。",
        "The colon after “{key}” is a full-width one, “：”.",
        "改成半角冒号加一个空格：“{key}: ”。",
        "Write an ordinary colon and a space: “{key}: ”.",
    ),
    "colon-without-space": Kind(
        "“{key}”的冒号后面少了一个空格。",
        "There is no space after the colon of “{key}”.",
        "写成“{key}: ”再接内容。",
        "Write “{key}: ” and then the value.",
    ),
    "wide-space": Kind(
        "这里有全角空格或网页上的空格，YAML 只认普通空格。",
        "There are wide or non-breaking spaces here; YAML knows ordinary ones only.",
        "删掉它，改用普通（半角）空格。",
        "Delete them and type ordinary spaces.",
    ),
    "full-width-sign": Kind(
        "这里用了全角符号“{sign}”。",
        "The sign “{sign}” here is a full-width one.",
        "改成半角的 {ascii} 。",
        "Write an ordinary {ascii} instead.",
    ),
    "list-sign": Kind(
        "这里用“{sign}”开头，YAML 的列表用半角减号。",
        "This begins with “{sign}”; a list in YAML uses a hyphen.",
        "改成“- ”：减号加一个空格。",
        "Write “- ”, a hyphen and a space.",
    ),
    "reserved-start": Kind(
        "没有引号的文字不能以“{sign}”开头，它在 YAML 里有别的意思。",
        "A text without quotation marks cannot begin with “{sign}”, which means something else in YAML.",
        "把整段文字放进双引号；如果想写多行，“|”后面另起一行。",
        "Put the whole text into double quotation marks; for several lines begin a new one after “|”.",
    ),
    "curly-quotes": Kind(
        "这里把弯引号“”当引号用了，YAML 的引号是直的。",
        "Curly quotation marks are used here as if they were YAML’s, which are straight.",
        '开头和结尾都用半角的 " 。',
        'Use the straight " at both ends.',
    ),
    "colon-in-text": Kind(
        "这段文字里的“: ”会被当成另一个键。",
        "The “: ” inside this text is taken for another key.",
        "把整段文字放进双引号，或者改用全角冒号“：”。",
        "Put the whole text into double quotation marks.",
    ),
    "comma-in-text": Kind(
        "文字在半角逗号处断开了，“{text}”成了单独的一项。",
        "The text is cut at the comma: “{text}” became an item of its own.",
        '花括号里的文字有半角逗号时，要放进双引号：{before}: "…, {text}"。',
        'Inside braces a text with a comma needs double quotation marks: {before}: "…, {text}".',
    ),
    "missing-comma": Kind(
        "“{key}”前面少了半角逗号，两项连在了一起。",
        "There is no comma before “{key}”, so that two items run together.",
        "两项之间写“, ”：半角逗号加一个空格。",
        "Write “, ” between the two: a comma and a space.",
    ),
    "bracket-in-text": Kind(
        "花括号里的文字含有“{sign}”，会被当成 YAML 的括号。",
        "The text between the braces holds “{sign}”, which is taken for a bracket of YAML’s.",
        "把整段文字放进双引号。",
        "Put the whole text into double quotation marks.",
    ),
    "cut-by-hash": Kind(
        "“#”前面有空格，从这里开始的文字被当成注释，不会显示。",
        "With a space before it “#” begins a comment: the text from here on is not shown.",
        "把整段文字放进双引号；如果真的是注释，“#”后面加一个空格。",
        "Put the whole text into double quotation marks; if it is meant as a comment, write a space after “#”.",
    ),
    "dash-without-space": Kind(
        "列表的减号后面少了一个空格。",
        "There is no space after the dash of this list item.",
        "写成“- ”再接内容。",
        "Write “- ” and then the content.",
    ),
    "text-after-quote": Kind(
        "引号结束之后还有文字。",
        "There is text after the closing quotation mark.",
        "把整段文字放进引号，里面的引号改用“”；多余的逗号请删掉。",
        "Put all of the text inside the quotation marks, with “ ” for those inside it; delete a comma that is "
        "too much.",
    ),
    "unclosed-quote": Kind(
        "这里的引号（{sign}）没有对应的结束引号。",
        "The quotation mark ({sign}) here is never closed.",
        "在这段文字的末尾加上同样的引号。",
        "Put the same quotation mark at the end of the text.",
    ),
    "unclosed-bracket": Kind(
        "括号“{sign}”没有对应的“{closing}”。",
        "The bracket “{sign}” has no “{closing}”.",
        "在这一项的末尾加上“{closing}”。",
        "Put “{closing}” at the end of it.",
    ),
    "extra-bracket": Kind(
        "这里多了一个“{sign}”。",
        "There is one “{sign}” too many here.",
        "删掉它。",
        "Delete it.",
    ),
    "unopened-bracket": Kind(
        "这里少了一个“{{”，行末却有“}}”。",
        "There is no “{{” here, but a “}}” at the end of the line.",
        "在这里加上“{{”。",
        "Write “{{” here.",
    ),
    "backslash": Kind(
        "双引号里的反斜杠“\\”有特殊含义。",
        "Inside double quotation marks a backslash “\\” means something special.",
        "写成两个“\\\\”，或者把外面的双引号换成单引号。",
        "Write it twice, “\\\\”, or use single quotation marks around the text.",
    ),
    "indentation": Kind(
        "这一行前面有 {spaces} 个空格，和上面哪一层都对不齐。",
        "This line begins with {spaces} spaces and is in line with none of the levels above.",
        "同一层的行左边要对齐：这里应该是 {wanted} 个空格。",
        "Lines of the same level begin in the same column: here it should be {wanted} spaces.",
    ),
    "stray-line": Kind(
        "这一行没有“: ”，既不是键，也没有缩进成上一行文字的继续。",
        "This line has no “: ”: it is no key, nor is it indented to go on with the text above.",
        "如果是键，写成“键: 值”；如果是文字，多缩进两格，并在上一行的键后面写“|”。",
        "If it is a key, write “key: value”; if it is text, indent it by two spaces more and write “|” after "
        "the key above.",
    ),
    "list-without-key": Kind(
        "这里开始了一个列表，但上一行已经有值，列表不知道属于哪个键。",
        "A list begins here, but the line above has a value already: no key holds the list.",
        "在它上面加一行只写键的，例如“items:”；如果是文字的一部分，把文字写成“|”多行。",
        "Put a line with nothing but its key above it, such as “items:”; if it is part of a text, write the "
        "text on several lines after “|”.",
    ),
    "list-in-text": Kind(
        "这一行接在上面的文字后面，会连成一行，不会显示成列表。",
        "This line goes on with the text above: it is joined to it and not shown as a list.",
        "在上面的键后面写“|”，文字从下一行开始，列表之前空一行。",
        "Write “|” after the key above, begin the text on the next line, and leave a line empty before the list.",
    ),
    "missing-dash": Kind(
        "列表的第一项前面少了“- ”。",
        "The first item of this list has no “- ”.",
        "写成“- ”再接这一行，和下面的“- ”对齐。",
        "Write “- ” before it, in line with the “- ” below.",
    ),
    "merge-conflict": Kind(
        "这里有合并冲突的标记，两个版本的内容混在了一起。",
        "These are marks of a merge conflict: two versions of the content are mixed.",
        "在 VS Code 里选“采用当前更改”或“采用传入的更改”，直到 <<<<<<<、=======、>>>>>>> 都消失。",
        "Choose “Accept Current” or “Accept Incoming Change” in VS Code, until <<<<<<<, ======= and >>>>>>> are gone.",
    ),
    "duplicate-key": Kind(
        "“{key}”在这里写了两次，第一次在第 {first} 行。",
        "“{key}” stands here twice, first on line {first}.",
        "合并两处，或者删掉一处；如果这里是列表的下一项，前面要写“- ”。",
        "Merge the two or delete one; if this is the next item of a list, write “- ” before it.",
    ),
    "alias": Kind(
        "没有引号的文字以 * 开头，YAML 会把它当成引用。",
        "A text without quotation marks begins with *, which YAML takes for a reference.",
        "把整段文字放进双引号（加粗照样有效）；列表用“- ”。",
        "Put the whole text into double quotation marks (bold still works); a list uses “- ”.",
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
        "单独一行的“---”或“...”在这里结束了文件，后面的内容读不到。",
        "A line of “---” or “...” ends the document here; what follows is not read.",
        "删掉这一行；文字里的分隔线要和文字一起缩进。",
        "Delete the line; a rule inside a text has to be indented like the text.",
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
        "写上内容，或者删掉整行。",
        "Fill it, or delete the line.",
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
        "中文写 zh，英文写 en。",
        "Chinese is zh, English is en.",
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
    "listed-twice": Kind(
        "“{name}”在这里列了两次。",
        "“{name}” is listed twice here.",
        "删掉其中一行。",
        "Delete one of the lines.",
    ),
    "duplicate-label": Kind(
        "编号“{label}”用了两次，第一次在 {first}。",
        "The label “{label}” is used twice, first at {first}.",
        "给其中一个阶段换一个编号。",
        "Give one of the stages another label.",
        Severity.WARNING,
    ),
    "not-a-picture": Kind(
        "“{value}”不是网页能显示的图片。",
        "“{value}” is not a picture that web pages show.",
        "另存为 .png、.jpg 或 .webp。",
        "Save it as .png, .jpg or .webp.",
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
    "swapped-languages": Kind(
        "zh 里没有中文，en 里却是中文：两种语言好像写反了。",
        "There is no Chinese in zh, but there is in en: the two seem to be swapped.",
        "交换 zh 和 en 的内容。",
        "Exchange the two texts.",
        Severity.WARNING,
    ),
    "wrong-language": Kind(
        "en 里只有中文，还没有翻译。",
        "The English text is Chinese only, not yet translated.",
        "写上英文；如果还没有译文，先删掉 en。",
        "Write it in English; as long as there is no translation, delete en.",
        Severity.WARNING,
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

LOCK: Final = {
    "vanished-id": Kind(
        "“{page}”里的“{id}”（{kind}）不见了，学员保存的进度靠它找到内容。",
        "“{id}” ({kind}) of “{page}” is gone; learners' saved progress hangs on it.",
        "恢复原来的标识；确实不再需要，就运行 showroom retire {name}，写明原因。",
        "Bring the old id back; if it is really no longer wanted, run: showroom retire {name}",
    ),
    "changed-kind": Kind(
        "“{id}”原来是 {before}，现在是 {now}，学员保存的进度会对不上。",
        "“{id}” was a {before} and is now a {now}: learners' saved progress would no longer fit.",
        "给新内容换一个标识；之后旧标识可以用 showroom retire {name} 停用。",
        "Give the new content an id of its own; then the old one can be retired: showroom retire {name}",
    ),
    "retired-id": Kind(
        "标识“{id}”已经停用（{reason}），不能再用。",
        "The id “{id}” was retired ({reason}) and cannot be used again.",
        "换一个标识；如果是把原来的内容恢复回来，就删掉 ids.lock 里 retired 下面的这一条。",
        "Choose another id; if the old content is back, delete its entry under “retired” in ids.lock.",
    ),
}

WORKBOOK: Final = {
    "not-a-workbook": Kind(
        "这个文件不是可以读取的 Excel 工作簿（.xlsx）。",
        "This file is not an Excel workbook (.xlsx) that can be read.",
        "在 Excel 里另存为“Excel 工作簿 (*.xlsx)”，不要加密码。",
        "Save it from Excel as “Excel Workbook (*.xlsx)”, without a password.",
    ),
    "foreign-workbook": Kind(
        "这个工作簿里没有 Showroom 的工作表。",
        "This workbook has no sheet made by Showroom.",
        "先运行 showroom excel out 生成工作簿，再在其中修改。",
        "Make a workbook with showroom excel out and change that one.",
    ),
    "no-memory": Kind(
        "工作簿里没有它生成时的记录，无法分辨哪些单元格是改动过的：与现在的内容不同的都当作改动。",
        "The workbook has lost the record of what it was made from: every cell that differs from the files counts as "
        "changed.",
        "不要把工作表复制到别的工作簿里；导入之后请检查一遍改动。",
        "Do not copy the sheets to another workbook. Look through the changes afterwards.",
        Severity.WARNING,
    ),
    "sheet-missing": Kind(
        "工作簿里没有工作表“{sheet}”，这部分内容保持不变。",
        "The workbook has no sheet “{sheet}”; what it held stays as it is.",
        "需要修改这部分内容时，重新运行 showroom excel out。",
        "To change it make a new workbook with showroom excel out.",
        Severity.WARNING,
    ),
    "sheet-twice": Kind(
        "工作表“{sheet}”与“{first}”是同一张表的两个副本。",
        "The sheets “{sheet}” and “{first}” are two copies of the same.",
        "删掉其中一张。",
        "Delete one of them.",
    ),
    "column-missing": Kind(
        "工作表“{sheet}”缺少“{column}”这一列。",
        "The sheet “{sheet}” lacks the column “{column}”.",
        "撤销删除；或者重新运行 showroom excel out，把改动抄过去。",
        "Undo the deletion, or make a new workbook with showroom excel out and copy your changes to it.",
    ),
    "column-twice": Kind(
        "工作表“{sheet}”里“{column}”这一列有两份，另一份在 {first}。",
        "The sheet “{sheet}” has the column “{column}” twice; the other one is at {first}.",
        "删掉其中一列。",
        "Delete one of the two columns.",
    ),
    "column-unknown": Kind(
        "工作表“{sheet}”的这一列是自己加的，不会读入。",
        "This column of the sheet “{sheet}” was added by hand and is not read.",
        "需要保留的内容，写到已有的列里。",
        "Write what is to be kept into one of the other columns.",
        Severity.WARNING,
    ),
    "cell-not-text": Kind(
        "单元格 {cell} 里是{what_zh}，不是文字。",
        "The cell {cell} holds {what}, not text.",
        "把单元格格式设为“文本”，再重新输入。",
        "Set the cell's format to “Text” and type it again.",
    ),
    "cell-conflict": Kind(
        "单元格 {cell} 改动了，但 YAML 里的同一处在工作簿生成之后也改动过，现在是：{now}",
        "The cell {cell} was changed, but so was the same text in the YAML file after the workbook had been made. It "
        "is now: {now}",
        "决定用哪一个：让单元格与 YAML 一致，或者重新运行 showroom excel out 再改。",
        "Decide which it is to be: make the cell say the same, or start from a new workbook (showroom excel out).",
    ),
    "row-without-place": Kind(
        "第 {row} 行没有说明放在哪里（{cell}）。",
        "Row {row} does not say where it belongs ({cell}).",
        "在“位置”一列从列表里选择。",
        "Choose a place from the list in the column “Place”.",
    ),
    "row-moved": Kind(
        "第 {row} 行的位置改了，原来在“{place}”。",
        "The place of row {row} was changed; it was “{place}”.",
        "改回原来的位置；要放到别处，请在那里新写一行，再删除这一行。",
        "Change it back. To move the entry write a new row for it and delete this one.",
    ),
    "row-twice": Kind(
        "第 {row} 行与第 {first} 行是同一条（{id}），分不出哪一行是新的。",
        "Row {row} and row {first} are the same entry ({id}): which of them is new cannot be told.",
        "删掉一行；要新增一条，请在空白行里写。",
        "Delete one of the two. Write a new entry into an empty row.",
    ),
    "row-unknown": Kind(
        "第 {row} 行的“{id}”已经不在流程里了。",
        "“{id}” of row {row} is no longer part of the process.",
        "删掉这一行；要重新加入，请写在空白行里。",
        "Delete the row. To bring the entry back write it into an empty row.",
    ),
    "not-revisable": Kind(
        "这个文件的写法无法自动修改。",
        "This file is written in a way that cannot be changed by a command.",
        "请用编辑器手工修改它。",
        "Change it by hand, in the editor.",
    ),
}

CATALOGUE: Final[Mapping[str, Kind]] = MappingProxyType(READING | SYNTAX | SHAPE | MEANING | LOCK | WORKBOOK)
