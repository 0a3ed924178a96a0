# SPDX-License-Identifier: MIT
"""TEI that is not in TEI's namespace: P4, forgotten declarations, namespaces of projects.

The stylesheets know elements by their names in the namespace of TEI P5. A document whose root is
called as TEI's is, and is in none or in another, is read as if all of its elements were in TEI's;
one in P4 as the same in P5 (TEI Guidelines P5, "Migrating from P4 to P5").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.document import TEI_NAMESPACE, XML_ID, XML_LANG

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

_ROOT = re.compile(
    r"\ufeff?(?:\s++|(?><\?.*?\?>)|(?><!--.*?-->))*+<((?:[\w.-]+:)?(?:TEI(?:corpus)?(?:\.2)?))(?=[\s/>])[^>]*>",
    re.DOTALL | re.IGNORECASE,
)
"""The start tag of a root that is called as TEI's. Nothing that stands before it is read twice:
comments could be taken together in more ways than there is time for."""
_ROOTS = frozenset({"TEI", "TEI.2", "teiCorpus", "teiCorpus.2"})
_NAMES = {
    "TEI.2": "TEI",
    "teiCorpus.2": "teiCorpus",
    "div0": "div",
    "xref": "ref",
    "xptr": "ptr",
    "dateRange": "date",
    "handList": "handNotes",
    "trans": "cit",
    "tr": "quote",
}
"""Elements of P4 that are called otherwise in P5."""
_PAIRS = {
    "sic": "corr",
    "corr": "sic",
    "orig": "reg",
    "reg": "orig",
    "abbr": "expan",
    "expan": "abbr",
}
"""Elements of P4 whose attribute is the other half of a `choice`."""
_POINTERS = (
    *(
        "target",
        "targets",
        "corresp",
        "who",
        "resp",
        "hand",
        "ana",
        "wit",
        "next",
        "prev",
        "sameAs",
    ),
    *("copyOf", "decls", "synch", "spanTo", "new", "old", "from", "to", "start", "end", "since"),
    *("origin", "active", "passive", "mutual"),
)
"""Attributes that held identifiers in P4, and hold addresses in P5."""
_IDENTIFIER = re.compile(r"[^\W\d][\w.-]*")


def read_as_tei(text: str, parse: Callable[[str], _Element]) -> tuple[str, str]:
    """A document as TEI P5, and what was done to it, in words; empty where nothing was.

    Args:
        text: the document, without a document type declaration.
        parse: makes a tree of it; what it raises is passed on.
    """
    tag = _ROOT.match(text)
    if tag is None or _is_of_tei(tag[0], tag[1]):
        return text, ""
    from lxml import etree

    root = parse(text)
    qualified = etree.QName(root)
    namespace = qualified.namespace or ""
    if namespace == TEI_NAMESPACE or qualified.localname not in _ROOTS:
        return text, ""
    is_older = qualified.localname.endswith(".2")
    if is_older:
        _modernise(root)
    for element in root.iter("*"):
        name = etree.QName(element)
        if (name.namespace or "") == namespace:
            names = _NAMES if is_older else {}
            element.tag = f"{{{TEI_NAMESPACE}}}{names.get(name.localname, name.localname)}"
    top: dict[str | None, str] = {None: TEI_NAMESPACE}
    etree.cleanup_namespaces(root, top_nsmap=top)  # type: ignore[arg-type]  # the stubs lag behind
    if is_older:
        said = "is TEI P4; it is read as the P5 that it would be"
    elif namespace:
        said = f"is in the namespace {namespace}; it is read as TEI"
    else:
        said = f'is in no namespace; it is read as TEI: put xmlns="{TEI_NAMESPACE}" on its root'
    return etree.tostring(root, encoding="unicode"), said


def _is_of_tei(start: str, name: str) -> bool:
    """Whether the start tag of a root puts it in TEI's namespace: a prefix that it declares and is
    not called by (``<TEI xmlns:tei="…">``) does not."""
    prefix = name.rpartition(":")[0]
    declared = rf"\sxmlns{':' if prefix else ''}{re.escape(prefix)}\s*=\s*[\"']{TEI_NAMESPACE}[\"']"
    return re.search(declared, start) is not None


def _modernise(root: _Element) -> None:
    """Bring what attributes say in P4 to where P5 says it."""
    elements = list(root.iter("*"))
    identifiers = {str(element.get("id", "")) for element in elements} - {""}
    for element in elements:
        for old, new in (("id", XML_ID), ("lang", XML_LANG)):
            value = element.get(old, "")
            if element.tag == "language" and old == "id":
                new = "ident"
            if _IDENTIFIER.fullmatch(value) and element.get(new) is None:
                element.set(new, value)
                del element.attrib[old]
        if element.tag == "trans" and element.get("type") is None:
            element.set("type", "translation")
        if "url" in element.attrib and element.tag in ("xref", "xptr"):
            element.set("target", element.attrib.pop("url"))
        if element.tag == "date" and re.fullmatch(
            r"\d{4}(-\d\d(-\d\d)?)?", element.get("value", "")
        ):
            element.set("when", element.attrib.pop("value"))
        for name in _POINTERS:
            if name in element.attrib:
                tokens = str(element.attrib[name]).split()
                element.set(name, " ".join(f"#{t}" if t in identifiers else t for t in tokens))
    for element in elements:
        other = _PAIRS.get(str(element.tag), "")
        if other and other in element.attrib:
            _pair(element, other)


def _pair(element: _Element, other: str) -> None:
    """Make a `choice` of an element and of the words of its attribute."""
    from lxml import etree

    choice = etree.Element("choice")
    parent = element.getparent()
    if parent is None:
        return
    choice.tail, element.tail = element.tail, None
    parent.replace(element, choice)
    second = etree.Element(other)
    second.text = str(element.attrib.pop(other))
    choice.extend([element, second])
