# SPDX-License-Identifier: MIT
"""Which units of an edition have to be citable, and whether their identifiers are good.

An identifier (``xml:id``) is short, readable, assigned once, never renumbered and never used again.
It begins with the identifier of its document, which is that of the root element.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.findings import Finding, Severity
from tei_edition.parser import XML_ID, Stream, local_name
from tei_edition.paths import as_named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.edition import Edition

CITABLE = frozenset(
    {
        *("TEI", "div", "p", "ab", "lg", "list", "item", "table", "figure", "stamp", "opener"),
        *("closer", "postscript", "note", "person", "place", "org"),
    }
)
"""Elements that are citable units when they hold words of their own."""

SCHEME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
"""An identifier: lower-case ASCII letters and digits, in parts joined by single hyphens."""

_NOT_TEXT = frozenset({"teiHeader", "standOff"})


@dataclass(slots=True)
class _Open:
    """An element whose end tag has not come yet."""

    name: str
    xml_id: str
    place: tuple[str, int, int]
    has_words: bool = False
    """Whether it holds words that lie in no smaller identified unit."""


@dataclass(slots=True)
class _Survey:
    """Identifiers of one file, and the citable units that lack one."""

    path: Path
    name: str
    document_id: str = ""
    identified: list[tuple[str, str, tuple[str, int, int]]] = field(default_factory=list)
    """Identifier, element, place."""
    missing: list[_Open] = field(default_factory=list)
    well_formed: bool = True

    def make(self) -> _Survey:
        """Read the file, without the files that it includes."""
        stream = Stream(self.path, self.name)
        open_elements: list[_Open] = []
        outside = 0

        def start(name: str, attributes: list[str]) -> None:
            nonlocal outside
            given = dict(zip(attributes[::2], attributes[1::2], strict=True))
            element = _Open(local_name(name), given.get(XML_ID, ""), stream.position())
            if not open_elements:
                self.document_id = element.xml_id
            open_elements.append(element)
            outside += element.name in _NOT_TEXT
            if element.xml_id:
                self.identified.append((element.xml_id, element.name, element.place))

        def end(name: str) -> None:
            nonlocal outside
            element = open_elements.pop()
            if element.has_words and element.name in CITABLE and not element.xml_id and not outside:
                self.missing.append(element)
            elif element.has_words and not element.xml_id and open_elements:
                open_elements[-1].has_words = True
            outside -= element.name in _NOT_TEXT

        def text(data: str) -> None:
            if data.strip() and open_elements:
                open_elements[-1].has_words = True

        stream.run(start, end, text)
        self.well_formed = not any(fault.severity is Severity.ERROR for fault in stream.faults)
        return self


def check(edition: Edition) -> Iterator[Finding]:
    """Where a citable unit has no identifier, or one that is double or against the scheme.

    An element that holds no words of its own, but only smaller units with identifiers, needs none.
    """
    first: dict[str, tuple[str, int, int]] = {}
    for path in edition.files:
        survey = _Survey(path, str(as_named(path))).make()
        if not survey.well_formed:
            message = "the file is not well-formed, so its identifiers could not be looked at"
            yield _finding("id-unreadable", (survey.name, 1, 1), message, "", "", "")
            continue
        for element in survey.missing:
            yield _missing(element)
        for xml_id, name, place in survey.identified:
            if xml_id in first:
                path_, line, _ = first[xml_id]
                message = f"the xml:id “{xml_id}” is used already, in line {line} of {path_}"
                yield _finding("id-double", place, message, "choose another", name, xml_id)
            first.setdefault(xml_id, place)
            yield from _against_scheme(xml_id, name, place, survey.document_id)


def _against_scheme(
    xml_id: str, name: str, place: tuple[str, int, int], document_id: str
) -> Iterator[Finding]:
    if not SCHEME.fullmatch(xml_id):
        message = f"the xml:id “{xml_id}” is not made of small letters, digits and single hyphens"
        hint = f"for instance “{_likely(xml_id)}”"
        yield _finding("id-scheme", place, message, hint, name, xml_id)
    elif document_id and xml_id != document_id and not xml_id.startswith(f"{document_id}-"):
        message = f"the xml:id “{xml_id}” does not begin with its document's, “{document_id}-”"
        yield _finding("id-scheme", place, message, "", name, xml_id)


def _likely(xml_id: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", xml_id.lower()).strip("-") or "p01"


def _missing(element: _Open) -> Finding:
    message = f"this <{element.name}> can be cited only if it has an xml:id"
    hint = "its words lie in no smaller unit that has one"
    return _finding("id-missing", element.place, message, hint, element.name, "")


def _finding(
    code: str, place: tuple[str, int, int], message: str, hint: str, element: str, xml_id: str
) -> Finding:
    return Finding(
        *place, code, Severity.ERROR, "identifiers", message, hint, element, xml_id, "xml:id"
    )
