# SPDX-License-Identifier: MIT
"""What an identifier or a permanent URL leads to: the passage, its document, its history."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from tei_edition.citations.account import events_in_words
from tei_edition.citations.citation import Citations
from tei_edition.citations.tree import words
from tei_edition.errors import TeiEditionError

if TYPE_CHECKING:
    from tei_edition.citations.citation import Citation
    from tei_edition.edition import Edition


@dataclass(frozen=True, slots=True)
class Resolved:
    """What was found."""

    citation: Citation
    passage: str
    """The words of the passage, without the editors' notes; of a document, empty."""
    version: str
    """The published version that the URL asks for; empty for the current one."""
    published: str
    """The version that published it first; empty if it was not published."""
    history: tuple[tuple[str, str], ...]
    """Day and one sentence, oldest first."""


def resolve(edition: Edition, address: str) -> Resolved:
    """What an identifier or a permanent URL leads to.

    Raises:
        UnknownIdentifierError: no document has the identifier, and it was never published.
        TeiEditionError: the URL is none of the edition's.
    """
    version, xml_id = identifier_of(edition, address)
    citations = Citations(edition)
    citation = citations.cite(xml_id)
    found = citations.element(citation.xml_id)
    is_passage = found is not None and found.getparent() is not None
    history: tuple[tuple[str, str], ...] = ()
    published = ""
    if xml_id in citations.registry.units:
        resolution = citations.registry.resolve(xml_id)
        published = resolution.unit.version
        history = tuple(
            (event.on, sentence)
            for event, sentence in events_in_words(resolution, citations.registry)
        )
    return Resolved(
        citation,
        words(found) if is_passage else "",
        version,
        published,
        history,
    )


def identifier_of(edition: Edition, address: str) -> tuple[str, str]:
    """The version and the identifier that a permanent URL, or an identifier, names.

    >>> identifier_of(edition, "https://example.org/letters/1.0/a.html#a-p01")  # doctest: +SKIP
    ('1.0', 'a-p01')
    """
    if "/" not in address and ":" not in address:
        return "", address.lstrip("#").partition("#")[2] or address.lstrip("#")
    asked, base = urlsplit(address), urlsplit(edition.base_url)
    if asked.netloc.lower() != base.netloc.lower() or not asked.path.startswith(base.path):
        raise TeiEditionError(
            f"“{address}” is not an address of this edition, which are below {edition.base_url}"
        )
    path = unquote(asked.path.removeprefix(base.path)).strip("/")
    version, page = "", path
    found = re.fullmatch(r"([0-9]+(?:\.[0-9]+)*)(?:/(.*))?", path)
    if found:
        version, page = found[1], found[2] or ""
    page = re.sub(r"\.(html|txt|xml)$", "", page)
    fragment = unquote(asked.fragment).removeprefix("cite:")
    if not fragment and page in ("", "index"):
        raise TeiEditionError(f"“{address}” is the edition's first page; name a document in it")
    return version, fragment or page


def resolved_text(edition: Edition, address: str) -> str:
    """What :func:`resolve` finds, for people: a few labelled lines."""
    found = resolve(edition, address)
    citation = found.citation
    lines = [f"{citation.document.title}{', ' * bool(citation.passage)}{citation.passage}"]
    if citation.account:
        lines.append(f"{citation.account}.")
    if found.passage:
        lines += ["", found.passage]
    lines += ["", f"URL:        {citation.url}"]
    if found.version:
        lines.append(f"In {found.version + ':':<8} {edition.version_url(found.version)}")
    if found.published:
        lines.append(f"Published:  version {found.published}")
    else:
        lines.append("Published:  not yet")
    if found.history:
        lines += ["", "History:"]
        lines += [f"  {day}  {sentence}" for day, sentence in found.history]
    return "\n".join(lines) + "\n"
