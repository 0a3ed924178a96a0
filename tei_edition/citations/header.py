# SPDX-License-Identifier: MIT
"""From a TEI header to what a citation says.

The rules are those of TEI P5; where projects differ (a title's ``@type`` or its ``@level``, an
editor in ``titleStmt`` or in ``editionStmt``), all of the usual ways are understood.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.citations.authorities import Authorities
from tei_edition.citations.correspondence import correspondence, span
from tei_edition.citations.record import (
    Archive,
    DocumentRecord,
    EditionRecord,
    Name,
    Span,
    day,
    name_from_words,
)
from tei_edition.document import TEI, XML_ID, XML_LANG, chain, words

if TYPE_CHECKING:
    from lxml.etree import _Element

_NOT_OWN_TITLES = frozenset(
    {
        *("published", "iso-date", "alternative", "archival", "sub"),
        *("series", "corpus", "corpusTitle"),
    }
)

_TRANSLATORS = frozenset({"translator", "trl"})
"""What ``editor/@role`` says of a translator."""


def document_record(
    root: _Element, name: str = "", authorities: Authorities | None = None
) -> DocumentRecord:
    """What the header of a TEI document says for its citation.

    ``root`` is the ``TEI`` element, ``name`` its file's without suffix, which stands for an
    identifier where the document has none.
    """
    known = (authorities or Authorities()).within(root)
    header = root.find(f"{TEI}teiHeader")
    identifier = root.get(XML_ID, "") or name
    if header is None:
        return DocumentRecord(id=identifier, title=identifier, kind=_kind(root))
    letter = correspondence(header, known)
    kind = _kind(root) or ("letter" if letter else "")
    full, short = _titles(header)
    return DocumentRecord(
        id=identifier,
        title=short or full or identifier,
        full_title=full or short or identifier,
        kind=kind,
        number=_number(root, kind),
        authors=_people(header, "author", known),
        correspondence=letter,
        date=_date(header, letter.sent if letter else Span()),
        archives=tuple(_archives(header)),
        translators=_translators(header, known),
        translation=_translation(header),
        language=_language(root, header),
        encoded=_published(header),
        address=_address(header),
        abstract=words(chain(header, "profileDesc/abstract")),
    )


def edition_record(header: _Element | None) -> EditionRecord:
    """The edition of a document that belongs to no ``edition.toml``, as its own header tells."""
    if header is None:
        return EditionRecord()
    titles = header.findall(f"{TEI}fileDesc/{TEI}titleStmt/{TEI}title")
    series = [words(title) for title in titles if title.get("level") == "s"]
    series += [words(t) for t in header.findall(f"{TEI}fileDesc/{TEI}editionStmt//{TEI}title")]
    series += [words(t) for t in header.findall(f"{TEI}fileDesc/{TEI}seriesStmt/{TEI}title")]
    publisher = chain(header, "fileDesc/publicationStmt/publisher")
    parts = [] if publisher is None else [publisher.find(f"{TEI}{n}") for n in ("name", "orgName")]
    named = next((part for part in parts if part is not None), None)
    return EditionRecord(
        title=next(filter(None, series), ""),
        editors=_people(header, "editor", Authorities()),
        publisher=words(named if named is not None else publisher),
        version=_attribute(header, "editionStmt/edition", "n"),
        language=(header.get(XML_LANG) or "en"),
    )


def _kind(root: _Element) -> str:
    text = root.find(f"{TEI}text")
    kind = root.get("type", "") or (text.get("type", "") if text is not None else "")
    return "" if kind in ("authorities", "index") else kind


def _titles(header: _Element) -> tuple[str, str]:
    """The full heading and the short one; the published title never stands for the edition's."""
    titles = header.findall(f"{TEI}fileDesc/{TEI}titleStmt/{TEI}title")
    short = next((words(title) for title in titles if title.get("type") == "short"), "")
    own = [t for t in titles if t.get("type") not in _NOT_OWN_TITLES and t.get("level") != "s"]
    for fits in (
        lambda title: title.get("type") == "main",
        lambda title: title.get("level") == "a",
        lambda title: title.get("type") != "short",
        lambda _: True,
    ):
        chosen = [words(title) for title in own if fits(title) and words(title)]
        if chosen:
            return chosen[0], short
    return (words(titles[0]) if titles else ""), short


