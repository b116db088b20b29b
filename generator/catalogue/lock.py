"""Problems with the ids that learners' saved progress hangs on."""

from typing import Final

from generator.catalogue.kind import Kind

LOCK: Final = {
    "vanished-id": Kind(
        "“{page}”里的“{id}”（{kind}）不见了，学员保存的进度靠它找到内容。",
        "“{id}” ({kind}) of “{page}” is gone; learners' saved progress hangs on it.",
        "{back_zh}；确实不再需要，就运行 python3 start.py retire {name}，写明原因。",
        "{back}; if it is really no longer wanted, run: python3 start.py retire {name}",
    ),
    "changed-kind": Kind(
        "“{id}”原来是 {before}，现在是 {now}，学员保存的进度会对不上。",
        "“{id}” was a {before} and is now a {now}: learners' saved progress would no longer fit.",
        "给新内容换一个标识；之后旧标识可以用 python3 start.py retire {name} 停用。",
        "Give the new content an id of its own; then the old one can be retired: python3 start.py retire {name}",
    ),
    "retired-id": Kind(
        "标识“{id}”已经停用（{reason}），不能再用。",
        "The id “{id}” was retired ({reason}) and cannot be used again.",
        "换一个标识；如果是把原来的内容恢复回来，就删掉 ids.lock 里 retired 下面的这一条。",
        "Choose another id; if the old content is back, delete its entry under “retired” in ids.lock.",
    ),
}
