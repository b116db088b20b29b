"""Problems with the signs YAML is made of."""

from typing import Final

from generator.catalogue.kind import Kind

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
        "把 Tab 换成空格，和上下同一层的行对齐（每层两个空格）；空行里的 Tab 直接删掉。",
        "Replace it by spaces, as many as the lines of the same level have (two for each level); on an empty line "
        "delete it.",
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
    "missing-colon": Kind(
        "“{key}”后面少了冒号。",
        "There is no colon after “{key}”.",
        "写成“{key}: ”再接内容：半角冒号加一个空格。",
        "Write “{key}: ” and then the value: a colon and a space.",
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
        "如果是键，写成“键: 值”；如果是上面那段文字的继续，比那个键多缩进两格。",
        "If it is a key, write “key: value”; if it goes on with the text above, indent it by two spaces more than "
        "the key of that text.",
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
        "在上面的键后面写“|”，文字从下一行开始，列表之前空一行；各项用“- ”或“1. ”开头。",
        "Write “|” after the key above, begin the text on the next line, and leave a line empty before the list, "
        "whose items begin with “- ” or “1. ”.",
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
