"""A web server for one machine: files of the newest version, and word to open pages when there is a newer one."""

import threading
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

NEWS: Final = "/__news"
WAIT: Final = 25.0  # seconds an open page's question waits for an answer before it asks anew

# An open page asks for news; the answer comes when there is a newer version. The place on the page is kept.
RELOAD: Final = b"""<script>
addEventListener("load", () => {
  const key = "showroom-scroll:" + location.pathname
  const y = sessionStorage.getItem(key)
  if (y !== null) { scrollTo(0, Number(y)); sessionStorage.removeItem(key) }
  const ask = async version => {
    for (;;) {
      try {
        const now = await (await fetch("%s?" + version)).text()
        if (version && now !== version) { sessionStorage.setItem(key, String(scrollY)); location.reload(); return }
        version = now
      } catch { await new Promise(done => setTimeout(done, 1000)) }
    }
  }
  ask("")
})
</script></body>""" % NEWS.encode()

WAITING: Final = """<!doctype html><html lang="zh"><meta charset="utf-8"><title>Showroom</title>
<body><p>内容有误，改正后页面会自动出现；请看命令行窗口。</p>
<p lang="en">The content has mistakes; the page appears by itself when they are mended. See the terminal.</p>
</body></html>
"""


class PreviewServer(ThreadingHTTPServer):
    """Serves the folder `root`; `version` counts how often it has changed."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int]) -> None:
        self.root: Path | None = None
        self.version = 0
        self.news = threading.Condition()
        super().__init__(address, _Handler)

    def show(self, root: Path) -> None:
        """Serve `root` from now on, and tell every open page."""
        with self.news:
            self.root = root
            self.version += 1
            self.news.notify_all()


class _Handler(SimpleHTTPRequestHandler):
    server: PreviewServer

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        if address.path == NEWS:
            self._answer_news(address.query)
        elif self.server.root is None:
            self._send(HTTPStatus.SERVICE_UNAVAILABLE, WAITING.encode())
        else:
            self._send_page(self.server.root, unquote(address.path))

    def _send_page(self, root: Path, name: str) -> None:
        path = (root / name.lstrip("/")).resolve()
        if path.is_dir() and not name.endswith("/"):
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"{urlsplit(self.path).path}/")
            self.end_headers()
            return
        if path.is_dir():
            path /= "index.html"
        if not path.is_relative_to(root.resolve()) or not path.is_file():
            first = name.strip("/").partition("/")[0]
            own = root / first / "404.html"
            missing = own if own.is_file() else root / "404.html"
            self._send(HTTPStatus.NOT_FOUND, missing.read_bytes() if missing.is_file() else b"")
            return
        self._send(HTTPStatus.OK, path.read_bytes(), self.guess_type(path))

    def _answer_news(self, known: str) -> None:
        news = self.server.news
        with news:
            news.wait_for(lambda: str(self.server.version) != known, timeout=WAIT)
            version = str(self.server.version)
        self._send(HTTPStatus.OK, version.encode(), "text/plain")

    def _send(self, status: HTTPStatus, body: bytes, kind: str = "text/html") -> None:
        if kind == "text/html":
            body = body.replace(b"</body>", RELOAD, 1)
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base's own signature
        """Say nothing: a trainer's terminal is for problems."""
