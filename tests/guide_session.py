"""The first change of the guide, which its pictures show as one session: a key is added, and another misspelt."""

STAGE = "5-proposal-to-close/stage.yml"
ITEM = "right-area"
TEXT = "text: {zh: 合适的区域, en: The right place}\n"
OWNER = '            owner: {zh: "销售顾问", en: "Sales consultant"}\n'
MISSPELT = TEXT.replace("text", "txt")
