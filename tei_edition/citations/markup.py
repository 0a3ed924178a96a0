# SPDX-License-Identifier: MIT
"""Writing attributes into the bytes of an XML file, and nothing else.

The file is never made anew from a tree: expat says at which byte a start tag begins, and the
attribute goes in right behind the element's name. White space, quotes, entities, CDATA sections,
comments, the document type declaration, line ends, encoding and byte order mark stay as they are.
Before anybody gets the new bytes they are parsed, and have to say what the old ones said but for
the new attributes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import TYPE_CHECKING
from xml.parsers import expat

from tei_edition.parser import XML_ID
from tei_edition.parser.encodings import encoding
from tei_edition.parser.entities import Bounds, RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from xml.parsers.expat import XMLParserType

    from tei_edition.parser.encodings import Encoding

_NAME = re.compile(r"</?[^\s/>]+")
_LOOK_AHEAD = 400
"""Bytes in which the name of an element mostly ends."""

Event = tuple[object, ...]


class NotXmlError(Exception):
    """The file is not well-formed, or not in the encoding it names."""


class NotRewritableError(Exception):
    """What was written would not say what the file said; the reason in words."""


@dataclass(frozen=True, slots=True)
class Markup:
    """The bytes of a file, and how expat reads them."""

    raw: bytes
    encoding: Encoding
    body: bytes
    """What expat is given: without the byte order mark, and, where expat does not know the
    encoding, in UTF-8."""

    @classmethod
    def of(cls, raw: bytes) -> Markup:
        """The markup of a file.

        Raises:
            NotXmlError: the file is not in the encoding it names.
        """
        found = encoding(raw)
        body = raw[found.mark :]
        if found.is_decoded_here:
            try:
                body = body.decode(found.codec).encode("utf-8")
            except UnicodeDecodeError as error:
                raise NotXmlError(str(error)) from error
        return cls(raw, found, body)

    def text(self) -> str:
        """The file as text, line ends as they are."""
        return self.body.decode(self.encoding.of_pieces)

    def parser(self) -> XMLParserType:
        """An expat parser for the body, with ordered attributes, bounded."""
        parser = expat.ParserCreate(self.encoding.expats, namespace_separator=" ")
        parser.ordered_attributes = True
        Bounds().watch(parser)
        return parser

    def parse(self, parser: XMLParserType) -> None:
        """Give the body to a parser.

        Raises:
            NotXmlError: it is not well-formed.
        """
        try:
            parser.Parse(self.body, True)
        except (expat.ExpatError, RefusedError) as error:
            raise NotXmlError(str(error)) from error

    def name_end(self, start: int) -> int | None:
        """The byte behind the element's name in a tag; None where there is no tag.

        That is so for an element that comes from an entity: expat then says where the reference is.
        """
        codec = self.encoding.of_pieces
        size = _LOOK_AHEAD
        while True:
            piece = self.body[start : start + size].decode(codec, errors="ignore")
            found = _NAME.match(piece)
            if found is None or found.end() < len(piece) or start + size >= len(self.body):
                break
            size *= 4
        return None if found is None else start + len(found[0].encode(codec))

    def with_ids(self, identifiers: Mapping[int, str]) -> bytes:
        """The bytes of the file with an ``xml:id`` put into some start tags.

        Args:
            identifiers: by the byte of the body at which the tag begins.

        Raises:
            NotRewritableError: the result would not say the same; no file should be written.
        """
        codec = self.encoding.of_pieces
        places = {start: self.name_end(start) for start in identifiers}
        cuts = sorted((end, start) for start, end in places.items() if end is not None)
        edges = [0, *(end for end, _ in cuts), len(self.body)]
        pieces = (self.body[a:b] for a, b in pairwise(edges))
        inserted = (
            f' xml:id="{identifiers[start]}"'.encode(codec, errors="xmlcharrefreplace")
            for _, start in cuts
        )
        body = b"".join(chain.from_iterable(zip(pieces, chain(inserted, (b"",)), strict=True)))
        raw = self.raw[: self.encoding.mark] + self._encoded(body)
        self._verify(raw, identifiers)
        return raw

    def with_text(self, start: int, text: str, end: int | None = None) -> bytes:
        """The bytes of the file with markup put in before a byte of the body.

        Args:
            start: the byte.
            text: the markup.
            end: the byte up to which it takes the place of what is there; default: of nothing.

        Raises:
            NotRewritableError: the result would not be well-formed.
        """
        inserted = text.encode(self.encoding.of_pieces, errors="xmlcharrefreplace")
        body = self.body[:start] + inserted + self.body[start if end is None else end :]
        raw = self.raw[: self.encoding.mark] + self._encoded(body)
        try:
            list(Markup.of(raw).events())
        except NotXmlError as error:
            raise NotRewritableError(f"it would not be well-formed any more: {error}") from error
        return raw

    def _encoded(self, body: bytes) -> bytes:
        """The body as it stands in the file."""
        if not self.encoding.is_decoded_here:
            return body
        codec = self.encoding.codec
        if self.body.decode("utf-8").encode(codec) != self.raw[self.encoding.mark :]:
            raise NotRewritableError(
                f"its bytes are not the usual ones of {self.encoding.shown}; save it as UTF-8"
            )
        return body.decode("utf-8").encode(codec, errors="xmlcharrefreplace")

    def _verify(self, raw: bytes, identifiers: Mapping[int, str]) -> None:
        try:
            after = list(Markup.of(raw).events())
        except NotXmlError as error:
            raise NotRewritableError(f"it would not be well-formed any more: {error}") from error
        if after != list(self.events(identifiers)):
            raise NotRewritableError("more than the new attributes would change")

    def events(self, identifiers: Mapping[int, str] | None = None) -> Iterator[Event]:
        """Everything that expat reports, each with its data.

        Args:
            identifiers: by the byte at which a start tag begins, an ``xml:id`` that is thought
                into it.
        """
        return iter(_Events(self, identifiers or {}).read())


class _Events:
    def __init__(self, markup: Markup, identifiers: Mapping[int, str]) -> None:
        self._markup = markup
        self._identifiers = identifiers
        self._events: list[Event] = []
        self._given = 0

    def read(self) -> Sequence[Event]:
        parser = self._parser = self._markup.parser()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._handler("end")
        parser.CharacterDataHandler = self._handler("text")
        parser.CommentHandler = self._handler("comment")
        parser.ProcessingInstructionHandler = self._handler("instruction")
        parser.StartCdataSectionHandler = self._handler("cdata")
        parser.EndCdataSectionHandler = self._handler("end of cdata")
        parser.StartNamespaceDeclHandler = self._handler("namespace")
        parser.StartDoctypeDeclHandler = self._handler("doctype")
        parser.NotationDeclHandler = self._handler("notation")
        parser.XmlDeclHandler = self._handler("declaration")
        parser.SkippedEntityHandler = self._handler("skipped")
        self._markup.parse(parser)
        return self._events

    def _start(self, name: str, attributes: list[str]) -> None:
        xml_id = self._identifiers.get(self._parser.CurrentByteIndex)
        if xml_id is not None:
            attributes = [XML_ID, xml_id, *attributes]
        self._events.append(("start", name, tuple(attributes)))

    def _handler(self, kind: str) -> Callable[..., None]:
        def note(*data: object) -> None:
            self._events.append((kind, *map(str, data)))

        return note
