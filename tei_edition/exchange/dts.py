# SPDX-License-Identifier: MIT
"""An edition as Distributed Text Services, version 1.0: a tree of files for any static host.

The specification (https://dtsapi.org/versions/v1.0/) has such trees in mind: “Level 0”, with URI
templates (RFC 6570) whose expansions are the names of files. Ranges (``start``, ``end``) are what
Level 0 leaves out. Each document has one citation tree of one level, its passages by their
``xml:id``, as the ``citeStructure`` of the documents has it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from tei_edition.citations import Citations
from tei_edition.citations.labels import label
from tei_edition.document import TEI, XML_ID
from tei_edition.exchange import cite_structure
from tei_edition.exchange.cite_structure import UNIT
from tei_edition.exchange.documents import Exchange, ExchangeError
from tei_edition.exchange.targets import Targets
from tei_edition.rendering.writing import write_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from lxml.etree import _Element

    from tei_edition.citations import Citation
    from tei_edition.edition import Edition
    from tei_edition.exchange.documents import ExchangedDocument

Json: TypeAlias = "str | int | Sequence[Json] | dict[str, Json] | None"

VERSION = "1.0"
CONTEXT = "https://dtsapi.org/context/v1.0.json"
NAMESPACE = "https://w3id.org/api/dts#"
"""Of the element ``wrapper`` around a passage."""
SIBLINGS = 100
"""Passages up to which each has a file of its siblings (``;down=0``): these files grow with the
square of their number, to 160 MB for a play of a thousand."""


@dataclass(frozen=True, slots=True)
class Tree:
    """What was written."""

    files: int
    without_siblings: tuple[str, ...]
    """Documents with more passages than have files of their siblings."""


@dataclass(frozen=True, slots=True)
class _Templates:
    """The URI templates of the endpoints."""

    base: str
    """Where the tree will stand; ends with a slash."""

    def entry(self) -> dict[str, Json]:
        return {
            "@context": CONTEXT,
            "dtsVersion": VERSION,
            "@id": f"{self.base}index.json",
            "@type": "EntryPoint",
            "collection": f"{self.base}collection{{/id,nav}}.json",
            "navigation": f"{self.base}navigation/{{resource}}{{/ref}}{{;down}}.json",
            "document": f"{self.base}document/{{resource}}{{/ref}}.xml",
        }

    def of(self, resource: str) -> dict[str, Json]:
        return {
            "collection": f"{self.base}collection/{resource}{{/nav}}.json",
            "navigation": f"{self.base}navigation/{resource}{{/ref}}{{;down}}.json",
            "document": f"{self.base}document/{resource}{{/ref}}.xml",
        }


def write_dts(edition: Edition, folder: Path, base: str = "", siblings: int = SIBLINGS) -> Tree:
    """Write the tree.

    ``base`` is the address at which the folder will stand, by default ``dts/`` below the edition's.
    A document with more than ``siblings`` passages gets no files for ``;down=0``, whose members are
    those of the document's ``;down=1``.

    Raises:
        TeiEditionError: a document cannot be read; two files would have one name; the folder cannot
            be written, or holds documents of the edition.
    """
    templates = _Templates(f"{(base or edition.base_url + 'dts').rstrip('/')}/")
    writer = _Writer(folder, Targets(edition))
    writer.json("index.json", templates.entry())
    citations = Citations(edition)
    exchange = Exchange.of(edition)
    resources: list[dict[str, Json]] = []
    without: list[str] = []
    for document in exchange.documents(authorities=False):
        units = _units(document)
        resource = _resource(document, citations.document(document.path), units, templates)
        resources.append(resource)
        name = document.name.removesuffix(".xml")
        has_siblings = len(units) <= siblings
        if not has_siblings:
            without.append(name)
        members = [_citable(xml_id, element, edition.language) for xml_id, element in units]
        _write_navigation(writer, resource, members, templates, has_siblings=has_siblings)
        _write_document(writer, document, units)
    _write_collections(writer, citations.whole(), resources, templates)
    return Tree(len(writer.taken), tuple(without))


class _Writer:
    """Writes files below a folder; two of one name, also in small letters, are an error."""

    def __init__(self, folder: Path, targets: Targets) -> None:
        self.folder = folder
        self.targets = targets
        self.taken: set[str] = set()

    def json(self, name: str, value: Json) -> None:
        self.bytes(name, (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode())

    def bytes(self, name: str, content: bytes) -> None:
        if name.casefold() in self.taken:
            raise ExchangeError(f"two files would be named “{name}”: give the units other xml:ids")
        self.taken.add(name.casefold())
        path = self.folder / name
        self.targets.check(path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_bytes(path, content)
        except OSError as error:
            raise ExchangeError(f"“{path}” cannot be written: {error.strerror}") from error


def _units(document: ExchangedDocument) -> list[tuple[str, _Element]]:
    """The passages of the document's own, in its order, with their identifiers."""
    return [
        (xml_id, element)
        for text in document.root.iterfind(f"{TEI}text")
        for element in text.iter()
        if (xml_id := element.get(XML_ID, "")) in document.own and xml_id
    ]


