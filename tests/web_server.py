"""Serves a finished site like a simple host: files, folders by their index.html, and the site's page "not found"."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class _Handler(SimpleHTTPRequestHandler):
    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        body = self._missing_page().read_bytes()
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _missing_page(self) -> Path:
        """Return the nearest 404.html at or above the folder that was asked for."""
        root, asked = Path(self.directory), Path(self.translate_path(self.path))
        return next(
            folder / "404.html"
            for folder in (asked, *asked.parents)
            if folder.is_relative_to(root) and (folder / "404.html").is_file()
        )

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base's own signature
        """Say nothing: pytest's output is for failures."""


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve `site` on a free port of this machine while the context lasts; give the address, which ends with "/"."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(site))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()
