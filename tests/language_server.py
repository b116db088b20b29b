"""Talks to the real yaml-language-server as an editor does: over its standard input and output, without a network."""

import json
import queue
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

ROOT = Path(__file__).parent.parent
SERVER = ROOT / "tests/node_modules/yaml-language-server/bin/yaml-language-server"
PATIENCE = 60  # seconds that an answer may take on a busy machine

Json = Any


class LanguageServer:
    """One running server; `settings` are the editor's, by their full names ("yaml.schemas"), `locale` its language."""

    def __init__(self, node: Path, folder: Path, settings: Mapping[str, Json], locale: str = "en") -> None:
        self.settings = settings
        self.folder = folder
        self.locale = locale
        self.abilities: Json = None  # what it says of itself
        self.process = subprocess.Popen(  # our own copy, named by its path
            [str(node), str(SERVER), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.answers: dict[int, queue.Queue[Json]] = {}
        self.diagnosed: dict[str, queue.Queue[Json]] = {}
        self.sent = 0
        self.opened = 0
        threading.Thread(target=self._listen, daemon=True).start()

    def __enter__(self) -> Self:
        able = {
            "workspace": {"configuration": True},
            "textDocument": {
                "completion": {
                    "completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]},
                }
            },
        }
        root = self.folder.as_uri()
        folders = [{"uri": root, "name": "showroom"}]
        where = {"rootUri": root, "workspaceFolders": folders}
        self.abilities = self.ask("initialize", processId=None, locale=self.locale, capabilities=able, **where)
        self.tell("initialized")
        self.tell("workspace/didChangeConfiguration", settings={})
        return self

    def __exit__(self, *_: object) -> None:
        self.ask("shutdown")
        self._send(method="exit")
        self.process.wait(PATIENCE)
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                pipe.close()

    def findings(self, texts: Mapping[str, str]) -> dict[str, list[Json]]:
        """Return what the server finds wrong with each of several files; it looks at all of them at once."""
        for path, text in texts.items():
            self._open(path, text)
        found = {path: self.diagnosed[self._uri(path)].get(timeout=PATIENCE) for path in texts}
        for path in texts:
            self.tell("textDocument/didClose", textDocument={"uri": self._uri(path)})
        for path in texts:
            self.diagnosed[self._uri(path)].get(timeout=PATIENCE)  # the server takes its findings back
        return found

    @contextmanager
    def editing(self, path: str, text: str) -> Iterator[None]:
        """Open a file below the folder, holding `text`, for the time of a `with`."""
        self._open(path, text)
        self.diagnosed[self._uri(path)].get(timeout=PATIENCE)
        yield
        self.tell("textDocument/didClose", textDocument={"uri": self._uri(path)})
        self.diagnosed[self._uri(path)].get(timeout=PATIENCE)

    def complete(self, path: str, line: int, column: int) -> list[Json]:
        """Return what is offered at a place, counted from 1."""
        items: list[Json] = self.ask("textDocument/completion", **self._place(path, line, column))["items"]
        return items

    def hover(self, path: str, line: int, column: int) -> str:
        """Return the Markdown that is shown for what stands at a place."""
        answer = self.ask("textDocument/hover", **self._place(path, line, column))
        return answer["contents"]["value"] if answer else ""

    def ask(self, method: str, **params: Json) -> Json:
        """Send a request and wait for its result."""
        self.sent += 1
        waiting = self.answers[self.sent] = queue.Queue()
        self._send(id=self.sent, method=method, params=params)
        answer = waiting.get(timeout=PATIENCE)
        assert "error" not in answer, answer
        return answer["result"]

    def tell(self, method: str, **params: Json) -> None:
        """Send what has no answer."""
        self._send(method=method, params=params)

    def _open(self, path: str, text: str) -> None:
        uri = self._uri(path)
        self.diagnosed[uri] = queue.Queue()
        self.opened += 1  # the server keeps what it read of a version
        document = {"uri": uri, "languageId": "yaml", "version": self.opened, "text": text}
        self.tell("textDocument/didOpen", textDocument=document)

    def _uri(self, path: str) -> str:
        return (self.folder / path).as_uri()

    def _place(self, path: str, line: int, column: int) -> dict[str, Json]:
        position = {"line": line - 1, "character": column - 1}
        return {"textDocument": {"uri": self._uri(path)}, "position": position}

    def _send(self, **message: Json) -> None:
        assert self.process.stdin
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def _listen(self) -> None:
        assert self.process.stdout
        while header := self.process.stdout.readline():
            length = int(header.split(b":")[1])
            while self.process.stdout.readline().strip():
                pass
            self._take(json.loads(self.process.stdout.read(length)))

    def _take(self, message: Json) -> None:
        if "method" not in message:
            self.answers[message["id"]].put(message)
        elif message["method"] == "textDocument/publishDiagnostics":
            if waiting := self.diagnosed.get(message["params"]["uri"]):
                waiting.put(message["params"]["diagnostics"])
        elif "id" in message:
            sections = message.get("params", {}).get("items", [])
            self._send(id=message["id"], result=[self._section(item["section"]) for item in sections] or None)

    def _section(self, name: str) -> Json:
        """Return what an editor answers for a part of its settings: nested, without the part's own name."""
        if name in self.settings:
            return self.settings[name]
        made: dict[str, Json] = {}
        for key, value in self.settings.items():
            if key.startswith(f"{name}."):
                *above, last = key.removeprefix(f"{name}.").split(".")
                inner = made
                for step in above:
                    inner = inner.setdefault(step, {})
                inner[last] = value
        return made or None
