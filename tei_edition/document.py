# SPDX-License-Identifier: MIT
"""A TEI document as a tree, for the few purposes that need one, and small questions to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.errors import TeiEditionError
from tei_edition.parser.names import XML_NAMESPACE

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element, _ElementTree

TEI_NAMESPACE = "http://www.tei-c.org/ns/1.0"
TEI = f"{{{TEI_NAMESPACE}}}"
"""What the names of TEI begin with in a tree of lxml."""
XML = f"{{{XML_NAMESPACE}}}"
XML_ID = f"{XML}id"
XML_LANG = f"{XML}lang"
XML_BASE = f"{XML}base"


class NotWellFormedError(TeiEditionError):
    """The document is not well-formed, so that there is no tree of it."""


def parse(path: Path) -> _ElementTree:
    """The document's tree, before XInclude; nothing outside the file is read.

    Raises:
        NotWellFormedError: with file, line and column.
        TeiEditionError: the file cannot be read.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(path.read_bytes(), parser).getroottree()
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise NotWellFormedError(
            f"{path}:{line}:{column}: not well-formed XML; tei-edition validate says more"
        ) from error
    except OSError as error:
        raise TeiEditionError(f"“{path}” cannot be read: {error.strerror}") from error


_ASIDE = frozenset({f"{TEI}note", f"{TEI}noteGrp", f"{TEI}graphic", f"{TEI}desc"})


def words(element: _Element | None) -> str:
    """The words of an element on one line, without its notes; empty for None."""
    return "" if element is None else " ".join("".join(_pieces(element)).split())


def _pieces(element: _Element) -> list[str]:
    pieces = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str):
            if child.tag == f"{TEI}lb":
                pieces.append(" ")
            elif child.tag not in _ASIDE:
                pieces += _pieces(child)
        pieces.append(child.tail or "")
    return pieces


def is_name_again(element: _Element) -> bool:
    """Whether an element gives the name before it once more, in another language."""
    before = element.getprevious()
    return (
        before is not None
        and before.tag == element.tag
        and "" != before.get(XML_LANG, "") != element.get(XML_LANG, "") != ""
        and all(before.get(name) == element.get(name) for name in ("ref", "type"))
    )


def chain(element: _Element, path: str) -> _Element | None:
    """The first element that a path of TEI names leads to."""
    return element.find("/".join(f"{TEI}{name}" for name in path.split("/")))


def local(element: _Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


_ACTIONS = {
    **dict.fromkeys(("sending", "send", "sender", "sentBy"), "sent"),
    **dict.fromkeys(
        (
            "receiving",
            "receive",
            "receiver",
            "recipient",
            "addressee",
            "deliveredTo",
        ),
        "received",
    ),
}
"""What projects call the two actions of a letter for which the Guidelines have a word (2.4.6)."""


def action_kind(kind: str) -> str:
    """The `@type` of a ``correspAction``; ``sent`` and ``received`` by their other names, too."""
    return _ACTIONS.get(kind, kind)
