"""`python -m generator COMMAND`; Ctrl-C ends it with the shell's own status at every moment, its imports' too."""

from __future__ import annotations

import os
import signal
import sys

INTERRUPTED = 130


def run() -> int:
    """The status of the command that the shell gave."""
    try:
        from generator.cli import main

        status = main()
        # All is written: a Ctrl-C from here on would only tell that Python was stopped on its way out.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    except KeyboardInterrupt:
        print("interrupted; no file was left half-written", file=sys.stderr, flush=True)
        # Python's own way out forgets the status where the interrupt met it within an exec of its library.
        os._exit(INTERRUPTED)
    return status


def in_utf8() -> None:
    """Start anew in UTF-8 where the locale has names of files in another encoding, which knows no Chinese."""
    if sys.getfilesystemencoding() != "utf-8":
        os.execv(sys.executable, [sys.executable, "-X", "utf8", "-m", "generator", *sys.argv[1:]])  # noqa: S606


if __name__ == "__main__":
    in_utf8()
    sys.exit(run())
