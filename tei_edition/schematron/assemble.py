# SPDX-License-Identifier: MIT
"""Inclusion: ``include`` and ``extends href`` (ISO/IEC 19757-3 §5.4), from the schema's own folder.

Nothing is fetched, and nothing outside the folder of the schema (or below it) is read.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from tei_edition.parser.names import XML_NAMESPACE
from tei_edition.schematron.faults import fault, schema_fault
from tei_edition.schematron.source import Element, Unreadable, read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.findings import Finding

SCHEMATRON = "http://purl.oclc.org/dsdl/schematron"
_MOST_INCLUSIONS = 2_000
"""More are a schema that doubles itself, not one that somebody wrote."""


def is_schematron(element: Element, *names: str) -> bool:
    """Whether this is a Schematron element, of one of the names if any are given."""
    return element.namespace == SCHEMATRON and (not names or element.local in names)


class Assembler:
    """Reads the files a schema is made of, once each, and puts them together."""

    def __init__(self, path: Path, shown: str, faults: list[Finding]) -> None:
        self._folder = path.resolve().parent
        self._shown_folder = Path(shown).parent
        self._main = (path.resolve(), shown)
        self._faults = faults
        self._read: dict[Path, Element | None] = {}
        self._inclusions = 0
        self._homes: dict[int, Element] = {}

    @property
    def files(self) -> tuple[Path, ...]:
        """Every file read so far."""
        return tuple(self._read)

    def homes(self) -> Iterator[Element]:
        """The other schemas of which parts, but not the whole, were taken in; assembled."""
        taken = 0
        while taken < len(self._homes):  # what they share may be taken from others
            home = list(self._homes.values())[taken]
            taken += 1
            shared = [
                child
                for child in home.elements()
                if is_abstract(child) or not is_schematron(child, "pattern", "group", "phase")
            ]
            yield self.expand(replace(home, children=list(shared)), (home,))

    def main(self) -> Element | None:
        """The document element of the schema itself; ``None`` where it cannot be read."""
        return self._load(*self._main)

    def included(self, element: Element, href: str) -> Element | None:
        """What *href* on *element* points at; a fault and ``None`` where that cannot be had."""
        address = urlsplit(href)
        if address.scheme or address.netloc:
            self._faults.append(
                schema_fault(
                    element,
                    f"“{href}” is an address on the web or outside the schema's folder; "
                    "nothing is fetched",
                    "Keep the file beside the schema and refer to it by its name.",
                )
            )
            return None
        base = Path(element.position.path)
        here = self._folder / base.relative_to(self._shown_folder)
        target = (here.parent / unquote(address.path)).resolve() if address.path else here
        if not target.is_relative_to(self._folder):
            self._faults.append(
                schema_fault(
                    element,
                    f"“{href}” lies outside the folder of the schema",
                    "Keep included files beside the schema or in a folder below it.",
                )
            )
            return None
        shown = str(self._shown_folder / target.relative_to(self._folder))
        root = self._load(target, shown, element)
        if root is None or not address.fragment:
            return root
        for candidate in root.descendants():
            if address.fragment in (
                candidate.attributes.get("xml:id"),
                candidate.attributes.get("id"),
            ):
                return candidate
        self._faults.append(
            schema_fault(
                element, f"No element of “{shown}” has the identifier “{address.fragment}”"
            )
        )
        return None

    def expand(self, element: Element, chain: tuple[Element, ...] = ()) -> Element:
        """The element with every ``include`` and ``extends href`` below it replaced."""
        children: list[Element | str] = []
        for child in element.children:
            if isinstance(child, str):
                children.append(child)
            elif is_schematron(child, "include"):
                target = self._target(child, chain)
                if target is not None:
                    children.append(self.expand(target, (*chain, target)))
            elif is_schematron(child, "extends") and "href" in child.attributes:
                children += self._extension(element, child, chain)
            else:
                children.append(self.expand(child, chain))
        return replace(element, children=children)

    def _extension(
        self, parent: Element, extends: Element, chain: tuple[Element, ...]
    ) -> list[Element | str]:
        if "rule" in extends.attributes:
            self._faults.append(
                schema_fault(extends, "<extends> has both @rule and @href; it takes one of them")
            )
            return []
        target = self._target(extends, chain)
        if target is None:
            return []
        if not is_schematron(target, parent.local):
            self._faults.append(
                schema_fault(
                    extends,
                    f"<extends> inside <{parent.name}> must point at a <{parent.local}>; "
                    f"“{extends.attributes['href']}” is a <{target.name}>",
                )
            )
            return []
        return self.expand(target, (*chain, target)).children

    def _target(self, element: Element, chain: tuple[Element, ...]) -> Element | None:
        href = element.attributes.get("href")
        if href is None:
            self._faults.append(schema_fault(element, f"<{element.name}> has no @href"))
            return None
        self._inclusions += 1
        if self._inclusions > _MOST_INCLUSIONS:
            if self._inclusions == _MOST_INCLUSIONS + 1:
                message = f"The schema includes more than {_MOST_INCLUSIONS} parts"
                self._faults.append(schema_fault(element, message))
            return None
        target = self.included(element, href)
        if target is not None and any(target is outer for outer in chain):
            self._faults.append(schema_fault(element, f"“{href}” includes itself"))
            return None
        self._note_home(target)
        return target

    def _note_home(self, target: Element | None) -> None:
        if target is None or is_schematron(target, "schema"):
            return
        path = self._folder / Path(target.position.path).relative_to(self._shown_folder)
        home = self._read.get(path)
        if home is not None and is_schematron(home, "schema") and path != self._main[0]:
            self._homes[id(home)] = home

    def _load(self, path: Path, shown: str, asked_by: Element | None = None) -> Element | None:
        if path not in self._read:
            try:
                self._read[path] = read(path, shown)
            except Unreadable as error:
                self._read[path] = None
                position = error.position
                if asked_by is not None and position.line == 0:
                    position = asked_by.position
                self._faults.append(fault("rules-not-valid", str(error), position))
        return self._read[path]


def is_abstract(element: Element) -> bool:
    """Whether the element says ``abstract="true"``."""
    return element.attributes.get("abstract", "").strip() in ("true", "1")


def identifier(element: Element) -> str:
    """The ``id`` or ``xml:id`` of an element, or an empty string."""
    return element.attributes.get("id") or element.attributes.get("xml:id") or ""


def declared_namespaces(element: Element) -> dict[str, str]:
    """The prefixes in scope at an element that XPath can use."""
    return {
        prefix: uri
        for prefix, uri in element.namespaces.items()
        if prefix and uri and uri != XML_NAMESPACE
    }
