# SPDX-License-Identifier: MIT
"""White space that the layout of a header's source put beside a mark of its sentences.

A record among words is often laid out with a part in each line: ``(<bibl>``, then its parts, each
in a line of its own, then ``</bibl>), …``. The space after the bracket and the one before the
comma are the layout's, not the sentence's.
"""

from __future__ import annotations

import re

_BEFORE_MARK = re.compile(r"\n[ \t\r\n]*+((?:</[\w:.-]++>)++)(?=[,.;:)\]])")
"""A new line at the end of elements that a mark follows at once."""
_AFTER_BRACKET = re.compile(r"(?<=[(\[])((?:<[\w:.-]++(?:\s[^<>]*+)?(?<!/)>)++)[ \t\r]*+\n\s*+")
"""A new line at the beginning of elements that an opening bracket goes before."""


def without_layout(text: str) -> str:
    """A document (XML) whose header has no such space. Its words and the text stay as they are."""
    end = text.find("teiHeader>", text.find("<teiHeader") + len("<teiHeader"))
    if end < 0:
        return text
    header = _AFTER_BRACKET.sub(r"\1", _BEFORE_MARK.sub(r"\1", text[:end]))
    return header + text[end:]
