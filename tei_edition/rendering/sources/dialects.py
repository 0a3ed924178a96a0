# SPDX-License-Identifier: MIT
"""Elements that projects added to TEI, as the TEI that they stand for.

A customisation puts what it adds or changes into another namespace (TEI Guidelines 23.3.4), or
should. What large editions have published is read as the elements of TEI that say the same; any
other is shown with its name, as what is not known. So is how a break within a word was marked
before there was ``@break``, and so are dates in ISO's attributes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.document import TEI, TEI_NAMESPACE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element


_DIALECTS: Mapping[str, Mapping[str, tuple[str, dict[str, str]]]] = {
    # CBETA, the Chinese Buddhist canon: scrolls, entries of its table of contents, passages in
    # several scripts.
    "http://www.cbeta.org/ns/1.0": {
        "div": ("div", {}),
        "juan": ("ab", {"type": "juan"}),
        "docNumber": ("ab", {"type": "docNumber"}),
        "mulu": ("index", {}),
        **{
            name: ("seg", {"type": name})
            for name in ("jhead", "jl_title", "jl_juan", "jl_byline", "tt", "t", "yin", "zi", "sg")
        },
    },
    # Foreign Relations of the United States: what a document has attached.
    "http://history.state.gov/frus/ns/1.0": {
        "attachment": ("floatingText", {"type": "attachment"}),
    },
    # The complete edition of Carl Maria von Weber: names of works and of roles, in TEI's own.
    TEI_NAMESPACE: {
        "workName": ("name", {"type": "work"}),
        "characterName": ("name", {"type": "character"}),
    },
    # Faust, the historical-critical edition: what was written over, and inserted.
    "http://www.faustedition.net/ns": {
        "overw": ("subst", {}),
        "under": ("del", {"rend": "overwritten"}),
        "over": ("add", {}),
        "ins": ("add", {}),
        "st": ("mod", {"rend": "strikethrough"}),
    },
}
"""Of each namespace the elements: what each is in TEI, with what attributes."""


_IN_WORD = frozenset({"inWord", "worddiv", "hyphenated"})
"""What ``@type`` of a break said before there was ``@break``; the second in EpiDoc."""
_HYPHENS = ("-", "\u00ac", "\u00ad", "\u2010", "\u2e17")
_BREAKS = tuple(f"{TEI}{name}" for name in ("lb", "pb", "cb", "gb", "milestone"))
_ISO_DATE = re.compile(r"-?\d{4}(-\d\d(-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d)?)?)?)?")
_DATING = ("when", "from", "to", "notBefore", "notAfter")
"""Attributes whose `-iso` form says the same where what it holds is a date of XML Schema, too."""
_ISO_ATTRIBUTE = re.compile(r"-iso\s*=")
_TAG = re.compile(r"<[\w:.-]++((?:\s++[\w:.-]++\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'))++)")
"""A start tag that has attributes, up to its end."""
_ATTRIBUTE = re.compile(r"([\w:.-]++)\s*+=\s*+(\"[^\"]*+\"|'[^']*+')")
_SIGNS = (
    *("<workName", "<characterName"),
    *(quote + value + quote for value in _IN_WORD for quote in "\"'"),
)
"""What a document has that has anything of the kind in the namespace of TEI."""


def in_plain_tei(text: str) -> str:
    """A document (XML) in which those elements are TEI's. Words stay as they are, in order."""
    text = _with_plain_dates(text)
    signs = (*(namespace for namespace in _DIALECTS if namespace != TEI_NAMESPACE), *_SIGNS)
    if not any(sign in text for sign in signs):
        return text
    from lxml import etree

    from tei_edition.rendering.sources.source import tree_of

    root = tree_of(text)
    if root is None:
        return text
    found = False
    for namespace, names in _DIALECTS.items():
        wanted = [f"{{{namespace}}}{name}" for name in names]
        for element in list(root.iter(*wanted)):
            found = True
            _rename(element, namespace, *names[etree.QName(element).localname])
    for point in root.iter(*_BREAKS):
        if point.get("type") in _IN_WORD and point.get("break") is None:
            found = True
            _put_in_word(point)
    return etree.tostring(root.getroottree(), encoding="unicode") if found else text


def _with_plain_dates(text: str) -> str:
    """The same document with what `-iso` attributes say also in those that everything reads.

    Many a document has some in its header and nothing else that is said here: no tree is made.
    """
    pieces, done, has_sections = [], 0, "<![CDATA[" in text
    for sign in _ISO_ATTRIBUTE.finditer(text):
        tag = _TAG.match(text, text.rfind("<", 0, sign.start()))
        if tag is None or not done < sign.end() <= tag.end():  # in words, or seen already
            continue
        if has_sections and text.rfind("<![CDATA[", 0, tag.start()) > text.rfind(
            "]]>", 0, tag.start()
        ):
            continue
        given = dict(_ATTRIBUTE.findall(tag[1]))
        pieces.append(text[done : tag.end()])
        pieces += [
            f" {name}={value}"
            for name in _DATING
            if name not in given
            and (value := given.get(f"{name}-iso"))
            and _ISO_DATE.fullmatch(value[1:-1])
        ]
        done = tag.end()
    return "".join([*pieces, text[done:]]) if pieces else text


def _rename(element: _Element, namespace: str, name: str, attributes: dict[str, str]) -> None:
    own = element.get(f"{{{namespace}}}type")
    if own and element.get("type") is None:
        element.set("type", own)
    for attribute, value in attributes.items():
        if element.get(attribute) is None:
            element.set(attribute, value)
    if attributes.get("type") == "juan" and "n" in element.attrib:
        del element.attrib["n"]  # a milestone has said it
    element.tag = f"{TEI}{name}"
    if name == "floatingText":
        _enclose(element, "body")
    elif name == "index" and (element.text or len(element)):
        _enclose(element, "term")
    following = element.getnext()
    if attributes.get("type") == "t" and following is not None and not (element.tail or "").strip():
        element.tail = " "  # one passage in several scripts or languages, side by side


def _put_in_word(element: _Element) -> None:
    element.set("break", "no")
    if element.get("type") != "hyphenated" or element.get("rend") is not None:
        return
    before, parent = element.getprevious(), element.getparent()
    words = before.tail if before is not None else parent.text if parent is not None else ""
    if not (words or "").rstrip().endswith(_HYPHENS):
        element.set("rend", "hyphen")


def _enclose(element: _Element, name: str) -> None:
    """Put what stands in the element into one element in it."""
    from lxml import etree

    inner = etree.Element(f"{TEI}{name}")
    inner.text, element.text = element.text, None
    inner.extend(list(element))
    element.append(inner)
