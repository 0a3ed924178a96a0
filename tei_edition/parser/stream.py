# SPDX-License-Identifier: MIT
"""The stream: expat over a source and what it includes, in 1 MB pieces, within bounds.

Names are expat's: ``namespace local``, parted by a space, or ``local`` alone where there is no
namespace. Handlers are put on the expat object itself, so that an event costs no frame of ours.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, TypeAlias, cast
from xml.parsers import expat

from tei_edition.findings import Finding, Severity
from tei_edition.parser import encodings, faults
from tei_edition.parser.entities import Entities, RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from xml.parsers.expat import XMLParserType

XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"
XML_ID = f"{XML_NAMESPACE} id"
INCLUDE = "http://www.w3.org/2001/XInclude include"
"""The name at which a start handler has to call :meth:`Stream.include`."""

Source: TypeAlias = "Path | bytes | BinaryIO"
Start: TypeAlias = "Callable[[str, list[str]], object]"
End: TypeAlias = "Callable[[str], object]"
Text: TypeAlias = "Callable[[str], object]"


class Handlers(NamedTuple):
    """What is put on expat."""

    start: Start | None
    end: End | None
    text: Text | None
    comment: Callable[[str], object] | None = None
    instruction: Callable[[str, str], object] | None = None


PIECE = 1 << 20
"""Bytes fed to expat at a time: expat before 2.6 is quadratic on long tokens in small pieces."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a document may ask for. Sizes are in bytes, or in characters of expanded text."""

    token: int = 64 << 20
    """The longest tag, comment or other token."""
    entity: int = 1 << 20
    """The longest replacement text of an entity, entities inside it expanded."""
    inclusions: int = 10_000
    """XInclude elements that are followed, in one document."""
    included: int = 1 << 30
    """Bytes of all included files, counted each time."""
    depth: int = 20
    """Files that include one another."""


DEFAULT_LIMITS = Limits()


