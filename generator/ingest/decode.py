"""Bytes to text: UTF-8, then GB18030, both strictly; all else is refused with a reason."""

from __future__ import annotations

import re

from generator.problems import Problem, ProblemError

SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
)
UTF16 = (b"\xff\xfe", b"\xfe\xff")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
CONTROL_SHARE = 100
"""A text is binary when at least one in this many of its characters is a control character."""
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
PRIVATE_SHARE = 10
"""GB18030 decodes nearly any bytes, most of them to private-use or rare characters."""
TEXT_FIX = "save it as UTF-8 text"


def decode(data: bytes, file: str) -> tuple[str, str]:
    """The text, line ends untouched and without a byte order mark, and its encoding.

    Raises ProblemError where the bytes are empty, binary or text in another encoding.
    """
    for signature, kind in SIGNATURES:
        if data.startswith(signature):
            raise _error("FILE-BINARY", file, "not a text file", found=kind)
    if data.startswith(UTF16):
        raise _error("FILE-ENCODING", file, "neither UTF-8 nor GB18030", found="UTF-16")
    if b"\x00" in data:
        raise _error("FILE-BINARY", file, "not a text file", found=f"a zero byte at offset {data.index(0)}")
    text, encoding = _text(data, file)
    if not text.strip("\ufeff \t\r\n\f\v\u3000\u00a0\u200b\u2028\u2029\x1c\x1d\x1e\x1f\x85"):
        found = f"{len(data)} bytes of white space" if data else "0 bytes"
        raise ProblemError(
            Problem(
                code="FILE-EMPTY", file=file, message="no text in it", found=found, fix="add the article or remove it"
            )
        )
    controls = len(CONTROL.findall(text))
    if controls * CONTROL_SHARE > len(text):
        raise _error("FILE-BINARY", file, "not a text file", found=f"{controls} control characters")
    return text, encoding


def _text(data: bytes, file: str) -> tuple[str, str]:
    try:
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError as error:
        first = error
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        found = f"byte 0x{data[first.start]:02x} at offset {first.start}"
        raise _error("FILE-ENCODING", file, "neither UTF-8 nor GB18030", found=found) from None
    private = len(PRIVATE.findall(text))
    if private * PRIVATE_SHARE > len(text):
        raise _error("FILE-BINARY", file, "not a text file", found=f"{private} characters of no known meaning")
    return text, "gb18030"


def _error(code: str, file: str, message: str, found: str) -> ProblemError:
    return ProblemError(
        Problem(code=code, file=file, message=message, found=found, expected="text in UTF-8 or GB18030", fix=TEXT_FIX)
    )
