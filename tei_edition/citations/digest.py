# SPDX-License-Identifier: MIT
"""The digest of a unit's text, by which a change is noticed that nobody recorded.

Normalisation 1, which never changes; another one would get the next number:

- The text of a unit is the character data in its element, entities resolved, in the order of the
  document. Comments, processing instructions, attributes and what XInclude would bring in are none
  of it.
- Left out is what is not the passage's own text: the elements in :data:`LEFT_OUT` (editorial
  notes, descriptions, running heads …); in a ``choice`` the editors' half, ``corr``, ``reg`` and
  ``expan``, and, of other alternatives, all but the first; in an ``app`` all but the first reading,
  which is the ``lem`` where there is one. A unit that itself is such an element has the text inside
  it.
- Left out as well are the smaller units inside it that stand for themselves: elements among
  :data:`BLOCKS` that have an ``xml:id``. What changes in a paragraph changes the paragraph, not its
  division or its document. Elements in the line (``date``, ``choice``, ``seg`` …) are part of the
  text around them, with an identifier or without.
- A ``gap`` counts as one U+FFFC. A block that is not left out, a child of one of the
  :data:`ENTRIES`, a break (``lb``, ``pb`` … without ``break="no"``) and a ``space`` count as a
  space. White space right inside a ``choice``, an ``app`` or a ``subst`` counts as nothing.
- White space (XML's four characters) at the ends is dropped, every other run of it is one space;
  the rest is put into Unicode's normal form C.

The digest is the number of the normalisation, a colon, and the SHA-256 of the result in UTF-8, in
hexadecimal digits; a unit with no text of its own has none.
"""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256

NORMALISATION = 1
"""The number of the normalisation described above."""

BLOCKS = frozenset(
    {
        *("TEI", "teiCorpus", "text", "group", "floatingText", "front", "body", "back", "standOff"),
        *("div", "div1", "div2", "div3", "div4", "div5", "div6", "div7", "head", "trailer"),
        *("p", "ab", "lg", "l", "sp", "speaker", "stage", "list", "item", "table", "row", "cell"),
        *("figure", "stamp", "opener", "closer", "postscript", "salute", "signed", "dateline"),
        *("byline", "address", "addrLine", "epigraph", "argument", "titlePage", "docTitle"),
        *("castList", "castItem", "listPerson", "person", "personGrp", "listPlace", "place"),
        *("listOrg", "org", "listEvent", "event", "listBibl", "note"),
    }
)
"""Elements that stand for themselves, like a paragraph."""

LEFT_OUT = frozenset(
    {
        *("note", "noteGrp", "teiHeader", "fw", "figDesc", "desc", "index", "certainty"),
        *("precision", "respons", "witDetail", "metamark"),
    }
)
"""Elements that are no part of the text they stand in."""

ALTERNATIVES = frozenset({"choice", "app", "rdgGrp"})
"""Elements of whose children one at the most is in the text."""

EDITORS_HALF = frozenset({"corr", "reg", "expan"})
"""Of a ``choice``, what the editors put beside the document's own."""

ENTRIES = frozenset({"person", "personGrp", "place", "org", "event"})
"""Elements each of whose children is a statement of its own."""

BREAKS = frozenset({"lb", "pb", "cb", "gb", "milestone", "space"})

GAP = "\N{OBJECT REPLACEMENT CHARACTER}"
"""What stands for a ``gap``."""

_WHITE_SPACE = re.compile(r"[ \t\r\n]+")


def normalised(text: str) -> str:
    """A text with its white space and its characters in the form that is compared."""
    return unicodedata.normalize("NFC", _WHITE_SPACE.sub(" ", text).strip(" "))


def digest(text: str) -> str:
    """The digest of the text of a unit, put together as described; empty for no text."""
    normal = normalised(text)
    if not normal:
        return ""
    return f"{NORMALISATION}:{sha256(normal.encode('utf-8')).hexdigest()}"
