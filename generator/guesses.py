"""What people probably meant: keys and words in Chinese, ids with capitals, dates with slashes."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, get_args

from generator.descriptions import descriptions, subclasses
from generator.node import Node
from generator.problems import guess

LANGUAGES: Final = {
    "zh": ("cn", "ch", "chi", "zho", "zh-cn", "zh-hans", "zh_cn", "chinese", "中", "中文", "汉语", "简体", "简体中文"),
    "en": ("eng", "en-us", "en-gb", "en_us", "english", "英", "英文", "英语"),
}
# What trainers call a key that its description does not say.
NAMES: Final = {
    "名称": ("title", "text", "term"),
    "标题": ("title", "text"),
    "题目": ("title", "question"),
    "编号": ("label", "number", "id"),
    "标识": ("id",),
    "类型": ("type",),
    "种类": ("kind", "type"),
    "内容": ("body", "text", "items", "blocks"),
    "正文": ("body", "text"),
    "文字": ("text", "body"),
    "说明": ("detail", "note", "summary"),
    "详情": ("detail",),
    "要点": ("items", "points", "text"),
    "条目": ("items",),
    "列表": ("items",),
    "项目": ("items",),
    "区块": ("blocks",),
    "问题": ("question", "text"),
    "分钟": ("minutes",),
    "时间": ("time", "minutes"),
    "时长": ("minutes",),
    "负责人": ("owner",),
    "岗位": ("owner",),
    "角色": ("owner", "by"),
    "备注": ("note",),
    "来源": ("source",),
    "出处": ("source",),
    "图片": ("image",),
    "地点": ("places", "place"),
    "阶段": ("stages",),
    "语言": ("languages",),
    "摘要": ("summary",),
    "简介": ("summary", "intro"),
    "引言": ("intro",),
    "讲师": ("trainer_notes",),
    "培训师": ("trainer_notes",),
}


def guess_key(word: str, said: Mapping[str, str]) -> str:
    """Return the key that `word` was meant to be; `said` describes the keys that can stand there, in both languages."""
    plain = re.sub(r"[\s“”‘’\"'\u200b\ufeff]", "", word)
    if close := guess(plain.replace("-", "_"), said):
        return close
    for name in NAMES.get(plain, ()):
        if name in said:
            return name
    return _described(plain, {key: text.rpartition("\n")[2] for key, text in said.items()})


def guess_type(word: str, types: Iterable[str]) -> str:
    """Return the type of block that `word` was meant to be, also from its Chinese name."""
    types = list(types)
    return guess(word, types) or _described(word, {name: _about(name) for name in types})


def guess_word(word: str, allowed: Iterable[str], said: str) -> str:
    """Return the allowed word that `word` was meant to be; `said` is the description of its key."""
    allowed = list(allowed)
    plain = word.strip(" ;,；，。.“”\"'\u200b")
    if close := guess(plain.replace("_", "-"), allowed):
        return close
    clauses = re.split("[，。；、\n]", said)
    beside = [name for name in allowed if re.search(_beside(name, word), said)]
    found = beside or [name for clause in clauses for name in allowed if name in clause and word in clause]
    return found[0] if found and _is_chinese(word) else ""


def _beside(name: str, word: str) -> str:
    """Return the pattern of a description that explains `name` by `word` or `word` by `name`."""
    name, word = re.escape(name), re.escape(word)
    return rf"\b{name} *[（(]?{word}|{word} *[（(]?{name}\b"


def guess_language(word: str) -> str:
    """Return the code of the language that `word` was meant to name."""
    plain = word.strip().lower()
    for code, names in LANGUAGES.items():
        if plain == code or plain in names:
            return code
    return ""


def guess_id(word: str) -> str:
    """Return an id made of `word`; nothing where it holds no Latin letters."""
    plain = re.sub(r"[^a-z0-9]+", "-", word.lower()).strip("-")
    return re.sub(r"^[\d-]+", "", plain)


def guess_address(word: str) -> str:
    """Return `word` as a web address, where it looks like one without its beginning."""
    return f"https://{word}" if re.fullmatch(r"[\w-]+(\.[\w-]+)+(/\S*)?", word) else ""


def guess_date(word: str) -> str:
    """Return the date that `word` was meant to be, as year-month-day."""
    match = re.fullmatch(r"\s*(\d{4})\D(\d{1,2})\D(\d{1,2})\D*", word)
    try:
        return date(*map(int, match.groups())).isoformat() if match else ""
    except ValueError:
        return ""


def _described(word: str, said: Mapping[str, str]) -> str:
    """Return the name whose Chinese description begins with, or holds, `word`; the shortest description wins."""
    if not _is_chinese(word):
        return ""
    holding = [(not text.startswith(word), len(text), name) for name, text in said.items() if word in text]
    return min(holding)[2] if holding else ""


def _about(name: str) -> str:
    for model in subclasses(Node):
        field = model.model_fields.get("type")
        if field is not None and get_args(field.annotation) == (name,):
            return descriptions(model).get("type", "").rpartition("\n")[2]
    return ""


def _is_chinese(word: str) -> bool:
    return bool(re.search("[\u4e00-\u9fff]", word))
