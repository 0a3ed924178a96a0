# SPDX-License-Identifier: MIT
"""OASIS XML Catalogs 1.1: which local file stands for a schema named by URL or public identifier.

Entries are honoured in the order of the specification (section 7): exact matches, then rewrites by
longest prefix, then suffixes by longest suffix, then delegates, then ``nextCatalog``. Only files
are read, never the network; a catalog that cannot be read is an error, not a silent gap.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit
from urllib.request import url2pathname

from tei_edition.errors import TeiEditionError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element

NAMESPACE = "urn:oasis:names:tc:entity:xmlns:xml:catalog"
VARIABLE = "XML_CATALOG_FILES"
"""Environment variable with catalog files, parted by spaces (or by the platform's separator)."""

_XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_PUBLIC = "urn:publicid:"
_DEPTH = 20
"""How many catalogs may lead to one another."""


class CatalogError(TeiEditionError):
    """A catalog that was named cannot be read."""


@dataclass(slots=True)
class _Entries:
    """One catalog file's entries, addresses made absolute."""

    exact: dict[str, str] = field(default_factory=dict)
    public: dict[str, str] = field(default_factory=dict)
    rewrites: list[tuple[str, str]] = field(default_factory=list)
    suffixes: list[tuple[str, str]] = field(default_factory=list)
    delegates: list[tuple[str, str]] = field(default_factory=list)
    following: list[str] = field(default_factory=list)


class Catalogs:
    """Catalog files, read when they are first needed."""

    def __init__(self, files: Iterable[Path] = ()) -> None:
        self._files: Sequence[str] = [file.resolve().as_uri() for file in files]
        self._read: dict[str, _Entries] = {}

    @classmethod
    def of_environment(cls, files: Iterable[Path] = ()) -> Catalogs:
        """The given catalogs, then those that ``XML_CATALOG_FILES`` names."""
        named = os.environ.get(VARIABLE, "")
        parts = named.split(os.pathsep) if os.pathsep in named and ":/" not in named else [named]
        paths = [path for part in parts for path in part.split()]
        return cls([*files, *(_path(path) or Path(path) for path in paths)])

    def find(self, address: str, public: str = "") -> Path | None:
        """The local file for an address (system identifier or URI) or a public identifier.

        An address that begins with ``urn:publicid:`` is a public identifier (section 6.4).
        """
        if address.startswith(_PUBLIC):
            public = _unwrapped(address)
        for catalog in self._files:
            found = self._find(catalog, address, " ".join(public.split()), _DEPTH)
            if found is not None:
                return _path(found)
        return None

    def _find(self, catalog: str, address: str, public: str, depth: int) -> str | None:
        if not depth:
            raise CatalogError(f"the XML catalog {catalog} leads to itself or to too many others")
        entries = self._entries(catalog)
        if address in entries.exact:
            return entries.exact[address]
        for start, replacement in sorted(entries.rewrites, key=lambda pair: -len(pair[0])):
            if address.startswith(start):
                return replacement + address[len(start) :]
        for end, replacement in sorted(entries.suffixes, key=lambda pair: -len(pair[0])):
            if address.endswith(end):
                return replacement
        if public and public in entries.public:
            return entries.public[public]
        delegates = [
            target
            for start, target in sorted(entries.delegates, key=lambda pair: -len(pair[0]))
            if address.startswith(start) or (public and public.startswith(start))
        ]
        for target in delegates or entries.following:
            found = self._find(target, address, public, depth - 1)
            if found is not None:
                return found
        return None

    def _entries(self, catalog: str) -> _Entries:
        if catalog not in self._read:
            path = _path(catalog)
            if path is None:
                raise CatalogError(f"the XML catalog {catalog} is not a local file")
            self._read[catalog] = _load(path)
        return self._read[catalog]


def _load(path: Path) -> _Entries:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(path.read_bytes(), parser)
    except OSError as error:
        raise CatalogError(f"the XML catalog “{path}” cannot be read: {error.strerror}") from error
    except etree.XMLSyntaxError as error:
        raise CatalogError(f"the XML catalog “{path}” is not well-formed: {error.msg}") from error
    entries = _Entries()
    for name, element, base in _elements(root, path.resolve().as_uri()):
        _take(entries, name, element, base)
    return entries


def _elements(element: _Element, base: str) -> Iterator[tuple[str, _Element, str]]:
    """Catalog elements in document order with the base that their addresses are relative to."""
    base = urljoin(base, element.get(_XML_BASE, ""))
    for child in element.iterchildren(f"{{{NAMESPACE}}}*"):
        name = str(child.tag).rpartition("}")[2]
        if name == "group":
            yield from _elements(child, base)
        else:
            yield name, child, urljoin(base, child.get(_XML_BASE, ""))


def _take(entries: _Entries, name: str, element: _Element, base: str) -> None:
    def target(attribute: str) -> str:
        return urljoin(base, element.get(attribute, ""))

    match name:
        case "system":
            entries.exact.setdefault(element.get("systemId", ""), target("uri"))
        case "uri":
            entries.exact.setdefault(element.get("name", ""), target("uri"))
        case "public":
            public = " ".join(element.get("publicId", "").split())
            entries.public.setdefault(public, target("uri"))
        case "rewriteSystem":
            entries.rewrites.append(
                (element.get("systemIdStartString", ""), target("rewritePrefix"))
            )
        case "rewriteURI":
            entries.rewrites.append((element.get("uriStartString", ""), target("rewritePrefix")))
        case "systemSuffix":
            entries.suffixes.append((element.get("systemIdSuffix", ""), target("uri")))
        case "uriSuffix":
            entries.suffixes.append((element.get("uriSuffix", ""), target("uri")))
        case "delegateSystem":
            entries.delegates.append((element.get("systemIdStartString", ""), target("catalog")))
        case "delegateURI":
            entries.delegates.append((element.get("uriStartString", ""), target("catalog")))
        case "delegatePublic":
            entries.delegates.append((element.get("publicIdStartString", ""), target("catalog")))
        case "nextCatalog":
            entries.following.append(target("catalog"))


def _path(address: str) -> Path | None:
    """The path of a ``file:`` URI; None for an address on the web."""
    parts = urlsplit(address)
    if parts.scheme == "file":
        return Path(url2pathname(unquote(parts.path)))
    return None if parts.scheme in {"http", "https", "ftp", "urn"} else Path(address)


def _unwrapped(urn: str) -> str:
    """The public identifier in a ``urn:publicid:`` (RFC 3151)."""
    name = urn.removeprefix(_PUBLIC)
    for coded, plain in (("+", " "), (":", "//"), (";", "::")):
        name = name.replace(coded, plain)
    return unquote(name)
