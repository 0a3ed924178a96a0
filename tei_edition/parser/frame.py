# SPDX-License-Identifier: MIT
"""One file under expat: the main one, or one that is included."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast
from xml.parsers import expat

from tei_edition.findings import Severity
from tei_edition.parser import encodings
from tei_edition.parser.entities import Bounds, Expansion, RefusedError
from tei_edition.parser.names import XML_NAMESPACE, learn, recall
from tei_edition.parser.sources import PIECE
from tei_edition.parser.stream import Handlers

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import BinaryIO

    from tei_edition.parser.scene import Open
    from tei_edition.parser.sources import Source
    from tei_edition.parser.stream import Start, Stream

_CONTEXT = 1_000
"""Bytes before the place of an error that are looked at to say what it means."""
_AHEAD = 4_000
"""Bytes behind it."""


_NONE = Handlers(None, None, None)

_MISSING_END_TAG = ("tag-mismatch", "unclosed")
"""Codes of faults for which an end tag is probably missing."""


class Frame:
    """One file of a stream."""

    def __init__(self, path: str, source: Source, stream: Stream, file: BinaryIO) -> None:
        self.path = path
        self.source = source
        self.stream = stream
        self._file = file
        """The source, opened by the caller."""
        self._first = file.read(PIECE)
        self.encoding = encodings.encoding(self._first)
        self.expat = expat.ParserCreate(self.encoding.expats, namespace_separator=" ")
        self.scopes: list[tuple[str, str]] = []
        """Namespace declarations in scope, innermost last."""
        self.scope_changes = 0
        """Grows with every declaration that begins or ends."""
        self.xpointer = ""
        """The part that is included; empty for the whole."""
        self.failed = False
        """Whether the file stopped being XML."""
        self._bounds = Bounds(stream.limits.entity)
        self._expansion = Expansion(self._bounds, self.encoding.of_pieces)
        self._piece = b""
        """What is fed to expat now."""
        self._tail = b""
        """The end of what was fed before."""
        self._fed = 0
        """Bytes before the current piece."""
        self._has_external_subset = False
        self._bases: dict[tuple[int, int], tuple[str, ...]] | None = None

    def put(self, handlers: Handlers) -> None:
        """Put handlers on expat."""
        parser = self.expat
        parser.buffer_text = True
        parser.ordered_attributes = True
        parser.StartElementHandler = handlers.start
        parser.EndElementHandler = handlers.end
        parser.CharacterDataHandler = handlers.text
        parser.CommentHandler = handlers.comment
        parser.ProcessingInstructionHandler = handlers.instruction

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

    def release(self) -> None:
        """Take all handlers off expat, when the file was read.

        They hold the frame and the stream, which hold the parser: without this its buffers would
        stay until Python looks for such cycles.
        """
        self.put(_NONE)
        parser = self.expat
        learn(parser.intern)
        parser.StartNamespaceDeclHandler = parser.EndNamespaceDeclHandler = None
        parser.StartDoctypeDeclHandler = parser.EndDoctypeDeclHandler = None
        parser.SkippedEntityHandler = parser.ExternalEntityRefHandler = None
        parser.XmlDeclHandler = None
        self._bounds.release(parser)

    def namespaces(self) -> Mapping[str, str]:
        """Prefixes in scope."""
        return {"xml": XML_NAMESPACE, **dict(self.scopes)}

    def read(self) -> None:
        """Read the file; what stops it is a fault."""
        parser = self.expat
        parser.StartNamespaceDeclHandler = self._open_scope
        parser.EndNamespaceDeclHandler = self._close_scope
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EndDoctypeDeclHandler = self._end_of_doctype
        parser.SkippedEntityHandler = self._skipped
        parser.XmlDeclHandler = self._declaration
        parser.ExternalEntityRefHandler = self._external
        self._bounds.watch(parser)
        if self.encoding.problem is not None:
            self.stream.fault(*self.encoding.problem, at=(self.path, 1, 1))
        self._feed()
        if self._has_external_subset and not self.failed:
            self._look_into_attributes()

    def open_elements(self) -> list[Open]:
        """The elements that are open where the file stops being XML."""
        from tei_edition.parser.again import open_elements

        return open_elements(self.source, self.encoding)

    def bases(self, line: int, column: int) -> tuple[str, ...]:
        """The ``xml:base`` of the elements around an ``xi:include`` at a place of this file."""
        if self._bases is None:
            from tei_edition.parser.again import bases

            self._bases = bases(self.source, self.encoding)
        return self._bases.get((line, column), ())

    def _feed(self) -> None:
        parser = self.expat
        stalled, reached = 0, -1
        try:
            for piece in encodings.pieces(self._file, self.encoding, self._first, PIECE):
                self._piece, self._first = piece, b""
                self._expansion.count(piece)
                parser.Parse(piece, False)
                # expat 2.6 says -1 now and then while it puts a long token off.
                index = max(parser.CurrentByteIndex, reached)
                stalled = stalled + len(piece) if index == reached else 0
                reached = index
                if stalled > self.stream.limits.token:
                    from tei_edition.parser.faults import TOKEN_TOO_LONG

                    raise RefusedError(TOKEN_TOO_LONG)
                self._fed += len(piece)
                self._tail = piece[-_CONTEXT:]
            self._piece = b""
            parser.Parse(b"", True)
        except expat.ExpatError as error:
            self._flush()
            self._explain(error)
        except RefusedError as error:
            self._flush()
            self.failed = True
            self.stream.fault(*error.words)
        except encodings.UndecodableError as error:
            from tei_edition.parser.faults import undecodable

            self._flush()
            self.failed = True
            words = undecodable(error.byte, self.encoding.shown)
            self.stream.fault(*words, at=(self.path, error.line, error.column))
        finally:
            # Frames, parsers and handlers refer to each other: who collects such cycles seldom
            # shall not keep the files with them.
            self._piece = self._tail = b""

    def _flush(self) -> None:
        """Hand on the text that is still held back: it is before the place where the file breaks.

        Else that happens when the handlers are let go, and nothing else is there any more.
        """
        self.expat.CharacterDataHandler = self.expat.CharacterDataHandler

    def _explain(self, error: expat.ExpatError) -> None:
        from tei_edition.parser import faults
        from tei_edition.parser.scene import Scene

        self.failed = True
        codec = self.encoding.of_pieces
        index = max(0, self.expat.ErrorByteIndex - self._fed + len(self._tail))
        around = self._tail + self._piece
        before = around[max(0, index - _CONTEXT) : index].decode(codec, errors="replace")
        here = around[index : index + _AHEAD]
        scene = Scene(
            line=error.lineno,
            column=error.offset + 1,
            before=before,
            here=here.decode(codec, errors="replace"),
            is_start=index <= _CONTEXT and self._fed <= _CONTEXT and "<" not in before,
            wrong_byte=None if _begins_with_character(here, codec) else here[0],
            encoding=self.encoding.shown,
            open_elements=self.open_elements,
            prefixes=frozenset(self.namespaces()),
        )
        at, words = faults.explain(expat.errors.messages.get(error.code, str(error)), scene)
        self.stream.fault(*words, at=(self.path, *at))
        if words[0] in _MISSING_END_TAG:
            innermost = self.open_elements()[-1:]
            for element in innermost:
                self.stream.doubtful = (self.path, element.line, element.column)

    def _declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        """XML 1.0, section 2.8: other versions are 1. and a number; expat takes any."""
        if version and not (version.startswith("1.") and version[2:].isdecimal()):
            self.stream.fault(
                "declaration-wrong",
                f"there is no version “{version}” of XML",
                'write <?xml version="1.0" encoding="UTF-8"?>',
            )

    def _doctype(self, name: str, system: str | None, public: str | None, internal: bool) -> None:
        """An external subset is not read."""
        if system is not None:
            self._external_subset(system)

    def _external_subset(self, system: str) -> None:
        self._has_external_subset = True
        self.stream.fault(
            "external-dtd",
            f"the document type declaration names the file “{system}”, which is not read",
            "entities declared there are unknown here; TEI documents need no DTD",
            severity=Severity.INFO,
        )

    def _end_of_doctype(self) -> None:
        if self._bounds.outside and not self._has_external_subset:
            self._external_subset(self._bounds.outside)
        self._expansion.count(self._piece)

    def _skipped(self, name: str, is_parameter: bool) -> None:
        """A reference that only the external subset could explain."""
        if is_parameter:
            self._has_external_subset = True
            return
        from tei_edition.parser.faults import undeclared

        self.stream.fault(*undeclared(name))

    def _external(
        self, context: str, base: str | None, system: str | None, public: str | None
    ) -> int:
        from tei_edition.parser.faults import external

        self.stream.fault(*external(context.rpartition("\f")[2], system or ""))
        return 1

    def _look_into_attributes(self) -> None:
        """In attributes expat passes over what only the external subset could explain."""
        from tei_edition.parser.again import references_in_attributes
        from tei_edition.parser.faults import undeclared

        known = self._bounds.declared
        for name, line, column in references_in_attributes(self.source, self.encoding, known):
            self.stream.fault(*undeclared(name), at=(self.path, line, column))

    def _open_scope(self, prefix: str | None, uri: str | None) -> None:
        recall(self.expat.intern)
        self.scopes.append((prefix or "", uri or ""))
        self.scope_changes += 1

    def _close_scope(self, prefix: str | None) -> None:
        self.scopes.pop()
        self.scope_changes += 1


def _begins_with_character(content: bytes, codec: str) -> bool:
    """Whether the first bytes are a character of the encoding; at the end of a file they are."""
    if not content:
        return True
    for length in range(1, 5):
        try:
            content[:length].decode(codec)
        except UnicodeDecodeError:
            continue
        return True
    return False
