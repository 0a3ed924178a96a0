# SPDX-License-Identifier: MIT
"""Where a document comes from, as something that can be read from its beginning more than once.

A broken file is read again for what its fault means, so a stream is first copied: to memory while
it is small, else to a temporary file.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import BinaryIO, TypeAlias, cast

Source: TypeAlias = "Path | bytes | BinaryIO"
"""A document: a file, its bytes, or a binary stream, which is read once."""

PIECE = 1 << 20
"""Bytes fed to expat at a time: expat before 2.6 is quadratic on long tokens in small pieces."""

_IN_MEMORY = 8 << 20


def kept(source: Source) -> AbstractContextManager[Source]:
    """The source, or, of a stream, a copy that can be read again."""
    if isinstance(source, Path | bytes):
        return nullcontext(source)
    import shutil
    from tempfile import SpooledTemporaryFile  # with shutil, 3 ms of every start

    copy = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - it is what is returned
    shutil.copyfileobj(source, copy, PIECE)
    copy.seek(0)
    return cast("AbstractContextManager[Source]", copy)


@contextmanager
def opened(source: Source) -> Iterator[BinaryIO]:
    """The source from its beginning; a stream is left where it was."""
    if isinstance(source, Path):
        with source.open("rb") as file:
            yield file
    elif isinstance(source, bytes):
        yield io.BytesIO(source)
    else:
        there = source.tell()
        source.seek(0)
        yield source
        source.seek(there)
