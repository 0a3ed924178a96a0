# SPDX-License-Identifier: MIT
"""XInclude 1.0 in the stream: the included events take the place of the ``xi:include`` element.

``xpointer`` may be a shorthand (an ``xml:id``; no DTD is needed) or use the scheme ``element()``;
``parse="text"`` and ``xi:fallback`` are followed. No ``xml:base`` is added to what was included:
positions and pointers are those of the included file as it is.
"""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from tei_edition.parser import xpointer
from tei_edition.parser.encodings import UndecodableError, decoded
from tei_edition.parser.fallback import Failure, Swallow
from tei_edition.parser.faults import undecodable
from tei_edition.parser.frame import Frame
from tei_edition.parser.names import XML_BASE
from tei_edition.parser.sources import PIECE, opened
from tei_edition.paths import real

if TYPE_CHECKING:
    from tei_edition.parser.sources import Source
    from tei_edition.parser.stream import Stream

_NOT_XML_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def include(stream: Stream, attributes: list[str]) -> None:
    """Follow the ``xi:include`` that is the current event, then swallow its children."""
    given = dict(zip(attributes[::2], attributes[1::2], strict=True))
    frame = stream.frame
    place = stream.position()
    before = len(stream.faults)
    failure = _Inclusion(stream, given, place).follow()
    if failure or len(stream.faults) > before:
        stream.failed_inclusions.add(place)
    Swallow(stream, frame, place, failure).put()


