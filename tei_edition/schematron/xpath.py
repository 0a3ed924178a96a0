# SPDX-License-Identifier: MIT
"""What can be told of an XPath 3.1 expression from its tokens alone.

Saxon parses the expressions; this module only answers what must be known before that: which
functions they call, which variables they name, what a rule's context can match.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FUNCTIONS = "http://www.w3.org/2005/xpath-functions"

_NCNAME = r"[^\W\d][\w.\-\u00b7\u0300-\u036f]*"
_TOKEN = re.compile(
    rf"""
    (?P<space>\s+)
  | (?P<string>"(?:[^"]|"")*" | '(?:[^']|'')*')
  | (?P<name>Q\{{[^{{}}]*\}}(?:{_NCNAME}|\*) | {_NCNAME}:{_NCNAME} | {_NCNAME}:\* | \*:{_NCNAME}
            | {_NCNAME})
  | (?P<number>\d+(?:\.\d*)?(?:[eE][+-]?\d+)? | \.\d+(?:[eE][+-]?\d+)?)
  | (?P<symbol>:: | := | => | != | <= | >= | << | >> | // | \.\. | \|\| | .)
    """,
    re.VERBOSE | re.DOTALL,
)
_COMMENT_EDGE = re.compile(r"\(:|:\)")


class Token(NamedTuple):
    """One token: its kind (``name``, ``string``, ``number``, ``symbol``) and where it stands."""

    kind: str
    text: str
    start: int
    end: int


def tokens(expression: str) -> Iterator[Token]:
    """The tokens of an expression, without white space and comments (XPath 3.1 §A.2)."""
    position = 0
    while position < len(expression):
        if expression.startswith("(:", position):
            position = _after_comment(expression, position)
            continue
        match = _TOKEN.match(expression, position)
        assert match is not None
        assert match.lastgroup is not None
        position = match.end()
        if match.lastgroup != "space":
            yield Token(match.lastgroup, match.group(), match.start(), match.end())


def _after_comment(expression: str, start: int) -> int:
    """The end of the comment that begins at *start*; comments nest."""
    depth = 0
    for edge in _COMMENT_EDGE.finditer(expression, start):
        depth += 1 if edge.group() == "(:" else -1
        if depth == 0:
            return edge.end()
    return len(expression)


def called_functions(expression: str, namespaces: Mapping[str, str]) -> Iterator[str]:
    """Local names of the standard functions that the expression calls or refers to (``f#1``).

    A name whose prefix is bound to another namespace than that of the standard functions is
    another function, and left out.
    """
    previous: Token | None = None
    for token in tokens(expression):
        if previous is not None and previous.kind == "name" and token.text in ("(", "#"):
            namespace, local = _expanded(previous.text, namespaces)
            if namespace == FUNCTIONS:
                yield local
        previous = token


def _expanded(name: str, namespaces: Mapping[str, str]) -> tuple[str, str]:
    if name.startswith("Q{"):
        uri, _, local = name[2:].partition("}")
        return " ".join(uri.split()), local
    prefix, colon, local = name.rpartition(":")
    return (namespaces.get(prefix, FUNCTIONS) if colon else FUNCTIONS), local


def variables(expression: str) -> set[str]:
    """The names that stand after ``$``, whether bound inside the expression or not."""
    return {token.text for token in _variable_names(expression)}


def rename_variables(expression: str, names: Mapping[str, str]) -> str:
    """The expression with its variables renamed.

    Bindings inside the expression (``for $x in``) are renamed with their references, so that it
    means what it meant.
    """
    parts: list[str] = []
    copied = 0
    for token in _variable_names(expression):
        if token.text in names:
            parts += (expression[copied : token.start], names[token.text])
            copied = token.end
    return "".join((*parts, expression[copied:]))


def _variable_names(expression: str) -> Iterator[Token]:
    after_dollar = False
    for token in tokens(expression):
        if after_dollar and token.kind == "name":
            yield token
        after_dollar = token.text == "$"


class NodeKinds(NamedTuple):
    """Which kinds of node a rule's context may match."""

    elements: bool
    document: bool
    attributes: bool
    others: bool
    """Text, comments, processing instructions, namespaces."""


_EVERYTHING = NodeKinds(True, True, True, True)


def matched_kinds(pattern: str) -> NodeKinds:
    """The kinds of node that a pattern (XSLT 3.0 §5.5) can match: never too few."""
    kinds = NodeKinds(False, False, False, False)
    for alternative in alternatives(pattern):
        found = _step_kinds(_last_step(alternative))
        kinds = NodeKinds(*map(any, zip(kinds, found, strict=True)))
    return kinds


def alternatives(pattern: str) -> list[str]:
    """The alternatives of a pattern, which ``|`` or ``union`` separate."""
    depth = 0
    start = 0
    found: list[str] = []
    after_operand = False  # elsewhere, "union" is the name of an element
    for token in tokens(pattern):
        if token.text in _OPENING:
            depth += 1
        elif token.text in _CLOSING:
            depth -= 1
        elif depth == 0 and (token.text == "|" or (token.text == "union" and after_operand)):
            found.append(pattern[start : token.start].strip())
            start = token.end
            after_operand = False
            continue
        after_operand = token.text not in ("/", "//", "@", "::", *_OPENING)
    return [*found, pattern[start:].strip()]


_OPENING = {"(", "[", "{"}
_CLOSING = {")", "]", "}"}


def _last_step(alternative: str) -> list[str]:
    """The tokens of the last step, without its predicates; ``/`` where there is nothing else.

    A parenthesis, like ``(a | b/@c)``, is one step.
    """
    predicates = 0
    parentheses = 0
    step: list[str] = []
    for token in tokens(alternative):
        if token.text in ("]", "}"):
            predicates -= 1
        elif token.text in ("[", "{"):
            predicates += 1
        elif predicates == 0:
            if token.text in ("/", "//") and parentheses == 0:
                step = ["/"]
            else:
                step.append(token.text)
            parentheses += {"(": 1, ")": -1}.get(token.text, 0)
    return step


_AXES = {"child": 1, "descendant": 1, "self": 1, "descendant-or-self": 1}


def _step_kinds(step: list[str]) -> NodeKinds:
    if step in (["/"], []):
        return _EVERYTHING._replace(elements=False, attributes=False, others=False)
    if step[0] in ("/", "//"):
        step = step[1:]
    if step[:1] == ["@"] or step[:2] == ["attribute", "::"]:
        return NodeKinds(False, False, True, False)
    if len(step) > 2 and step[0] in _AXES and step[1] == "::":
        step = step[2:]
    if len(step) == 1 and step[0] not in (".", ".."):
        return NodeKinds(True, False, False, False)
    if step[:2] == ["element", "("]:
        return NodeKinds(True, False, False, False)
    if step[:2] in (["text", "("], ["comment", "("], ["processing-instruction", "("]):
        return NodeKinds(False, False, False, True)
    return _EVERYTHING


_SAFE_CALLS = {"not", "exists", "empty", "node", "text", "comment", "element", "attribute"}
_SAFE_WORDS_BEFORE_PARENTHESIS = {"and", "or"}
_SAFE_SYMBOLS = {"/", "//", "@", "*", "[", "]", "(", ")", "|", ".", "..", "::"}
_OPERATORS = {"eq", "ne", "lt", "le", "gt", "ge", "is", "to", "div", "idiv", "mod", "cast", "treat"}


def may_raise(expression: str) -> bool:
    """Whether evaluating could raise an error: never a false ``False``.

    Names, paths, predicates, ``and``, ``or``, ``not()`` and comparisons of a path with string
    literals or an attribute are safe; everything else may not be.
    """
    found = list(tokens(expression))
    literals = False  # inside a parenthesis that lists the right side of a comparison
    for index, token in enumerate(found):
        before = found[index - 1] if index else None
        after = found[index + 1] if index + 1 < len(found) else None
        if token.kind == "name":
            called = after is not None and after.text == "("
            if called and token.text not in _SAFE_CALLS | _SAFE_WORDS_BEFORE_PARENTHESIS:
                return True
            if token.text in _OPERATORS:
                return True
        elif token.kind == "number":
            return True
        elif token.text in ("=", "!="):
            if before is None or before.text == ")" or after is None:
                return True
            if after.kind != "string" and after.text not in ("@", "("):
                return True
            literals = after.text == "("
        elif token.text == ")":
            literals = False
        elif token.text == ",":
            if not literals:
                return True
        elif token.text == "(" and literals:
            if before is None or before.text not in ("=", "!="):
                return True
        elif token.kind == "symbol" and token.text not in _SAFE_SYMBOLS:
            return True
    return False
