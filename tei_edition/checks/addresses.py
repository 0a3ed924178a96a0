# SPDX-License-Identifier: MIT
"""Which local file is meant by the address that a document gives for its schema."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

if TYPE_CHECKING:
    from tei_edition.catalogs import Catalogs


class Addresses(NamedTuple):
    """What stands for addresses: the edition's own list, then files, then XML catalogs."""

    files: tuple[tuple[str, str], ...] = ()
    """Addresses as documents write them, and the file (or bundled schema) for each."""
    catalogs: tuple[str, ...] = ()
    """OASIS XML catalogs; those that the environment names come after them."""

    def find(self, href: str, document: Path) -> str | None:
        """The file (or the bundled schema's name) for an address in a document; None for none.

        A file that the list or a catalog names may be missing: that is for the caller to say.

        Raises:
            CatalogError: a catalog that was looked into cannot be read.
        """
        for address, file in self.files:
            if address == href:
                return file
        scheme = urlsplit(href).scheme
        if len(scheme) < 2 or scheme == "file":
            local = document.parent / (_of_file(href) if scheme == "file" else unquote(href))
            if local.is_file():
                return str(local)
        absolute = urljoin(document.resolve().as_uri(), href)
        catalogs = _catalogs(self.catalogs)
        found = catalogs.find(absolute) or (catalogs.find(href) if href != absolute else None)
        return None if found is None else str(found)


def _of_file(url: str) -> str:
    from urllib.request import url2pathname  # an HTTP client comes along: 20 ms to import

    return url2pathname(urlsplit(url).path)


@lru_cache(maxsize=8)
def _catalogs(files: tuple[str, ...]) -> Catalogs:
    from tei_edition.catalogs import Catalogs

    return Catalogs.of_environment(Path(file) for file in files)


def forget() -> None:
    """Read catalogs again when they are next needed."""
    _catalogs.cache_clear()
