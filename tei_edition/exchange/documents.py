# SPDX-License-Identifier: MIT
"""The documents of an edition as the exchange formats take them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.document import XML_ID, parse
from tei_edition.errors import TeiEditionError
from tei_edition.exchange.downloads import Downloads, flat_tei
from tei_edition.paths import as_named
from tei_edition.rendering.sources.source import read_source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.etree import _Element

    from tei_edition.edition import Edition


class ExchangeError(TeiEditionError):
    """The edition cannot be given in that form; the message says why."""


@dataclass(frozen=True, slots=True)
class ExchangedDocument:
    """One document."""

    path: Path
    name: str
    """Its download: ``cable-600308.xml``."""
    id: str
    """Its identifier; the name without its ending where the root has no ``xml:id``."""
    own: frozenset[str]
    """The identifiers in its own file; the others came by inclusion."""
    root: _Element
    """Whole, its pointers to the other downloads."""


@dataclass(frozen=True)
class Exchange:
    """Reads the documents one by one, so that no more than one is in memory."""

    edition: Edition
    downloads: Downloads

    @classmethod
    def of(cls, edition: Edition) -> Exchange:
        """The documents and authorities of an edition.

        Raises:
            TeiEditionError: one cannot be read, or two would have one name.
        """
        files = [(path, _root_id(path)) for path in edition.files]
        downloads = Downloads.of(files)
        taken: dict[str, Path] = {}
        for path, name in downloads.names.items():
            other = taken.setdefault(name.casefold(), path)
            if other != path:
                raise ExchangeError(
                    f"{as_named(path)} and {as_named(other)} would both be written as “{name}”: "
                    "give their roots different xml:ids"
                )
        return cls(edition, downloads)

    def documents(self, *, authorities: bool = True) -> Iterator[ExchangedDocument]:
        """Each document in the order of the edition, then the authority files."""
        for path in self.edition.files if authorities else self.edition.documents:
            yield self.document(path)

    def document(self, path: Path) -> ExchangedDocument:
        """One document.

        Raises:
            TeiEditionError: it cannot be read, or is not well-formed.
        """
        own = own_identifiers(path)
        source = read_source(path, self.edition.root)
        name = self.downloads.names[path.resolve()]
        root = flat_tei(source, path, self.downloads)
        return ExchangedDocument(
            path, name, root.get(XML_ID) or name.removesuffix(".xml"), own, root
        )


def own_identifiers(path: Path) -> frozenset[str]:
    """The identifiers in a file itself, without what it includes."""
    elements = parse(path).getroot().iter("*")  # of comments, the identifier would be None
    return frozenset(element.get(XML_ID, "") for element in elements) - {""}


def _root_id(path: Path) -> str:
    return parse(path).getroot().get(XML_ID, "")
