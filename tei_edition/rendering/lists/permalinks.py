# SPDX-License-Identifier: MIT
"""A page for every identifier that was ever published: the way to it, or what became of it.

A static host cannot answer for an address that has no file. So each identifier has one: a
current passage's sends the reader on to its place, that of anything else is a page of the edition
that says what became of it. A document that was renamed or withdrawn keeps a page with the anchors
of all its passages.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

from tei_edition.citations.account import in_words
from tei_edition.citations.errata import as_json, errata
from tei_edition.citations.registry import Status
from tei_edition.parser.escaping import element
from tei_edition.rendering.citing import address_of
from tei_edition.rendering.lists.listings import Listing
from tei_edition.rendering.page_names import page_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from tei_edition.citations.errata import Erratum
    from tei_edition.citations.registry import Resolution, Unit
    from tei_edition.rendering.citing import Citing

ERRATA = "errata"
"""The list of recorded changes: ``errata.html``, ``errata.json``."""

_REDIRECTION = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="0; url={target}">
<meta name="robots" content="noindex">
<title>{title}</title>
{canonical}</head>
<body>
<p><a href="{target}">{title}</a></p>
</body>
</html>
"""


def redirections(citing: Citing, taken: Collection[str]) -> Iterator[tuple[str, str]]:
    """Name and content of the page of each current passage, which sends the reader to its place.

    ``taken`` are the names, in small letters, of the pages that the site has already.
    """
    registry = citing.registry
    edition = citing.edition
    for unit in registry:
        name = f"{page_name(unit.xml_id, unit.xml_id)}.html"
        if not unit.version or unit.is_document or not unit.is_current or name.casefold() in taken:
            continue
        holder = registry.units.get(unit.document)
        title = ", ".join(filter(None, (holder.label if holder else "", citing.label(unit))))
        base = edition.base_url if edition else ""
        url = f"{base}{unit.document}#{unit.xml_id}"
        yield (
            name,
            _REDIRECTION.format(
                language=escape(edition.language if edition else "en"),
                target=escape(quote(address_of(unit), safe="#/.~")),
                title=escape(title or unit.xml_id),
                canonical=f'<link rel="canonical" href="{escape(url)}">\n' if base else "",
            ),
        )


def accounts(citing: Citing, taken: Collection[str]) -> Iterator[Listing]:
    """The pages of what moved or was retired. Arguments as for :func:`redirections`."""
    registry = citing.registry
    for unit in registry:
        name = f"{page_name(unit.xml_id, unit.xml_id)}.html"
        if unit.is_current or not unit.version or name.casefold() in taken:
            continue
        resolution = registry.resolve(unit.xml_id)
        former = _former(citing, resolution, anchor=False)
        if unit.is_document:
            former += "".join(
                _former(citing, registry.resolve(each.xml_id), anchor=True)
                for each in citing.former.get(unit.xml_id, ())
            )
        title = ", ".join(filter(None, (_holder(citing, unit), citing.label(unit)))) or unit.xml_id
        yield Listing(name, element("listing", {"kind": "former", "title": title}, former))


def errata_listing(citing: Citing) -> Listing:
    """The page of every recorded change, the latest first."""
    recorded = errata(citing.registry, citing.language)
    found = "".join(_erratum(citing, each) for each in recorded)
    return Listing(f"{ERRATA}.html", element("listing", {"kind": ERRATA}, found))


def errata_json(citing: Citing) -> list[dict[str, object]]:
    """The same as data, each with its permanent URL."""
    base = citing.edition.base_url if citing.edition else ""
    found = []
    for erratum in errata(citing.registry, citing.language):
        data = as_json(erratum)
        if base:
            unit = citing.registry.units[erratum.id]
            data["url"] = f"{base}{unit.document}" + ("" if unit.is_document else f"#{erratum.id}")
        found.append(data)
    return found


def _erratum(citing: Citing, erratum: Erratum) -> str:
    return element(
        "erratum",
        {
            "on": erratum.on,
            "version": erratum.version,
            "href": address_of(citing.registry.units[erratum.id]),
            "title": erratum.title or erratum.document,
            "label": erratum.label if erratum.id != erratum.document else "",
            "says": erratum.words,
        },
    )


def _holder(citing: Citing, unit: Unit) -> str:
    holder = citing.registry.units.get(unit.document)
    return "" if unit.is_document or holder is None else holder.label


def _former(citing: Citing, resolution: Resolution, *, anchor: bool) -> str:
    unit = resolution.unit
    says = (
        in_words(resolution, citing.registry, citing.language) or citing.label(unit) or unit.xml_id
    )
    now = "".join(
        element(
            "now",
            {
                "href": address_of(each),
                "title": _holder(citing, each) or each.label,
                "label": citing.label(each) if not each.is_document else "",
            },
        )
        for each in resolution.now
    )
    moved = "yes" if anchor and resolution.status is not Status.RETIRED else ""
    attributes = {"id": unit.xml_id if anchor else "", "says": says, "data-moved": moved}
    return element("former", attributes, now + "".join(citing.versions(unit)))
