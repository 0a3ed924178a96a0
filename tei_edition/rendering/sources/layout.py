# SPDX-License-Identifier: MIT
"""White space that the layout of a source put beside a mark of its sentences.

A record among words, or a quotation, is often laid out with a part in each line: ``(<bibl>``, then
its parts, each in a line of its own, then ``</bibl>), …``. The space after the bracket and the one
before the comma are the layout's, not the sentence's; so is that within the quotation marks or the
brackets that the markup stands for.
"""

from __future__ import annotations

import re

_SIGNED = r"(?:quote|q|said|supplied)"
"""Elements that stand for marks around their words."""
_ENDS = (
    r"\n[ \t\r\n]*+(?P<tags>(?:</[\w:.-]++>)++)(?=[,.;:)\]])"
    rf"|\n[ \t\r\n]*+(?P<signed></{_SIGNED}>)(?=[\s,.;:)\]])"
)
"""A new line at the end of elements that a mark follows at once, or is made of."""
_END = re.compile(_ENDS)
_END_WITH_SPACES = re.compile(rf"[ \t]*+(?:{_ENDS})")
_BEGINNING = re.compile(
    r"(?<=[(\[])(?P<tags>(?:<[\w:.-]++(?:\s[^<>]*+)?(?<!/)>)++)[ \t\r]*+\n\s*+"
    rf"|(?<=\s)(?P<signed><{_SIGNED}(?:\s[^<>]*+)?(?<!/)>)[ \t\r]*+\n\s*+"
)
"""A new line at the beginning of elements that an opening bracket goes before, or is made of."""


_ENOUGH = 16_000
"""So many characters after the header tell how a text is laid out."""


def without_layout(text: str) -> str:
    """A document (XML) that has no such space. Its words stay as they are.

    Whether it may have any is asked of the header and of the beginning of the text.
    """
    start = text.find("teiHeader>", text.find("<teiHeader") + len("<teiHeader"))
    if not _END.search(text, 0, max(start, 0) + _ENOUGH):
        return text
    return _BEGINNING.sub(_tags, _END_WITH_SPACES.sub(_tags, text))


def _tags(found: re.Match[str]) -> str:
    return found["tags"] or found["signed"]
