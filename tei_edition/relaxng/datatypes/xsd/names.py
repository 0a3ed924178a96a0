# SPDX-License-Identifier: MIT
"""Names and tokens of XML (XML Schema Part 2 §3.2.18–19, §3.3.4–12), by XML 1.0, Fourth Edition."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping

from tei_edition.parser.names import XML_NAMESPACE
from tei_edition.relaxng.datatypes.datatype import Context, IdType
from tei_edition.relaxng.datatypes.xsd.primitive import Lexical, Phrase, Primitive, itself


def _name(ascii_pattern: str, start: bool, colon: bool) -> Callable[[], Lexical]:
    """Make the test of a name: quick for ASCII, by XML's tables for all other characters."""

    def make() -> Lexical:
        match = re.compile(ascii_pattern).fullmatch
        known: set[str] = set()

        def is_name(text: str) -> bool:
            if text.isascii():
                return match(text) is not None
            from tei_edition.relaxng.datatypes.regex.characters import name_char, name_start

            if (start and not name_start(text[0])) or (not colon and ":" in text):
                return False
            if known.issuperset(text):
                return True
            new = set(text) - known
            if all(map(name_char, new)):
                known.update(new)
                return True
            return False

        return is_name

    return make


_NCNAME = _name(r"[A-Za-z_][\w.\-]*", start=True, colon=False)
_NAME = _name(r"[A-Za-z_:][\w.:\-]*", start=True, colon=True)
_NMTOKEN = _name(r"[\w.:\-]+", start=False, colon=True)


def _list(item: Callable[[], Lexical]) -> Callable[[], Lexical]:
    def make() -> Lexical:
        allowed = item()
        return lambda text: bool(text) and all(map(allowed, text.split(" ")))

    return make


def _qname() -> Lexical:
    allowed = _NCNAME()

    def is_qname(text: str) -> bool:
        prefix, colon, local = text.partition(":")
        return bool(allowed(prefix) and (not colon or allowed(local)))

    return is_qname


def expanded(text: str, namespaces: Mapping[str, str]) -> tuple[str, str] | None:
    """Return namespace and local name; None where the prefix is not declared."""
    prefix, colon, local = text.partition(":")
    if not colon:
        return namespaces.get("", ""), text
    uri = XML_NAMESPACE if prefix == "xml" else namespaces.get(prefix)
    return None if uri is None else (uri, local)


def _entities(text: str, context: Mapping[str, str]) -> Hashable | None:
    declared = context.unparsed_entities if isinstance(context, Context) else frozenset[str]()
    return text if declared.issuperset(text.split(" ")) else None


def _items(text: str) -> int:
    return text.count(" ") + 1


def _single(
    name: str,
    phrase: Phrase,
    lexical: Callable[[], Lexical],
    id_type: IdType | None = None,
    resolve: Callable[[str, Mapping[str, str]], Hashable | None] | None = None,
) -> Primitive:
    return Primitive(name, phrase, lexical, itself, measure=len, id_type=id_type, resolve=resolve)


def _several(
    name: str,
    phrase: Phrase,
    lexical: Callable[[], Lexical],
    id_type: IdType | None = None,
    resolve: Callable[[str, Mapping[str, str]], Hashable | None] | None = None,
) -> Primitive:
    return Primitive(
        name,
        phrase,
        _list(lexical),
        itself,
        measure=_items,
        unit="item",
        id_type=id_type,
        resolve=resolve,
    )


_WITHOUT_COLON = "that begins with a letter or “_” and has no colon or space"
_IDENTIFIER = Phrase("an identifier", ("p1",), _WITHOUT_COLON)

PRIMITIVES = [
    _single("Name", Phrase("an XML name", ("p1", "tei:p"), "without space"), _NAME),
    _single("NCName", Phrase("an XML name", ("p1",), _WITHOUT_COLON), _NCNAME),
    _single(
        "NMTOKEN", Phrase("a word", ("p1",), "of letters, digits, “.”, “-”, “_” and “:”"), _NMTOKEN
    ),
    _several(
        "NMTOKENS",
        Phrase(
            "words",
            ("p1 p2", "p1"),
            "of letters, digits, “.”, “-”, “_” and “:”, with spaces between",
        ),
        _NMTOKEN,
    ),
    _single("ID", _IDENTIFIER, _NCNAME, "ID"),
    _single("IDREF", Phrase("the identifier of an element", ("p1",)), _NCNAME, "IDREF"),
    _several(
        "IDREFS",
        Phrase("identifiers of elements", ("p1 p2", "p1"), "with spaces between"),
        _NCNAME,
        "IDREFS",
    ),
    _single(
        "ENTITY",
        Phrase("the name of an unparsed entity", (), "that the document declares"),
        _NCNAME,
        None,
        _entities,
    ),
    _several(
        "ENTITIES",
        Phrase("names of unparsed entities", (), "that the document declares, with spaces between"),
        _NCNAME,
        None,
        _entities,
    ),
    Primitive(
        "QName",
        Phrase("a name", ("p", "tei:p"), "whose prefix, if any, is declared"),
        _qname,
        itself,
        resolve=expanded,
    ),
    Primitive(
        "NOTATION",
        Phrase("the name of a notation", ("p", "tei:p"), "whose prefix, if any, is declared"),
        _qname,
        itself,
        resolve=expanded,
    ),
]