class Stream:
    """One document, read once, its events given to handlers.

    Set :attr:`start`, :attr:`end` and :attr:`text`, then call :meth:`run`.

    Args:
        source: a path, the bytes themselves, or a binary stream.
        name: what the source is called in findings; default: the path as given.
        root: the folder that XInclude must not leave; default: the source's own folder.
        limits: bounds on what the document may ask for.
    """

    def __init__(
        self,
        source: Source,
        name: str | None = None,
        *,
        root: Path | None = None,
        limits: Limits = DEFAULT_LIMITS,
    ) -> None:
        self._source = source
        self.path = name or (str(source) if isinstance(source, Path) else "-")
        """What the main file is called in findings."""
        self.root = (root or (source.parent if isinstance(source, Path) else Path())).resolve()
        self.limits = limits
        self.start: Start | None = None
        self.end: End | None = None
        self.text: Text | None = None
        self.comment: Callable[[str], object] | None = None
        self.instruction: Callable[[str, str], object] | None = None
        self.faults: list[Finding] = []
        """What was wrong with the XML, in the order in which it was met."""
        self.names: dict[str, str] = {}
        """Names met so far, interned, so that they are hashed and compared quickly."""
        self._frames: list[Frame] = []
        self.inclusions = 0
        self.included_bytes = 0

    @property
    def expat(self) -> XMLParserType:
        """The expat object that is at work now: an inclusion has its own."""
        return self._frames[-1].expat

    @property
    def frame(self) -> Frame:
        """The file that is being read now."""
        return self._frames[-1]

    @property
    def frames(self) -> tuple[Frame, ...]:
        """The files that are being read, the main one first."""
        return tuple(self._frames)

    def run(
        self, start: Start | None = None, end: End | None = None, text: Text | None = None
    ) -> None:
        """Read the document to its end, or to where it stops being XML.

        Args:
            start: takes the place of :attr:`start`, if given; likewise the others.
            end: see there.
            text: see there.

        Raises:
            OSError: the source cannot be read.
        """
        self.start, self.end = start or self.start, end or self.end
        self.text = text or self.text
        frame = Frame(self.path, self._source, self)
        self._frames.append(frame)
        try:
            frame.put(self.start, self.end, self.text, self.comment, self.instruction)
            frame.read()
        finally:
            self._frames.pop()

    def position(self) -> tuple[str, int, int]:
        """File, line and column (both from 1, in code points) of the current event.

        For a start tag that is the place of its ``<``, in the file it stands in.
        """
        frame = self._frames[-1]
        parser = frame.expat
        return frame.path, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1

    @property
    def namespaces(self) -> Mapping[str, str]:
        """Prefixes in scope with their namespaces; the empty prefix is the default one's."""
        return self._frames[-1].namespaces()

    def written(self, name: str) -> str:
        """An element's name as the document writes it, with its prefix."""
        namespace, _, local = name.rpartition(" ")
        if not namespace:
            return local
        if namespace == XML_NAMESPACE:
            return f"xml:{local}"
        scope = self.namespaces
        if scope.get("") == namespace:
            return local
        prefix = next((p for p, uri in scope.items() if uri == namespace and p), "")
        return f"{prefix}:{local}" if prefix else local

    def include(self, attributes: list[str]) -> None:
        """Follow an ``xi:include`` whose start tag is the current event.

        The handlers get the included events; the element itself and its children are swallowed.
        """
        from tei_edition.parser.xinclude import include

        include(self, attributes)

    def unwind(self, count: int) -> None:
        """Give up elements that stay open because an included file broke off inside them.

        A user of the stream that must not take these for ordinary end tags overrides this.
        """
        end = self.end
        if end is not None:
            for _ in range(count):
                end("")

    def enter(self, frame: Frame) -> None:
        """Make another file the current one."""
        self._frames.append(frame)

    def leave(self) -> None:
        """Go back to the including file."""
        self._frames.pop()

    def fault(
        self,
        code: str,
        message: str,
        hint: str = "",
        *,
        at: tuple[str, int, int] | None = None,
        severity: Severity = Severity.ERROR,
        element: str = "",
    ) -> None:
        """Note something wrong at the current event, or at another place."""
        path, line, column = at or self.position()
        finding = Finding(path, line, column, code, severity, "xml", message, hint, element)
        if finding not in self.faults:
            self.faults.append(finding)


