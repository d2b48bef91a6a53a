"""A built site served as hosts do it: compressed, over connections that stay open."""

from __future__ import annotations

import functools
import gzip
import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from pathlib import Path

from tests.site.conftest import Quiet

COMPRESSED = ("text/", "application/json", "application/javascript", "image/svg")


class Compressing(Quiet):
    """Serves files, those of text as gzip."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> io.BytesIO | None:  # type: ignore[override]
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return None
        kind, data = self.guess_type(path), path.read_bytes()
        packed = kind.startswith(COMPRESSED)
        data = gzip.compress(data, mtime=0) if packed else data
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if packed else kind)
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return io.BytesIO(data)


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a site while it is served."""
    handler = functools.partial(Compressing, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