class _Inclusion:
    """One ``xi:include`` element."""

    def __init__(self, stream: Stream, given: dict[str, str], place: tuple[str, int, int]) -> None:
        self._stream = stream
        self._place = place
        self._href = given.get("href", "")
        self._base = given.get(XML_BASE, "")
        self._parse = given.get("parse", "xml")
        self._xpointer = given.get("xpointer", "")
        self._encoding = given.get("encoding", "")

    def follow(self) -> Failure | None:
        """Give the included events; what kept them away is returned (XInclude 1.0, 4.4: a resource
        error, for which a fallback stands in)."""
        problem = self._wrong_attributes()
        if problem:
            self._fault("xinclude-wrong", problem)
            return None
        target = self._target() if self._href else self._same_file()
        if target is None or isinstance(target, Failure):
            return target
        name, source = target
        if isinstance(source, Path):
            self._stream.files.add(source)
            if not source.is_file():
                return Failure(f"there is no file “{unquote(self._href)}” to include")
        if not self._within_limits(source):
            return None
        if self._parse == "text":
            self._text(source)
            return None
        return self._elements(name, source)

    def _wrong_attributes(self) -> str:
        if self._parse not in ("xml", "text"):
            return f"@parse is “{self._parse}”; it can be “xml” or “text”"
        if not self._href and not self._xpointer:
            return "the element names nothing to include: it has neither @href nor @xpointer"
        if self._parse == "text" and self._xpointer:
            return '@xpointer cannot stand beside parse="text"'
        if "#" in self._href:
            return f"@href “{self._href}” has a fragment; write it as @xpointer"
        return ""

    def _same_file(self) -> tuple[str, Source] | None:
        frame = self._stream.frame
        if isinstance(frame.source, Path | bytes):
            return frame.path, frame.source
        self._fault(
            "xinclude-wrong",
            "a document that is read from a stream cannot include a part of itself",
            "give the name of the file instead",
        )
        return None

    def _target(self) -> tuple[str, Path] | Failure | None:
        """What the file is called, and where it is; why it may not be read; None where its name is
        none."""
        if not self._stream.has_folder:
            # Not the working directory: that is whose program this is, not whose document.
            return Failure(
                f"“{self._href}” cannot be followed: a document that is no file lies in no folder",
                "validate it as a file",
                "xinclude-outside",
            )
        frame = self._stream.frame
        here = frame.source if isinstance(frame.source, Path) else self._stream.root / "-"
        address = self._href
        for base in reversed((*frame.bases(*self._place[1:]), self._base)):
            address = urljoin(base, address)
        try:
            parts = urlsplit(address)
        except ValueError:
            self._fault("xinclude-wrong", f"@href “{self._href}” is no address of a file")
            return None
        if parts.scheme not in ("", "file") or parts.netloc:
            return Failure(
                f"“{self._href}” is not a local file: nothing is fetched from the web",
                "put a copy of it into the edition's folder",
                "xinclude-outside",
            )
        relative = unquote(parts.path)
        try:
            inside = real(here.parent / relative).is_relative_to(self._stream.root)
        except (ValueError, OSError):
            self._fault("xinclude-wrong", f"@href “{self._href}” is no name of a file")
            return None
        if not inside:
            return Failure(
                f"“{self._href}” lies outside the folder “{self._stream.root}”, which inclusions "
                "must not leave",
                "put the file inside the edition's folder",
                "xinclude-outside",
            )
        return _tidied(Path(frame.path).parent / relative), here.parent / relative

    def _within_limits(self, source: Source) -> bool:
        stream = self._stream
        around = [(_identity(frame.source), frame.xpointer) for frame in stream.frames]
        if (_identity(source), self._xpointer) in around:
            self._fault("xinclude-loop", f"“{self._href or self._place[0]}” includes itself")
            return False
        stream.inclusions += 1
        assert isinstance(source, Path | bytes)  # a stream cannot include itself
        stream.included_bytes += source.stat().st_size if isinstance(source, Path) else len(source)
        limits = stream.limits
        if len(around) > limits.depth:
            words = f"more than {limits.depth} files include one another"
        elif stream.inclusions > limits.inclusions:
            words = f"more than {limits.inclusions:,} inclusions in one document"
        elif stream.included_bytes > limits.included:
            words = f"more than {limits.included:,} bytes are included in one document"
        else:
            return True
        stream.failed_inclusions.add(self._place)
        if not stream.included_too_much or len(around) > limits.depth:
            hint = "do the files include each other again and again?"
            self._fault("xinclude-too-much", words, hint)
        stream.included_too_much = stream.included_too_much or len(around) <= limits.depth
        return False

    def _text(self, source: Source) -> None:
        handler = self._stream.expat.CharacterDataHandler
        name = self._encoding or "utf-8-sig"
        try:
            codec = codecs.lookup(name)
        except LookupError:
            codec = None
        if codec is None or not codec._is_text_encoding:
            self._fault("xinclude-wrong", f"@encoding “{self._encoding}” is not known")
            return
        with opened(source) as file:
            try:
                for text in decoded(iter(lambda: file.read(PIECE), b""), codec.name):
                    wrong = _NOT_XML_TEXT.search(text)
                    if wrong:
                        words = f"“{self._href}” is not a text file: it holds U+{ord(wrong[0]):04X}"
                        self._fault("forbidden-character", words)
                        return
                    if handler is not None:
                        handler(text)
            except UndecodableError as error:
                _, words, _ = undecodable(error.byte, self._encoding or "UTF-8")
                place = f"“{self._href}”, line {error.line}, column {error.column}: {words}"
                self._fault("encoding-wrong", place, "name the file's encoding in @encoding")

    def _elements(self, name: str, source: Source) -> Failure | None:
        pointers = xpointer.parse(self._xpointer)
        if pointers is None:
            self._fault(
                "xinclude-xpointer",
                f"@xpointer “{self._xpointer}” cannot be followed",
                "write an xml:id, or the scheme element(), such as element(/1/2/1)",
            )
            return None
        stream = self._stream
        around = stream.frame
        found = True
        with opened(source) as file:
            frame = Frame(name, source, stream, file)
            frame.xpointer = self._xpointer
            stream.enter(frame)
            try:
                if pointers:
                    selection = xpointer.Selection(frame, around, pointers)
                    frame.read()
                    found = selection.found or frame.failed
                    still_open = selection.depth
                else:
                    frame.put(around.handlers())
                    frame.read()
                    around.expat.CharacterDataHandler = frame.expat.CharacterDataHandler
                    still_open = len(frame.open_elements()) if frame.failed else 0
                if still_open:
                    stream.unwind(still_open)
            finally:
                stream.leave()
                frame.release()
        if found:
            return None
        return Failure(f"“{name}” has no element that @xpointer “{self._xpointer}” names")

    def _fault(self, code: str, message: str, hint: str = "") -> None:
        self._stream.fault(code, message, hint, at=self._place, element="xi:include")


def _identity(source: Source) -> object:
    return real(source) if isinstance(source, Path) else id(source)


def _tidied(path: Path) -> str:
    """The path without ``..`` in its middle, as the user would write it."""
    parts: list[str] = []
    for part in path.parts:
        if part == ".." and parts and parts[-1] not in ("..", path.anchor):
            parts.pop()
        else:
            parts.append(part)
    return str(Path(*parts))
