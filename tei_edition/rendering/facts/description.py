# SPDX-License-Identifier: MIT
"""From a document to the facts that other pages need: one reading of it, no tree kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.document import TEI, XML_ID, XML_LANG, action_kind, is_name_again
from tei_edition.document import words as words_without_notes
from tei_edition.rendering.facts.model import Declaration, DocumentData, DocumentFacts, Event, Kind
from tei_edition.rendering.facts.names import entries, occurrences
from tei_edition.rendering.page_names import page_name
from tei_edition.rendering.sources.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_DATING = ("when", "from", "to", "notBefore", "notAfter", "precision", "cert", "evidence")
_PARTIES = tuple(TEI + name for name in ("persName", "orgName", "name", "rs"))
_INTERVENTIONS = {
    kind: tuple(TEI + name for name in names.split())
    for kind, names in (
        ("emendations", "corr sic reg supplied surplus"),
        ("gaps", "gap unclear"),
    )
}
"""Elements that an entry in a list of the edition is made for (``html/interventions.xsl``)."""

_DECLARED = tuple(
    TEI + name
    for name in (
        *("projectDesc", "samplingDecl", "editorialDecl", "tagsDecl", "refsDecl", "classDecl"),
        *("variantEncoding", "metDecl", "charDecl", "appInfo", "availability"),
    )
)
"""Elements of the header that speak of the edition, not of the one document."""


def describe(source: Source, kind: Kind = "document") -> DocumentFacts:
    """What other pages need to know of a document.

    Raises :class:`RenderingError` where it is not well-formed XML.
    """
    root = source.root
    header = root.find(f"{TEI}teiHeader")
    own = entries(root, is_authority=kind == "authority")
    if header is None:
        header = root.makeelement(f"{TEI}teiHeader")
    is_document = kind == "document"
    return DocumentFacts(
        document=_document(root, header, source, kind),
        occurrences=tuple(occurrences(root, own, source.included)) if is_document else (),
        entries=own,
        events=tuple(_events(header)) if is_document else (),
        declarations=tuple(_declarations(header)) if is_document else (),
        interventions=frozenset(
            kind
            for kind, names in _INTERVENTIONS.items()
            if is_document and _holds(root, names, source.included)
        ),
    )


def _document(root: _Element, header: _Element, source: Source, kind: Kind) -> DocumentData:
    identifier = root.get(XML_ID, "")
    actions = header.findall(f".//{TEI}correspAction")
    sent = [action for action in actions if action_kind(action.get("type", "")) == "sent"]
    received = [
        action
        for action in actions
        if action_kind(action.get("type", "")) == "received" and action.get("subtype", "to") == "to"
    ]
    authors = [
        words_without_notes(name if (name := author.find(f"{TEI}persName")) is not None else author)
        for author in header.findall(f"{TEI}fileDesc/{TEI}titleStmt/{TEI}author")
    ]
    dating = _dating(header)
    revision = header.find(f"{TEI}revisionDesc")
    edition = header.find(f"{TEI}fileDesc/{TEI}editionStmt/{TEI}edition")
    return DocumentData(
        file=source.file,
        page=f"{page_name(identifier, source.file.rpartition('.')[0] or source.file)}.html",
        id=identifier,
        title=_title(header, ("main", None)) or identifier or source.file,
        short=_title(header, ("short",)),
        date=next((dating[name] for name in _FIRST if name in dating), ""),
        dating=dating,
        abstract=words(header.find(f".//{TEI}profileDesc/{TEI}abstract")),
        kind=kind,
        senders=tuple(_parties(sent)) if actions else tuple(filter(None, authors)),
        addressees=tuple(_parties(received)),
        language=root.get(XML_LANG, ""),
        sources=dict(_sources(header)) if kind == "document" else {},
        status=(revision.get("status", "") if revision is not None else "") or words(edition),
    )


def words(element: _Element | None) -> str:
    """The words of an element, white space made single."""
    return "" if element is None else " ".join("".join(map(str, element.itertext())).split())


def _parties(actions: list[_Element]) -> Iterator[str]:
    for action in actions:
        for party in action.iterchildren(*_PARTIES):
            if not is_name_again(party) and (said := words_without_notes(party)):
                yield said


def _sources(header: _Element) -> Iterator[tuple[str, str]]:
    for source in header.iterfind(f"{TEI}fileDesc/{TEI}sourceDesc//{TEI}bibl"):
        title = source.find(f"{TEI}title")
        if (identifier := source.get(XML_ID)) and (named := words_without_notes(title)):
            yield identifier, named


def _title(header: _Element, types: tuple[str | None, ...]) -> str:
    titles = header.findall(f"{TEI}fileDesc/{TEI}titleStmt/{TEI}title")
    for kind in types:
        chosen = [title for title in titles if title.get("type") == kind]
        if chosen:
            by_level = [title for title in chosen if title.get("level") == "a"]
            return words_without_notes((by_level or chosen)[0])
    return ""


_FIRST = ("when", "from", "notBefore", "to", "notAfter")
"""Attributes of a date, by which of them it stands in its place among others."""


def _dating(header: _Element) -> dict[str, str]:
    """When it was sent, else written, else when those met whose conversation it is."""
    dates = [
        *(
            date
            for action in header.iterfind(f".//{TEI}correspAction")
            if action_kind(action.get("type", "")) == "sent"
            for date in action.iterfind(f"{TEI}date")
        ),
        *header.iterfind(f".//{TEI}creation/{TEI}date"),
        *header.iterfind(f".//{TEI}settingDesc/{TEI}setting/{TEI}date"),
    ]
    known = (date for date in dates if any(_dates_of(date).get(name) for name in _FIRST))
    return next(map(_dates_of, known), {})


def _dates_of(date: _Element) -> dict[str, str]:
    return {name: value for name in _DATING if (value := date.get(name) or date.get(f"{name}-iso"))}


def _events(header: _Element) -> Iterator[Event]:
    """The dates of a correspondence; of a document without one, that of its creation."""
    found = False
    for action in header.iterfind(f".//{TEI}correspAction"):
        for date in action.iterfind(f"{TEI}date"):
            found = True
            yield _event(date, action_kind(action.get("type", "")), action.get("subtype", ""))
    if not found:
        for date in header.iterfind(f".//{TEI}creation/{TEI}date"):
            yield _event(date, "written", "")


def _event(date: _Element, event: str, subtype: str) -> Event:
    return Event(event, subtype, _dates_of(date), words(date))


def _declarations(header: _Element) -> Iterator[Declaration]:
    """What the header says of the edition, paragraph by paragraph where it consists of them."""
    from lxml import etree

    for element in header.iter(*_DECLARED):
        if element.tag == f"{TEI}editorialDecl" and element.find(f"{TEI}p") is None:
            subjects = [part for part in element if isinstance(part.tag, str)]
        else:
            subjects = [element]
        for subject in subjects:
            is_prose = len(subject) and all(part.tag == f"{TEI}p" for part in subject)
            for part in subject if is_prose else [subject]:
                if said := words(part):
                    xml = etree.tostring(part, encoding="unicode", with_tail=False)
                    yield Declaration(str(subject.tag).removeprefix(TEI), said, xml)


def _holds(root: _Element, names: tuple[str, ...], included: frozenset[str]) -> bool:
    """Whether the text has one of the elements, passages of other documents left aside."""
    return any(
        not (included and _is_included(element, included))
        for text in root.iter(f"{TEI}text", f"{TEI}sourceDoc")
        for element in text.iter(*names)
    )


def _is_included(element: _Element, included: frozenset[str]) -> bool:
    return any(a.get(XML_ID) in included for a in (element, *element.iterancestors()))
