"""Problems with the files themselves: which are there, how they are saved."""

from typing import Final

from generator.catalogue.kind import Kind

READING: Final = {
    "no-process": Kind(
        "这个文件夹里没有 process.yml，所以不是流程文件夹。",
        "There is no process.yml in this folder, so it is not a process folder.",
        "检查 --process 后面的文件夹；process.yml 删错了，就从回收站恢复；没有，就新建。",
        "Check the folder after --process; restore process.yml if it was deleted, or create it.",
    ),
    "missing-file": Kind(
        "文件“{path}”不存在，但“{by}”提到了它。",
        "The file “{path}” does not exist, but “{by}” names it.",
        "删错了就从回收站恢复；没有就新建；或者改正名称：大小写要一样；process.yml 里只写文件夹名；"
        "Windows 会隐藏扩展名，文件可能其实叫“….yml.txt”。",
        "Restore it if it was deleted, or create it, or correct the name: capitals count; process.yml names folders"
        " only; Windows hides endings,"
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
        "改成正确的名称（全小写，以 .yml 结尾；看不到结尾，就在资源管理器的“查看”里勾选“文件扩展名”）；如果是备份，"
        "请移到 process 文件夹之外。",
        "Rename it (lower case, ending in .yml; Windows shows endings after “View → File name extensions”); move a"
        " backup copy out of the process folder.",
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
    "picture-too-large": Kind(
        "这张图片有 {size} MB，上限是 {limit} MB：手机上打不开。",
        "This picture has {size} MB; the limit is {limit} MB: no phone would show it.",
        "用图片编辑软件（例如 Windows 的“照片”）把它缩小到宽 2000 像素左右，再另存为 .jpg。",
        "Make it smaller, some 2000 pixels wide, with a program for pictures (“Photos” on Windows); save it as .jpg.",
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
    "empty-file": Kind(
        "文件是空的。",
        "The file is empty.",
        "内容不见了，就找回上一个版本（VS Code 左侧“时间线”，或者备份）；新建的文件，写入内容；用不着的，删掉。",
        "Where its content is lost, restore the last version (“Timeline” in VS Code’s side bar, or a backup); fill a"
        " new file; delete one that is not needed.",
    ),
    "not-a-mapping": Kind(
        "文件的最外层应该是“键: 值”。",
        "The outermost level of the file has to be “key: value”.",
        "参照其他阶段的同名文件。",
        "Compare with the file of the same name of another stage.",
    ),
}