def _number(root: _Element, kind: str) -> str:
    """The ``idno`` of the text whose type is the kind of document: the cable's own number."""
    text = root.find(f"{TEI}text")
    if not kind or text is None:
        return ""
    found = next((e for e in text.iter(f"{TEI}idno") if e.get("type") == kind), None)
    return words(found)


def _people(header: _Element, role: str, known: Authorities) -> tuple[Name, ...]:
    found = []
    for element in header.findall(f"{TEI}fileDesc/{TEI}titleStmt/{TEI}{role}"):
        if role == "editor" and element.get("role") in _TRANSLATORS:
            continue
        named = [
            child
            for tag in ("persName", "name", "orgName")
            for child in element.iterfind(f"{TEI}{tag}")
        ]
        found += [known.name(child) for child in named or [element]]
    return tuple(name for name in found if name.words)


def _translators(header: _Element, known: Authorities) -> tuple[Name, ...]:
    """Those whom the header names as translators; someone unknown is not named."""
    statements = header.find(f"{TEI}fileDesc/{TEI}titleStmt")
    if statements is None:
        return ()
    found = [
        element
        for element in statements.iterfind(f"{TEI}editor")
        if element.get("role") in _TRANSLATORS
    ]
    for statement in statements.iterfind(f"{TEI}respStmt"):
        task = words(statement.find(f"{TEI}resp")).lower()
        if any(word in task for word in ("translat", "übersetz", "traduc", "перев")):
            found += [
                element
                for tag in ("persName", "orgName", "name")
                for element in statement.iterfind(f"{TEI}{tag}")
                if element.get("type") not in ("unknown", "unnamed")
            ]
    return tuple(known.name(element) for element in found if words(element))


def _translation(header: _Element) -> str:
    source = chain(header, "fileDesc/sourceDesc/bibl")
    if source is None or source.get("type") != "translation":
        return ""
    publisher = words(source.find(f"{TEI}publisher"))
    return publisher or words(source.find(f"{TEI}title"))


def _archives(header: _Element) -> list[Archive]:
    """Where the first source says that it is kept."""
    source = header.find(f"{TEI}fileDesc/{TEI}sourceDesc")
    if source is None:
        return []
    found = []
    for identifier in source.iter(f"{TEI}msIdentifier"):
        repository = words(identifier.find(f"{TEI}repository"))
        institution = words(identifier.find(f"{TEI}institution"))
        archive = Archive(
            repository=", ".join(dict.fromkeys(filter(None, (repository, institution)))),
            place=words(identifier.find(f"{TEI}settlement")),
            collection=", ".join(filter(None, map(words, identifier.iterfind(f"{TEI}collection")))),
            reference=words(identifier.find(f"{TEI}idno")),
        )
        if archive != Archive():
            found.append(archive)
    if not found:
        first = source.find(f"{TEI}bibl")
        marks = [] if first is None else first.findall(f"{TEI}idno[@type='shelfmark']")
        found = [Archive(reference=words(mark)) for mark in marks]
    return found


def _date(header: _Element, sent: Span) -> Span:
    if sent:
        return sent
    for path in ("profileDesc/creation/date", "profileDesc/creation/origDate"):
        element = chain(header, path)
        if element is not None:
            return span(element)
    origin = next(header.iter(f"{TEI}origDate"), None)
    return span(origin) if origin is not None else Span()


def _language(root: _Element, header: _Element) -> str:
    text = root.find(f"{TEI}text")
    for element in (text, root):
        if element is not None and element.get(XML_LANG):
            return element.get(XML_LANG, "")
    return _attribute(header, "profileDesc/langUsage/language", "ident")


def _address(header: _Element) -> str:
    statement = header.find(f"{TEI}fileDesc/{TEI}publicationStmt")
    for element in () if statement is None else statement.iter(f"{TEI}idno"):
        address = words(element)  # of several in one, each is asked by itself
        if element.find(f"{TEI}idno") is None and address.startswith(("https://", "http://")):
            return address
    return ""


def _published(header: _Element) -> str:
    """The day, month or year of the publication: ``@when``, else words that begin with one."""
    date = words(chain(header, "fileDesc/publicationStmt/date"))
    return day(_attribute(header, "publicationStmt/date", "when") or date)


def _attribute(header: _Element, path: str, attribute: str) -> str:
    for start in ("", "fileDesc/"):
        element = chain(header, start + path)
        if element is not None:
            return element.get(attribute, "")
    return ""


def editor_names(editors: tuple[str, ...]) -> tuple[Name, ...]:
    """The editors of ``edition.toml``."""
    return tuple(map(name_from_words, editors))
