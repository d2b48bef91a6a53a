"""The Chromium that the browser tests drive: which one, and how to start it.

    python -m tests.site.chromium [--install]

prints its path; with --install, root gets Debian's where there is none.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PACKAGES = ("chromium", "fonts-noto-cjk")
HELP = (
    "No Chromium was found for the browser tests. Install one (Debian: apt-get install chromium fonts-noto-cjk), "
    "or say where it is: CHROMIUM=/path/to/chromium make test"
)
FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def find() -> str:
    """The path of a Chromium: CHROMIUM of the environment, else the first that is on the PATH, else empty."""
    named = os.environ.get("CHROMIUM", "")
    if named:
        return shutil.which(named) or ""
    return next((path for name in NAMES if (path := shutil.which(name))), "")


def flags() -> list[str]:
    """How to start it: nothing over the network on its own, and no sandbox where root has none."""
    return [*FLAGS, *(["--no-sandbox"] if is_root() else [])]


def is_root() -> bool:
    """Whether this process may install packages."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def install() -> None:
    """Install Debian's Chromium and a font with Chinese characters."""
    print(f"apt-get: installing {' '.join(PACKAGES)}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "install", "--yes", "--quiet", "--no-install-recommends", *PACKAGES]
    for arguments in (["apt-get", "update", "--quiet"], command):
        subprocess.run(arguments, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)


def main(arguments: list[str]) -> int:
    """Print the browser's path; 1 and what to do where there is none."""
    may_install = "--install" in arguments and is_root() and shutil.which("apt-get") and "CHROMIUM" not in os.environ
    if may_install and not find():
        try:
            install()
        except subprocess.CalledProcessError as error:
            print(f"{' '.join(error.cmd)} failed with {error.returncode}", file=sys.stderr)
    path = find()
    if not path:
        print(HELP, file=sys.stderr)
        return 1
    print(f"browser: {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
