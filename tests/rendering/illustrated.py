# SPDX-License-Identifier: MIT
"""Documents with images beside them, for the tests: images, a document, its site."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import html

from tei_edition.rendering import EditionData, SiteReport, write_site

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

TEI = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{name}"><teiHeader><fileDesc>
<titleStmt><title>{name}</title></titleStmt><publicationStmt><p>-</p></publicationStmt>
<sourceDesc><p>-</p></sourceDesc></fileDesc></teiHeader>{before}
<text><body>
{body}
</body></text></TEI>
"""


def png(width: int = 3, height: int = 2, shade: int = 0) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    rows = b"".join(b"\0" + bytes([shade]) * width for _ in range(height))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><title>A map</title></svg>'


def write(path: Path, body: str, before: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(TEI.format(name=path.stem, body=body, before=before), encoding="utf-8")
    return path


def put(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def make(
    documents: Sequence[Path], folder: Path, *outputs: str, root: Path | None = None
) -> SiteReport:
    edition = EditionData(title="Letters", editors=("A. Editor",)) if root else None
    report = write_site(documents, folder, edition, outputs=outputs or ("html",), root=root)
    assert not report.failures
    return report


def page(folder: Path, name: str = "letter") -> _Element:
    return html.document_fromstring((folder / f"{name}.html").read_bytes())
