# SPDX-License-Identifier: MIT
"""What an identifier or a permanent URL leads to: the passage, its document, its history."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.citations.account import events_in_words
from tei_edition.citations.addresses import address_of
from tei_edition.citations.citation import Citations
from tei_edition.citations.quotation import quotation
from tei_edition.citations.registry import What
from tei_edition.citations.versions import is_later, versions_with
from tei_edition.errors import TeiEditionError

if TYPE_CHECKING:
    from tei_edition.citations.citation import Citation
    from tei_edition.citations.registry import Registry, Version
    from tei_edition.edition import Edition


@dataclass(frozen=True, slots=True)
class Resolved:
    """What was found."""

    citation: Citation
    passage: str
    """The words of the passage as it is now, without the editors' notes; of a document, empty."""
    version: str
    """The published version that the URL asks for; empty for the current one."""
    published: str
    """The version that published it first; empty if it was not published."""
    history: tuple[tuple[str, str], ...]
    """Day and one sentence, oldest first."""
    then: str = ""
    """The address of the passage in the version that is asked for; empty if it was not there."""
    is_corrected: bool = False
    """Whether its text was corrected after the version that is asked for."""
    file: str = ""
    """What kind of file the URL is of, in words; empty for a page."""


def resolve(edition: Edition, address: str) -> Resolved:
    """What an identifier or a permanent URL leads to.

    Raises:
        UnknownIdentifierError: no document has the identifier, and it was never published.
        TeiEditionError: the URL is none of the edition's, that of a page that is no document's, or
            of a version that was not published.
    """
    asked = address_of(edition, address)
    xml_id = asked.xml_id
    citations = Citations(edition)
    version = _version(citations.registry, asked.version) if asked.version else None
    citation = citations.cite(xml_id)
    found = citations.element(citation.xml_id)
    passage = quotation(found) if found is not None and found.getparent() is not None else ""
    history: tuple[tuple[str, str], ...] = ()
    published = then = ""
    is_corrected = False
    if xml_id in citations.registry.units:
        resolution = citations.registry.resolve(xml_id)
        published = resolution.unit.version
        history = tuple(
            (event.on, sentence)
            for event, sentence in events_in_words(resolution, citations.registry, edition.language)
        )
        if version:
            place = dict(versions_with(citations.registry, resolution.unit)).get(version)
            if place:
                fragment = "" if xml_id == place else f"#{xml_id}"
                then = f"{edition.version_url(version.name)}{place}{fragment}"
            is_corrected = any(
                (event.what is What.CHANGED or event.was) and is_later(event, version)
                for _, event in resolution.account
            )
    return Resolved(
        citation,
        passage,
        asked.version,
        published,
        history,
        then,
        is_corrected,
        asked.file,
    )


def _version(registry: Registry, name: str) -> Version:
    for version in registry.versions:
        if version.name == name:
            return version
    names = ", ".join(version.name for version in registry.versions)
    raise TeiEditionError(
        f"version {name} of the edition was never published; "
        + (f"published are {names}" if names else "none is published so far")
    )


def resolved_text(edition: Edition, address: str) -> str:
    """What :func:`resolve` finds, for people: a few labelled lines."""
    found = resolve(edition, address)
    citation = found.citation
    lines = [f"{citation.document.title}{', ' * bool(citation.passage)}{citation.passage}"]
    if citation.account:
        lines.append(f"{citation.account}.")
    if found.file:
        lines.append(f"This address is {found.file}.")
    if found.passage:
        lines += ["", found.passage]
        if found.is_corrected:
            lines += ["", f"These are its words now; they were corrected after {found.version}."]
    lines += ["", f"URL:        {citation.url}"]
    if found.version:
        lines.append(f"In {found.version + ':':<8} {found.then or 'not there'}")
    if found.published:
        lines.append(f"Published:  version {found.published}")
    else:
        lines.append("Published:  not yet")
    if found.history:
        lines += ["", "History:"]
        lines += [f"  {day}  {sentence}" for day, sentence in found.history]
    return "\n".join(lines) + "\n"
