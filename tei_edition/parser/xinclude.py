# SPDX-License-Identifier: MIT
"""XInclude 1.0 in the stream: the included events take the place of the ``xi:include`` element.

``xpointer`` may be a shorthand (an ``xml:id``; no DTD is needed) or use the scheme ``element()``;
``parse="text"`` and ``xi:fallback`` are followed. No ``xml:base`` is added to what was included:
positions and pointers are those of the included file as it is.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from tei_edition.parser import stream as streams

if TYPE_CHECKING:
    from tei_edition.parser.stream import Frame, Stream

_FALLBACK = "http://www.w3.org/2001/XInclude fallback"
_XML_BASE = f"{streams.XML_NAMESPACE} base"
_ELEMENT_SCHEME = re.compile(r"\s*element\(\s*([^()\s]*)\s*\)\s*")
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
    _Swallow(stream, frame, place, failure).put()


class _Inclusion:
    """One ``xi:include`` element."""

    def __init__(self, stream: Stream, given: dict[str, str], place: tuple[str, int, int]) -> None:
        self._stream = stream
        self._place = place
        self._href = given.get("href", "")
        self._base = given.get(_XML_BASE, "")
        self._parse = given.get("parse", "xml")
        self._xpointer = given.get("xpointer", "")
        self._encoding = given.get("encoding", "utf-8")

    def follow(self) -> str:
        """Give the included events; what could not be found is returned, as words."""
        problem = self._wrong_attributes()
        if problem:
            self._fault("xinclude-wrong", problem)
            return ""
        target = self._target()
        if target is None:
            return ""
        name, path = target
        self._stream.files.add(path)
        if not path.is_file():
            return f"there is no file “{unquote(self._href)}” to include"
        if not self._within_limits(path):
            return ""
        if self._parse == "text":
            return self._text(path)
        return self._elements(name, path)

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

    def _target(self) -> tuple[str, Path] | None:
        """What the file is called, and where it is; None where it may not be read."""
        frame = self._stream.frame
        here = frame.source if isinstance(frame.source, Path) else self._stream.root / "-"
        if not self._href:
            return frame.path, here
        address = urljoin(self._base, self._href) if self._base else self._href
        if urlsplit(address).scheme not in ("", "file") or urlsplit(address).netloc:
            self._fault(
                "xinclude-outside",
                f"“{self._href}” is not a local file: nothing is fetched from the web",
                "put a copy of it into the edition's folder",
            )
            return None
        relative = unquote(urlsplit(address).path)
        target = here.parent / relative
        if not target.resolve().is_relative_to(self._stream.root):
            self._fault(
                "xinclude-outside",
                f"“{self._href}” lies outside the folder “{self._stream.root}”, which inclusions "
                "must not leave",
                "put the file inside the edition's folder",
            )
            return None
        return _tidied(Path(frame.path).parent / relative), target

    def _within_limits(self, path: Path) -> bool:
        stream = self._stream
        key = (path.resolve(), self._xpointer)
        around = [
            (f.source.resolve(), f.xpointer) for f in stream.frames if isinstance(f.source, Path)
        ]
        if key in around or (self._parse == "xml" and not self._xpointer and not self._href):
            self._fault("xinclude-loop", f"“{self._href or self._place[0]}” includes itself")
            return False
        stream.inclusions += 1
        stream.included_bytes += path.stat().st_size
        limits = stream.limits
        if len(around) > limits.depth:
            words = f"more than {limits.depth} files include one another"
        elif stream.inclusions > limits.inclusions:
            words = f"more than {limits.inclusions:,} inclusions in one document"
        elif stream.included_bytes > limits.included:
            words = f"more than {limits.included:,} bytes are included in one document"
        else:
            return True
        self._fault("xinclude-too-much", words, "do the files include each other again and again?")
        return False

    def _text(self, path: Path) -> str:
        try:
            text = path.read_bytes().decode(self._encoding)
        except LookupError:
            self._fault("xinclude-wrong", f"@encoding “{self._encoding}” is not known")
            return ""
        except UnicodeDecodeError as error:
            self._fault(
                "encoding-wrong",
                f"“{self._href}” is not {self._encoding}: the byte "
                f"{error.object[error.start]:#04x} cannot stand there",
                "name the file's encoding in @encoding",
            )
            return ""
        if _NOT_XML_TEXT.search(text):
            self._fault("forbidden-character", f"“{self._href}” is not a text file")
            return ""
        handler = self._stream.expat.CharacterDataHandler
        if handler is not None:
            handler(text.removeprefix("\ufeff").replace("\r\n", "\n"))
        return ""

    def _elements(self, name: str, path: Path) -> str:
        pointers = _pointers(self._xpointer)
        if pointers is None:
            self._fault(
                "xinclude-xpointer",
                f"@xpointer “{self._xpointer}” cannot be followed",
                "write an xml:id, or the scheme element(), such as element(/1/2/1)",
            )
            return ""
        stream = self._stream
        around = stream.frame
        outer = around.expat
        frame = streams.Frame(name, path, stream)
        frame.xpointer = self._xpointer
        stream.enter(frame)
        found = True
        try:
            if pointers:
                selection = _Selection(frame, around, pointers)
                frame.read()
                found = selection.found or frame.failed
                still_open = selection.depth
            else:
                frame.put(*around.handlers())
                frame.read()
                outer.CharacterDataHandler = frame.expat.CharacterDataHandler
                still_open = frame.open_elements() if frame.failed else 0
            if still_open:
                stream.unwind(still_open)
        finally:
            stream.leave()
        return "" if found else f"“{name}” has no element that @xpointer “{self._xpointer}” names"

    def _fault(self, code: str, message: str, hint: str = "") -> None:
        self._stream.fault(code, message, hint, at=self._place, element="xi:include")


def _tidied(path: Path) -> str:
    """The path without ``..`` in its middle, as the user would write it."""
    parts: list[str] = []
    for part in path.parts:
        if part == ".." and parts and parts[-1] not in ("..", path.anchor):
            parts.pop()
        else:
            parts.append(part)
    return str(Path(*parts))


def _pointers(xpointer: str) -> list[tuple[str, tuple[int, ...]]] | None:
    """The identifiers and child sequences to try in order; None where it cannot be followed."""
    if not xpointer:
        return []
    if "(" not in xpointer:
        return [(xpointer.strip(), ())]
    pointers = []
    rest = xpointer
    while rest:
        found = _ELEMENT_SCHEME.match(rest)
        if found is None:
            return None
        identifier, *steps = found[1].split("/")
        if not all(step.isdigit() for step in steps) or not (identifier or steps):
            return None
        pointers.append((identifier, tuple(map(int, steps))))
        rest = rest[found.end() :]
    return pointers


class _Selection:
    """Finds one element of an included file and gives its events to the handlers.

    Of several pointers the first that matches in the document's order is taken; the rest of the
    file is still read, so that what is broken there is found.
    """

    def __init__(
        self, frame: Frame, around: Frame, pointers: list[tuple[str, tuple[int, ...]]]
    ) -> None:
        self.found = False
        self.depth = 0
        """Elements that the handlers were given and that are still open."""
        self._frame = frame
        self._around = around
        self._pointers = pointers
        self._counts = [0]
        self._identifiers: list[str] = []
        frame.put(self._start, self._end, None)

    def _start(self, name: str, attributes: list[str]) -> None:
        self._counts[-1] += 1
        given = dict(zip(attributes[::2], attributes[1::2], strict=True))
        self._identifiers.append(given.get(streams.XML_ID, ""))
        if not self.found and any(self._matches(pointer) for pointer in self._pointers):
            self.found = True
            self._identifiers.pop()
            self._give(name, attributes)
            return
        self._counts.append(0)

    def _end(self, name: str) -> None:
        self._counts.pop()
        self._identifiers.pop()

    def _matches(self, pointer: tuple[str, tuple[int, ...]]) -> bool:
        identifier, steps = pointer
        if not identifier:
            return tuple(self._counts) == steps
        depth = len(self._identifiers) - len(steps)
        return (
            depth > 0
            and self._identifiers[depth - 1] == identifier
            and tuple(self._counts[depth:]) == steps
        )

    def _give(self, name: str, attributes: list[str]) -> None:
        """Put the real handlers on expat until the element ends."""
        parser = self._frame.expat
        handlers = self._around.handlers()
        start, end = handlers.start, handlers.end
        self._frame.put(*handlers)

        def deeper(name: str, attributes: list[str]) -> None:
            if name != streams.INCLUDE:
                self.depth += 1
            if start is not None:
                start(name, attributes)

        def shallower(name: str) -> None:
            if end is not None:
                end(name)
            self.depth -= 1
            if not self.depth:
                self._around.expat.CharacterDataHandler = parser.CharacterDataHandler
                self._frame.put(self._start, self._end, None)

        parser.StartElementHandler = deeper
        parser.EndElementHandler = shallower
        deeper(name, attributes)


class _Swallow:
    """Keeps the children of an ``xi:include`` from the handlers, but for a needed fallback."""

    def __init__(
        self,
        stream: Stream,
        frame: Frame,
        place: tuple[str, int, int],
        failure: str,
    ) -> None:
        self._stream = stream
        self._frame = frame
        self._place = place
        self._failure = failure
        self._handlers = frame.handlers()
        self._depth = 0
        self._fell_back = False

    def put(self) -> None:
        """Swallow from here on."""
        self._frame.put(self._inside, self._leave, None)

    def _restore(self) -> None:
        self._frame.put(*self._handlers)

    def _inside(self, name: str, attributes: list[str]) -> None:
        self._depth += 1
        if name == _FALLBACK and self._depth == 1 and self._failure and not self._fell_back:
            self._fell_back = True
            self._fall_back()

    def _fall_back(self) -> None:
        """Give the fallback's content to the handlers, until its end tag."""
        self._restore()
        parser = self._frame.expat
        start, end = self._handlers.start, self._handlers.end
        depth = 1

        def deeper(name: str, attributes: list[str]) -> None:
            nonlocal depth
            if name != streams.INCLUDE:
                depth += 1
            if start is not None:
                start(name, attributes)

        def shallower(name: str) -> None:
            nonlocal depth
            depth -= 1
            if depth:
                if end is not None:
                    end(name)
                return
            self._handlers = self._handlers._replace(text=parser.CharacterDataHandler)
            self._depth = 0
            self.put()

        parser.StartElementHandler = deeper
        parser.EndElementHandler = shallower

    def _leave(self, name: str) -> None:
        if self._depth:
            self._depth -= 1
            return
        self._restore()
        if self._failure and not self._fell_back:
            self._stream.fault(
                "xinclude-missing", self._failure, at=self._place, element="xi:include"
            )
