"""Problems that only show between entries: ids, references, translations."""

from typing import Final

from generator.catalogue.kind import Kind, Severity

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
    "no-glyph": Kind(
        "打印用的字体里没有“{characters}”，纸上会印成“{substitute}”。",
        "The fonts of the printed sheets lack “{characters}”; on paper it becomes “{substitute}”.",
        "换一个常用字或符号；人名里的生僻字可以改写成拼音。",
        "Use a more common character or sign; write a rare character of a name in pinyin.",
        Severity.WARNING,
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
    "broken-picture": Kind(
        "这个文件打不开：它不是图片，或者没有复制完整。",
        "This file cannot be opened: it is no picture, or was not copied whole.",
        "重新导出或重新复制这张图片；不用了就删掉。",
        "Export or copy the picture again, or delete it.",
    ),
    "foreign-picture": Kind(
        "这张图片其实是 {format}，浏览器显示不了，虽然文件名以“{ending}”结尾。",
        "This picture is in fact a {format}, which browsers do not show, although its name ends in “{ending}”.",
        "打开它，另存为（导出为）.jpg；只改文件名没有用。iPhone：“设置 → 相机 → 格式 → 兼容性最佳”，"
        "以后拍的就是 .jpg。",
        "Open it and save or export it as .jpg; a new name alone does not help. On an iPhone “Settings → Camera →"
        " Formats → Most Compatible” makes .jpg from then on.",
    ),
    "wrong-ending": Kind(
        "文件名以“{ending}”结尾，内容却是 {right} 图片：有的程序打不开。",
        "The name ends in “{ending}”, but the picture is a {right}: some programs cannot open it.",
        "把文件名的结尾改成 {right}，引用它的 image 也一起改；或者另存为“{ending}”格式。",
        "Change the ending to {right}, here and where image names it, or save it as a real “{ending}”.",
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
