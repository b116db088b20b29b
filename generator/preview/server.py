"""A web server for one machine: shows the newest edition, and gives word to open pages when there is a newer one."""

import json
import os
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final
from urllib.parse import parse_qs, unquote, urlsplit

from generator.preview.answers import KINDS, OWN, SCRIPT, Answer, Answers
from generator.preview.content import Edition

WAIT: Final = 25.0  # seconds an open page's question waits for an answer before it asks anew
FIRST: Final = 60.0  # seconds the first page waits for the files to be read

Wrong = Mapping[str, Any]  # what preview.js calls by that name


class PreviewServer(ThreadingHTTPServer):
    """Shows the newest edition; `version` counts how often it, or what is wrong with the files, has changed."""

    daemon_threads = True
    allow_reuse_address = os.name == "posix"  # on Windows it would let two programs listen on one port

    def __init__(self, address: tuple[str, int]) -> None:
        self.answers: Answers | None = None
        self.edition: Edition | None = None
        self.wrong: Wrong | None = None
        self.version = 0
        self.news = threading.Condition()
        super().__init__(address, _Handler)

    def show(self, edition: Edition | None, wrong: Wrong | None) -> None:
        """Show `edition` from now on, and `wrong` on top of it; tell every open page."""
        with self.news:
            self.edition, self.wrong = edition, wrong
            self.version += 1
            self.news.notify_all()

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401  # the base's own signature
        """Say nothing of a browser that did not wait for its answer."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer

    def do_GET(self) -> None:
        asked = urlsplit(self.path)
        address = unquote(asked.path).removeprefix("/")
        match address.removeprefix(OWN) if address.startswith(OWN) else None:
            case None:
                self._send(self._answer(address, newer_than=0)[0])
            case "news":
                self._send_news(parse_qs(asked.query))
            case SCRIPT.name:
                self._send(Answer(SCRIPT.read_bytes(), KINDS[".js"]))
            case _:
                self._send(Answer(status=HTTPStatus.NOT_FOUND))

    def do_HEAD(self) -> None:
        self.do_GET()

    def _answer(self, address: str, newer_than: int, patience: float = FIRST) -> tuple[Answer, int, Wrong | None]:
        """Return what stands at `address`, the version of which it is, and what is wrong."""
        server = self.server
        with server.news:
            server.news.wait_for(lambda: server.version != newer_than, timeout=patience)
            edition, version, wrong = server.edition, server.version, server.wrong
        if server.answers is None:
            raise ConnectionAbortedError
        return server.answers.to(address, edition), version, wrong

    def _send_news(self, query: Mapping[str, list[str]]) -> None:
        page, known = query.get("page", [""])[0], query.get("version", [""])[0]
        newer_than = int(known) if known.lstrip("-").isdecimal() else -1
        answer, version, wrong = self._answer(page.removeprefix("/"), newer_than, WAIT)
        news = {"version": version, "mark": answer.mark, "wrong": wrong}
        self._send(Answer(json.dumps(news, ensure_ascii=False).encode(), KINDS[".json"]))

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        if answer.moved_to:
            self.send_header("Location", answer.moved_to)
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            with suppress(ConnectionError):
                self.wfile.write(answer.body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base's own signature
        """Say nothing: a trainer's terminal is for problems."""
