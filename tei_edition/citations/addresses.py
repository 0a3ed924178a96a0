# SPDX-License-Identifier: MIT
"""What the address of something on the edition's site names.

``base_url``, a published version's number (or none), and the name of a page; a passage is the
fragment, or has a page of its own. Beside a page stand files of the same name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from tei_edition.document import XML_ID, parse
from tei_edition.errors import TeiEditionError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tei_edition.edition import Edition

OWN_PAGES: Mapping[str, str] = MappingProxyType(
    {
        "index": "the edition’s first page",
        "errata": "the list of the edition’s errata (tei-edition ids errata shows it)",
        "about": "the page about the edition",
        "chronology": "the edition’s chronology",
        "emendations": "the list of all emendations",
        "gaps": "the list of all gaps",
        "index-person": "the index of persons",
        "index-place": "the index of places",
        "index-organisation": "the index of organisations",
        "index-work": "the index of works",
        "index-event": "the index of events",
        "index-object": "the index of objects",
        "edition": "the edition as a book",
    }
)
"""Pages and files that are the edition's and no document's, by their names without endings."""

_FILES: Mapping[str, str] = MappingProxyType(
    {
        ".html": "",
        ".txt": "the document as plain text",
        ".md": "the document in Markdown",
        ".xml": "the document in TEI",
        ".csl.json": "the document’s citation in CSL-JSON",
        ".json": "",
        ".bib": "the document’s citation for BibTeX and BibLaTeX",
        ".ris": "the document’s citation in RIS",
        ".epub": "",
    }
)
"""By its ending, what a file beside a page is; of the pages themselves there is nothing to say."""

_VERSION = re.compile(r"([0-9]+(?:\.[0-9]+)*)(?:/(.*))?")
_DIRECTIVE = ":~:"
"""Begins what a fragment tells the browser to show (URL Fragment Text Directives)."""


@dataclass(frozen=True, slots=True)
class Address:
    """What an address names."""

    xml_id: str
    version: str = ""
    """The published version that it asks for; empty for the current one."""
    file: str = ""
    """What kind of file it is, in words; empty for a page."""


def address_of(edition: Edition, address: str) -> Address:
    """What a permanent URL, or an identifier, names.

    >>> address_of(edition, "https://example.org/letters/1.0/a.html#a-p01")  # doctest: +SKIP
    Address(xml_id='a-p01', version='1.0', file='')

    Raises:
        TeiEditionError: the address is not the edition's, or one of a page that is no document's.
    """
    address = address.strip()
    if "/" not in address and ":" not in address.partition(_DIRECTIVE)[0]:
        page, _, fragment = address.partition(_DIRECTIVE)[0].partition("#")
        return Address(fragment or page)
    base = urlsplit(edition.base_url)
    has_site = address.lower().startswith(f"{base.netloc.lower()}/")  # “example.org/letters/a”
    asked = urlsplit(f"//{address}" if has_site else address)
    path = base.path if f"{asked.path}/" == base.path else asked.path
    if asked.netloc.lower() != base.netloc.lower() or not path.startswith(base.path):
        raise TeiEditionError(
            f"“{address}” is not an address of this edition, which are below {edition.base_url}"
        )
    page = unquote(path.removeprefix(base.path)).strip("/")
    version = _VERSION.fullmatch(page)
    if version:
        page = version[2] or ""
    ending = next((each for each in _FILES if page.lower().endswith(each)), "")
    name = page[: len(page) - len(ending)] or "index"
    fragment = unquote(asked.fragment.partition(_DIRECTIVE)[0]).removeprefix("cite:")
    if ":" in fragment:  # a place of the page's own, such as “page:about”
        fragment = ""
    if not fragment and name in OWN_PAGES:
        raise TeiEditionError(
            f"“{address}” is {OWN_PAGES[name]}; what is cited is a document or a passage in it"
        )
    return Address(
        fragment or _downloaded(edition, page) or name,
        version[1] if version else "",
        "" if fragment else _FILES.get(ending, ""),
    )


def _downloaded(edition: Edition, page: str) -> str:
    """The identifier of the document whose source lies below ``tei/``; empty for other files."""
    for path in edition.files if page.startswith("tei/") else ():
        resolved, root = path.resolve(), edition.root.resolve()
        if resolved.is_relative_to(root) and resolved.relative_to(root).as_posix() == page[4:]:
            return parse(path).getroot().get(XML_ID, "")
    return ""