class Frame:
    """One file under expat: the main one, or one that is included."""

    def __init__(self, path: str, source: Source, stream: Stream) -> None:
        self.path = path
        self.source = source
        self.stream = stream
        self.expat = expat.ParserCreate(namespace_separator=" ", intern=stream.names)
        self.scopes: list[tuple[str, str]] = []
        """Namespace declarations in scope, innermost last."""
        self.scope_changes = 0
        """Grows with every declaration that begins or ends."""
        self.xpointer = ""
        """The part that is included; empty for the whole."""
        self.failed = False
        """Whether the file stopped being XML."""

    def put(
        self,
        start: Start | None,
        end: End | None,
        text: Text | None,
        comment: Callable[[str], object] | None = None,
        instruction: Callable[[str, str], object] | None = None,
    ) -> None:
        """Put handlers on expat."""
        parser = self.expat
        parser.buffer_text = True
        parser.ordered_attributes = True
        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.CharacterDataHandler = text
        parser.CommentHandler = comment
        parser.ProcessingInstructionHandler = instruction

    def handlers(self) -> Handlers:
        """What :meth:`put` put there, the text handler as it is now."""
        parser = self.expat
        return Handlers(
            cast("Start | None", parser.StartElementHandler),
            parser.EndElementHandler,
            parser.CharacterDataHandler,
            parser.CommentHandler,
            parser.ProcessingInstructionHandler,
        )

    def namespaces(self) -> Mapping[str, str]:
        """Prefixes in scope."""
        return {"xml": XML_NAMESPACE, **dict(self.scopes)}

    def read(self) -> None:
        """Read the file; what stops it is a fault."""
        stream = self.stream
        parser = self.expat
        parser.StartNamespaceDeclHandler = self._open_scope
        parser.EndNamespaceDeclHandler = self._close_scope
        entities = Entities(stream)
        parser.StartDoctypeDeclHandler = entities.doctype
        with _opened(self.source) as file:
            first = file.read(PIECE)
            text = encodings.transcoded(first, file)
            if isinstance(text, encodings.Unreadable):
                self.failed = True
                stream.fault(*text.words, at=(self.path, text.line, text.column))
                return
            if text is not None:
                self._restart("utf-8")
                entities.watch(self.expat)
                first, file = b"", io.BytesIO(text)
            else:
                entities.watch(parser)
            self._feed(first, file, entities)

    def _restart(self, encoding: str) -> None:
        """Another expat, told the encoding from outside, with the same handlers."""
        old = self.expat
        handlers = self.handlers()
        self.expat = expat.ParserCreate(encoding, namespace_separator=" ", intern=self.stream.names)
        self.put(*handlers)
        self.expat.StartNamespaceDeclHandler = old.StartNamespaceDeclHandler
        self.expat.EndNamespaceDeclHandler = old.EndNamespaceDeclHandler
        self.expat.StartDoctypeDeclHandler = old.StartDoctypeDeclHandler

    def _feed(self, piece: bytes, file: BinaryIO, entities: Entities) -> None:
        parser = self.expat
        stalled, reached = 0, -1
        try:
            while piece := piece or file.read(PIECE):
                parser.Parse(piece, False)
                index = parser.CurrentByteIndex
                stalled = stalled + len(piece) if index == reached else 0
                reached = index
                if stalled > self.stream.limits.token:
                    self.failed = True
                    self.stream.fault(*faults.TOKEN_TOO_LONG)
                    return
                piece = b""
            parser.Parse(b"", True)
        except expat.ExpatError as error:
            self.failed = True
            at, words = faults.explain(error, self.source, self.path)
            self.stream.fault(*words, at=(self.path, *at))
        except RefusedError:
            self.failed = True
        except (LookupError, UnicodeError, ValueError) as error:
            # pyexpat raises these for a declared encoding that Python does not know.
            self.failed = True
            self.stream.fault(*faults.encoding_unknown(error), at=(self.path, 1, 1))

    def _open_scope(self, prefix: str | None, uri: str | None) -> None:
        self.scopes.append((prefix or "", uri or ""))
        self.scope_changes += 1

    def _close_scope(self, prefix: str | None) -> None:
        self.scopes.pop()
        self.scope_changes += 1

    def open_elements(self) -> int:
        """How many elements were open where a failed file stopped being XML."""
        return faults.open_elements(self.source)


def _opened(source: Source) -> BinaryIO:
    if isinstance(source, Path):
        return source.open("rb")
    return io.BytesIO(source) if isinstance(source, bytes) else source


def local_name(name: str) -> str:
    """The local part of a name as expat gives it."""
    return name.rpartition(" ")[2]


def observe(stream: Stream, watch: Mapping[str, Callable[[str, list[str]], object]]) -> None:
    """Read a document without a grammar, calling back for attributes of some names.

    Args:
        stream: the document; its handlers are set here.
        watch: callbacks by attribute name (expat's form), each given the element's name (expat's
            form) and all its attributes, names and values in turn.
    """
    watched = frozenset(watch)

    def start(name: str, attributes: list[str]) -> None:
        if name == INCLUDE:
            stream.include(attributes)
        elif attributes and not watched.isdisjoint(attributes[::2]):
            for attribute in attributes[::2]:
                callback = watch.get(attribute)
                if callback is not None:
                    callback(name, attributes)

    stream.start = start
    stream.run()
