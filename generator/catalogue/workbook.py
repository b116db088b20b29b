"""Problems with a workbook that is taken back from Excel."""

from typing import Final

from generator.catalogue.kind import Kind, Severity

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
        "先运行 python3 start.py excel out 生成工作簿，再在其中修改。",
        "Make a workbook with python3 start.py excel out and change that one.",
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
        "需要修改这部分内容时，重新运行 python3 start.py excel out。",
        "To change it make a new workbook with python3 start.py excel out.",
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
        "撤销删除；或者重新运行 python3 start.py excel out，把改动抄过去。",
        "Undo the deletion, or make a new workbook with python3 start.py excel out and copy your changes to it.",
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
        "决定用哪一个：让单元格与 YAML 一致，或者重新运行 python3 start.py excel out 再改。",
        "Decide which it is to be: make the cell say the same, or start from a new workbook (python3 start.py excel"
        " out).",
    ),
    "row-without-place": Kind(
        "第 {row} 行没有说明放在哪里，或者写的地方不存在（{cell}）。",
        "Row {row} does not say where it belongs, or names a place that there is not ({cell}).",
        "在“位置”一列从列表里选择；属于新的一题（一张清单）的，照抄它的题目（名称）。",
        "Choose from the list in the column “Place”; for what belongs to a new question or list copy its prompt or"
        " title.",
    ),
    "row-incomplete": Kind(
        "这一行缺少“{key}”。{about_zh}",
        "This row lacks “{key}”. {about}",
        "在这一行填写；选项、配对、卡片等在各自的工作表里写，“位置”照抄这一行的题目。",
        "Fill it in this row; options, pairs, cards and the like are rows of their own sheets, with this row's prompt"
        " as their “Place”.",
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
