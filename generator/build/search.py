"""The index that MkDocs wrote for the search: refused where Chinese is not cut into words, and made small."""

import json
import re
from pathlib import Path

from generator.build.engine import EngineError

INDEX = "search/search_index.json"
WORD_MARK = "\u200b"  # Material's search puts it between the words that jieba finds
# Longer than any word: a site without marks has a name of a few signs, but no sentence.
SENTENCE = re.compile("[\u4e00-\u9fff]{8}")


def finish_index(tree: Path) -> None:
    """Check the index of a language's finished `tree`, and write it with its letters as they are.

    The browser gets it with the page. Material writes six bytes for each letter that is not ASCII; UTF-8 takes three.

    Raises:
        EngineError: when sentences are in it whole, so that no word inside them would be found.

    """
    path = tree / INDEX
    index = json.loads(path.read_bytes())
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    if WORD_MARK not in text and (sentence := SENTENCE.search(text)):
        message = (
            f"The search would find no Chinese word inside a sentence: “{sentence[0]}…” is not cut into words in its"
            " index. MkDocs' search does so with the Python package jieba; `python3 start.py` installs it."
        )
        raise EngineError(message)
    path.write_text(text, encoding="utf-8", newline="")
