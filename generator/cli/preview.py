"""`showroom serve`: the site on a port of this machine, made again after every change."""

import shutil
import threading
from dataclasses import replace
from pathlib import Path

from watchfiles import DefaultFilter, watch

from generator.build import Project, build
from generator.build.engine import Engine, EngineError
from generator.cli.console import Console
from generator.cli.server import PreviewServer
from generator.problems import Unsound

HOST = "127.0.0.1"


def preview(project: Project, console: Console, port: int) -> None:
    """Serve the site until Ctrl-C. The last good pages stay while the content is wrong."""
    try:
        server = PreviewServer((HOST, port))
    except OSError as error:
        console.say("port_taken", port=port, other=port + 1)
        raise SystemExit(1) from error
    folder = project.build / "preview"
    shutil.rmtree(folder, ignore_errors=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        with console.working("engine"):
            _renew(project, console, server)
        console.say("serving", address=f"http://{HOST}:{port}/")
        watched = [
            path for path in (project.process, project.root / "docs", project.root / "overrides") if path.exists()
        ]
        for changes in watch(*watched, watch_filter=DefaultFilter(), raise_interrupt=False):
            console.say("following", files=", ".join(sorted({Path(path).name for _, path in changes})))
            _renew(project, console, server)
    finally:
        server.shutdown()
        shutil.rmtree(folder, ignore_errors=True)
        console.say("bye")


def _renew(project: Project, console: Console, server: PreviewServer) -> None:
    # Each version has a folder of its own: Windows does not rename one that is being read.
    site = project.build / "preview" / str(server.version + 1)
    try:
        made = build(replace(project, site=site), Engine.MKDOCS, publish=False)
    except Unsound as unsound:
        console.problems(unsound.problems)
        console.say("kept")
        return
    except EngineError as error:
        console.engine_failed(str(error))
        return
    console.problems(made.warnings)
    before = server.root
    server.show(site)
    if before is not None:
        shutil.rmtree(before, ignore_errors=True)
        console.say("renewed")
