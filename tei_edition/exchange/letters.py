# SPDX-License-Identifier: MIT
"""The index of an edition's letters in the Correspondence Metadata Interchange Format.

CMIF is a small subset of TEI (https://github.com/TEI-Correspondence-SIG/CMIF, documentation and
``cmi-customization``); docs/exchange.md has its rules. correspSearch collects such files.
"""

from __future__ import annotations

import re
import uuid
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tei_edition.citations import Citations
from tei_edition.citations.record import Name, Place, Span, day
from tei_edition.document import TEI, XML_ID, parse
from tei_edition.exchange.building import add, root
from tei_edition.exchange.documents import ExchangeError

if TYPE_CHECKING:
    from lxml.etree import _Element

    from tei_edition.citations import Citation
    from tei_edition.citations.record import Correspondence
    from tei_edition.edition import Edition

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
"""The licence that CMIF asks of every file: of the metadata, not of the texts."""

LICENCE_WORDS = "This file is licensed under the terms of the Creative Commons License CC-BY 4.0"

PERSONS = (
    "https://d-nb.info/gnd/",
    "https://viaf.org/viaf/",
    "https://id.loc.gov/authorities/names/",
    "https://catalogue.bnf.fr/ark:/12148/",
    "https://id.ndl.go.jp/auth/ndlna/",
)
"""Authority files of persons that CMIF names, in the order in which one is taken."""

PLACES = ("https://www.geonames.org/",)

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def cmif(edition: Edition, url: str = "") -> tuple[bytes, int]:
    """The file, and how many letters it lists.

    ``url`` is the address at which it will stand; by default ``cmif.xml`` below the edition's.
    Documents without ``correspDesc`` are not listed.

    Raises:
        TeiEditionError: a document cannot be read; none is a letter.
    """
    from lxml import etree

    citations = Citations(edition)
    tree = root("TEI")
    header = add(tree, "teiHeader")
    file = add(header, "fileDesc")
    profile = add(header, "profileDesc")
    source = f"u{uuid.uuid5(uuid.NAMESPACE_URL, edition.base_url)}"
    changes: list[str] = []
    for path in edition.documents:
        citation = citations.document(path)
        changes += _days(parse(path).getroot())
        if citation.document.correspondence is not None:
            _letter(profile, citation.document.correspondence, citation, source)
    if not len(profile):
        raise ExchangeError(
            "no document of the edition has a <correspDesc>, so there are no letters to list"
        )
    _file(file, citations.whole(), source, url, _timestamp(changes))
    add(add(add(tree, "text"), "body"), "p")
    text = etree.tostring(tree, pretty_print=True, xml_declaration=True, encoding="UTF-8")
    return text, len(profile)


def _file(file: _Element, whole: Citation, source: str, url: str, timestamp: str) -> None:
    """What the file is, and where its data come from. The licence is that of the metadata."""
    edition = whole.edition
    editors = "; ".join(name.words for name in edition.editors)
    title = add(file, "titleStmt")
    add(title, "title", f"{whole.title}: index of the correspondence")
    add(title, "editor", editors)
    publication = add(file, "publicationStmt")
    add(publication, "publisher", edition.publisher or editors)
    add(publication, "idno", url or f"{edition.base_url}cmif.xml", type="url")
    add(publication, "date", when=timestamp)
    add(add(publication, "availability"), "licence", LICENCE_WORDS, target=LICENCE)
    bibl = add(add(file, "sourceDesc"), "bibl", type="online")
    bibl.set(XML_ID, source)
    version = f"Version {edition.version}" if edition.version else ""
    said = ". ".join(filter(None, (whole.title, editors, edition.publisher, version)))
    bibl.text = f"{said}. "
    add(bibl, "ref", edition.base_url, target=edition.base_url)


def _letter(profile: _Element, letter: Correspondence, citation: Citation, source: str) -> None:
    description = add(
        profile, "correspDesc", key=citation.document.number, ref=citation.url, source=f"#{source}"
    )
    _action(description, "sent", letter.senders, letter.sent_from, letter.sent)
    _action(description, "received", letter.addressees, letter.sent_to, letter.received)


def _action(
    description: _Element,
    kind: str,
    names: tuple[Name, ...],
    places: tuple[Place, ...],
    span: Span,
) -> None:
    action = add(description, "correspAction", type=kind)
    for name in names or (Name(literal="Unknown"),):
        tag = "orgName" if name.is_body else "persName"
        add(action, tag, name.sorted_words, ref=_chosen(name.addresses, PERSONS))
    if places:
        named = [place for place in places if _chosen(place.addresses, PLACES)]
        place = (named or places)[0]
        add(action, "placeName", place.words, ref=_chosen(place.addresses, PLACES))
    dates = _dates(span)
    if dates:
        add(action, "date", **dates)


def _chosen(addresses: tuple[str, ...], registers: tuple[str, ...]) -> str:
    """The address in the first of the registers that has one, in its usual form."""
    for register in registers:
        for address in addresses:
            same = re.sub(r"^http://", "https://", address)
            same = same.replace("https://geonames.org/", PLACES[0]).replace(
                "://www.viaf", "://viaf"
            )
            if same.startswith(register):
                return same.rstrip("/") if same != register else ""
    return ""


def _dates(span: Span) -> dict[str, str]:
    """The attributes of a date as CMIF has them: days, months or years of four digits."""
    start, end = (end if _DATE.fullmatch(end) else "" for end in (span.start, span.end))
    if start and start == end:
        return {"when": start}
    names = ("from", "to") if span.is_range else ("notBefore", "notAfter")
    return {name: value for name, value in zip(names, (start, end), strict=True) if value}


def _days(tree: _Element) -> list[str]:
    """The days of the changes that a document records."""
    changes = tree.iterfind(f"{TEI}teiHeader/{TEI}revisionDesc//{TEI}change")
    found = (day(change.get("when", "")) for change in changes)
    return [each for each in found if len(each) == len("2026-01-01")]


def _timestamp(days: list[str]) -> str:
    """Of the last change that any document records: the same edition gives the same file."""
    last = max(days, default="") or datetime.now(UTC).date().isoformat()
    return f"{last}T00:00:00Z"
