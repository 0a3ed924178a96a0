# SPDX-License-Identifier: MIT
"""Tokens of the compact syntax one after the other, and its annotations, which say nothing here.

They are read all the same: a schema in which they are not as they must be is not correct (RELAX NG
Compact Syntax, 21 November 2002, section 3).
"""

from __future__ import annotations

from tei_edition.parser.names import XML_NAMESPACE
from tei_edition.relaxng.errors import Place, SchemaError
from tei_edition.relaxng.reader import MAX_DEPTH, UNSET
from tei_edition.relaxng.syntax import NAMESPACE
from tei_edition.relaxng.tokens import Token, tokens

_XMLNS = "http://www.w3.org/2000/xmlns"
KEYWORDS = frozenset(
    ("attribute", "default", "datatypes", "div", "element", "empty", "external", "grammar")
) | frozenset(("include", "inherit", "list", "mixed", "namespace", "notAllowed", "parent"))
KEYWORDS |= {"start", "string", "text", "token"}


class TokenReader:
    """The tokens of one schema, and the namespaces declared so far."""

    def __init__(self, path: str, content: bytes) -> None:
        self._path = path
        self._tokens = tokens(path, content)
        self._next = 0
        self._namespaces = {"xml": XML_NAMESPACE}

    @property
    def _token(self) -> Token:
        return self._tokens[self._next]

    @property
    def _after(self) -> Token:
        return self._tokens[min(self._next + 1, len(self._tokens) - 1)]

    def _take(self) -> Token:
        token = self._token
        self._next += token.kind != "end"
        return token

    def _is(self, *texts: str) -> bool:
        return self._token.kind in ("mark", "name") and self._token.text in texts

    def _accept(self, text: str) -> bool:
        if self._is(text):
            self._next += 1
            return True
        return False

    def _expect(self, text: str) -> None:
        if not self._accept(text):
            raise self._unexpected(f"“{text}” is expected here")

    def _unexpected(self, message: str, token: Token | None = None) -> SchemaError:
        token = token or self._token
        found = f", not “{token.text}”" if token.kind != "end" else ", but the schema ends"
        return self._wrong(message + found, token)

    def _wrong(self, message: str, token: Token) -> SchemaError:
        return SchemaError(message, Place(self._path, token.line, token.column))

    def _identifier(self, *, keywords: bool) -> str:
        token = self._take()
        name = token.text.removeprefix("\\")
        if (
            token.kind != "name"
            or ":" in name
            or (name in KEYWORDS and name == token.text and not keywords)
        ):
            raise self._unexpected("a name is expected here", token)
        return name

    def _literal(self) -> str:
        parts = []
        while True:
            token = self._take()
            if token.kind != "literal":
                raise self._unexpected("a text in quotes is expected here", token)
            parts.append(token.text)
            if not self._accept("~"):
                return "".join(parts)

    def _namespace(self, prefix: str, token: Token) -> str:
        if prefix not in self._namespaces:
            raise self._wrong(f"the prefix “{prefix}” is not declared", token)
        return self._namespaces[prefix]

    # Annotations.

    def _annotations(self) -> None:
        """Pass over ``## …`` and ``[ … ]`` before something."""
        while self._token.kind == "documentation":
            self._next += 1
        if self._accept("["):
            self._annotation_attributes(nested=False)
            while not self._accept("]"):
                self._annotation_element()

    def _following_annotations(self) -> None:
        """Pass over ``>> name [ … ]`` behind something."""
        while self._accept(">>"):
            self._annotation_element()

    def _begins_annotation(self) -> bool:
        """Whether an annotation begins here that stands for itself among definitions."""
        token, after = self._token, self._after
        named = token.kind == "name" and token.text not in KEYWORDS
        return named and after.kind == "mark" and after.text == "["

    def _annotation_element(self, depth: int = 0) -> None:
        token = self._token
        if depth > MAX_DEPTH:
            raise self._wrong(f"nested more than {MAX_DEPTH} deep", token)
        namespace, _ = self._annotation_name()
        if namespace == NAMESPACE and not depth:
            raise self._wrong("an annotation may not be in RELAX NG's own namespace", token)
        self._expect("[")
        self._annotation_attributes(nested=True)
        while not self._accept("]"):
            if self._token.kind == "literal":
                self._literal()
            else:
                self._annotation_element(depth + 1)

    def _annotation_attributes(self, *, nested: bool) -> None:
        found: set[tuple[str, str]] = set()
        while self._token.kind == "name" and self._after.text == "=":
            token = self._token
            name = self._annotation_name()
            if not name[0] and not nested:
                raise self._wrong(f"the annotation “{token.text}” needs a prefix", token)
            if name[0] == NAMESPACE and not nested:
                raise self._wrong("an annotation may not be in RELAX NG's own namespace", token)
            if name[0] == _XMLNS or name == ("", "xmlns"):
                raise self._wrong("an annotation may not declare a namespace", token)
            if name in found:
                raise self._wrong(f"the annotation “{token.text}” stands here twice", token)
            found.add(name)
            self._expect("=")
            self._literal()

    def _annotation_name(self) -> tuple[str, str]:
        """Namespace and local name."""
        token = self._take()
        prefix, _, local = token.text.removeprefix("\\").rpartition(":")
        if token.kind != "name" or local == "*":
            raise self._unexpected("the name of an annotation is expected here", token)
        namespace = self._namespace(prefix, token) if prefix else ""
        if namespace == UNSET:
            raise self._wrong("an annotation's namespace may not be inherited", token)
        return namespace, local