def _resource(
    document: ExchangedDocument,
    citation: Citation,
    units: Sequence[tuple[str, _Element]],
    templates: _Templates,
) -> dict[str, Json]:
    name = document.name.removesuffix(".xml")
    tree: dict[str, Json] = {"@type": "CitationTree"}
    tree["citeStructure"] = [{"@type": "CiteStructure", "citeType": UNIT}]
    return {
        "@id": name,
        "@type": "Resource",
        "title": citation.document.title,
        **({"description": citation.document.abstract} if citation.document.abstract else {}),
        "totalParents": 1,
        "totalChildren": 0,
        **templates.of(name),
        "mediaTypes": ["application/tei+xml"],
        "download": f"{templates.base}document/{document.name}",
        "citationTrees": [tree] if units else [],
        "dublinCore": _dublin_core(citation),
    }


def _dublin_core(citation: Citation) -> dict[str, Json]:
    document, edition = citation.document, citation.edition
    language = edition.language
    letter = document.correspondence
    found: dict[str, Json] = {
        "title": [{"lang": document.language or language, "value": document.full_title}],
        "creator": [{"lang": language, "value": name.words} for name in document.writers],
        "audience": [
            {"lang": language, "value": name.words}
            for name in (letter.addressees if letter else ())
        ],
        "contributor": [{"lang": language, "value": name.words} for name in edition.editors],
        "publisher": [{"lang": language, "value": edition.publisher}] if edition.publisher else [],
        "date": document.date.edtf,
        "language": document.language,
        "identifier": citation.url,
    }
    return {key: value for key, value in found.items() if value}


def _write_collections(
    writer: _Writer, whole: Citation, resources: Sequence[dict[str, Json]], templates: _Templates
) -> None:
    """The edition, and each document: itself, its children, its parents."""
    root = _free_name({str(resource["@id"]) for resource in resources})
    about: dict[str, Json] = {
        "@id": root,
        "@type": "Collection",
        "title": whole.title,
        "totalParents": 0,
        "totalChildren": len(resources),
        "collection": f"{templates.base}collection/{root}{{/nav}}.json",
        "dublinCore": _dublin_core(whole),
    }
    top = _answer(about, member=list(resources))
    for name in ("collection", f"collection/{root}", f"collection/{root}/children"):
        writer.json(f"{name}.json", top)
    writer.json(f"collection/{root}/parents.json", _answer(about, member=[]))
    for resource in resources:
        name = f"collection/{resource['@id']}"
        for each in (name, f"{name}/children"):
            writer.json(f"{each}.json", _answer(resource, member=[]))
        writer.json(f"{name}/parents.json", _answer(resource, member=[about]))


def _free_name(taken: set[str]) -> str:
    name = "edition"
    while name in taken:
        name = f"the-{name}"
    return name


def _answer(value: dict[str, Json], **more: Json) -> dict[str, Json]:
    return {"@context": CONTEXT, "dtsVersion": VERSION, **value, **more}


def _write_navigation(
    writer: _Writer,
    resource: dict[str, Json],
    members: Sequence[dict[str, Json]],
    templates: _Templates,
    *,
    has_siblings: bool,
) -> None:
    """What each query of the one level gives; ``down`` beyond it gives what ``-1`` does."""

    def write(query: str, **more: Json) -> None:
        address = f"navigation/{resource['@id']}{query}.json"
        about: dict[str, Json] = {"@id": f"{templates.base}{address}", "@type": "Navigation"}
        writer.json(address, _answer(about, resource=resource, **more))

    for down in ("-1", "1"):
        write(f";down={down}", member=list(members))
    siblings: list[Json] = [
        {key: value for key, value in member.items() if key != "dublinCore"} for member in members
    ]
    for member in members:
        ref = f"/{member['identifier']}"
        write(ref, ref=member)
        if has_siblings:
            write(f"{ref};down=0", ref=member, member=siblings)
        for down in ("-1", "1"):
            write(f"{ref};down={down}", ref=member, member=[member])


def _citable(xml_id: str, element: _Element, language: str) -> dict[str, Json]:
    return {
        "identifier": xml_id,
        "@type": "CitableUnit",
        "level": 1,
        "parent": None,
        "citeType": UNIT,
        "dublinCore": {"title": [{"lang": language, "value": label(element, language)}]},
    }


def _write_document(
    writer: _Writer, document: ExchangedDocument, units: Sequence[tuple[str, _Element]]
) -> None:
    """The whole, and each passage in a ``dts:wrapper``."""
    from lxml import etree

    declaration = b'<?xml version="1.0" encoding="UTF-8"?>\n'
    cite_structure.state(document.root, [xml_id for xml_id, _ in units])
    writer.bytes(f"document/{document.name}", declaration + etree.tostring(document.root) + b"\n")
    for xml_id, element in units:
        wrapped = b"".join(
            (
                declaration,
                f'<TEI xmlns="{TEI[1:-1]}"><dts:wrapper xmlns:dts="{NAMESPACE}">'.encode(),
                etree.tostring(element, with_tail=False),
                b"</dts:wrapper></TEI>\n",
            )
        )
        writer.bytes(f"document/{document.name.removesuffix('.xml')}/{xml_id}.xml", wrapped)
