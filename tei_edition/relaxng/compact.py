# SPDX-License-Identifier: MIT
"""The compact syntax to the same nodes that the XML syntax gives.

RELAX NG Compact Syntax, 21 November 2002.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.parser.names import XML_NAMESPACE
from tei_edition.relaxng.annotations import TokenReader
from tei_edition.relaxng.datatypes import XML_SCHEMA
from tei_edition.relaxng.errors import Place
from tei_edition.relaxng.reader import MAX_DEPTH, UNSET
from tei_edition.relaxng.syntax import Node, check_attributes, check_content

if TYPE_CHECKING:
    from collections.abc import Callable

    from tei_edition.relaxng.tokens import Token

_ASSIGNMENTS = {"=": "", "|=": "choice", "&=": "interleave"}
_CONNECTORS = {",": "group", "&": "interleave", "|": "choice"}
_REPETITIONS = {"?": "optional", "*": "zeroOrMore", "+": "oneOrMore"}


def read_compact(path: str, content: bytes, base: str) -> Node:
    """The schema as the node that the same schema in XML syntax begins with.

    ``path`` is for messages, ``base`` the URI against which files are resolved. Raises SchemaError.
    """
    return _Parser(path, content, base).schema()


class _Parser(TokenReader):
    """Recursive descent; one method a production."""

    def __init__(self, path: str, content: bytes, base: str) -> None:
        super().__init__(path, content)
        self._base = base
        self._depth = 0
        self._libraries = {"xsd": XML_SCHEMA}
        self._default = UNSET

    # Nodes.

    def _node(self, kind: str, token: Token, **attributes: str) -> Node:
        place = Place(self._path, token.line, token.column)
        node = Node(kind, attributes, place, self._namespaces, self._base)
        node.ns = self._default
        return node

    def _closed(self, node: Node, *children: Node) -> Node:
        node.children.extend(children)
        check_attributes(node)
        check_content(node)
        return node

    # Declarations.

    def schema(self) -> Node:
        """topLevel."""
        while self._is("namespace", "default", "datatypes"):
            self._declaration()
        # What was declared holds for the whole file.
        first, place = self._token, self._next
        self._annotations()
        defines = self._is("start", "div", "include") or self._token.kind == "end"
        defines = defines or self._begins_annotation() or self._defines()
        self._next = place
        if defines:
            root = self._closed(self._node("grammar", first), *self._grammar_content(("end",)))
        else:
            root = self._pattern()
        if self._token.kind != "end":
            raise self._unexpected("the schema should end here")
        return root

    def _defines(self) -> bool:
        after = self._after
        return self._token.kind == "name" and after.kind == "mark" and after.text in _ASSIGNMENTS

    def _declaration(self) -> None:
        word = self._take().text
        if word == "datatypes":
            prefix = self._identifier(keywords=True)
            self._expect("=")
            self._libraries[prefix] = self._literal()
            return
        prefix = ""
        if word == "default":
            self._expect("namespace")
        token = self._token
        if word == "namespace" or not self._is("="):
            prefix = self._identifier(keywords=True)
        self._expect("=")
        uri = UNSET if self._accept("inherit") else self._literal()
        if prefix == "xmlns":
            raise self._wrong("“xmlns” is no prefix: it declares them in XML", token)
        if prefix and (prefix == "xml") != (uri == XML_NAMESPACE):
            raise self._wrong(f"the prefix “xml”, and no other, stands for {XML_NAMESPACE}", token)
        if prefix:
            self._namespaces[prefix] = uri
        if word == "default":
            self._default = uri

    # Grammars.

    def _grammar_content(self, ends: tuple[str, ...]) -> list[Node]:
        found: list[Node] = []
        while self._token.kind != "end" and not self._is(*ends):
            if self._begins_annotation():
                self._annotation_element()
            else:
                self._annotations()
                found.append(self._component())
        return found

    def _component(self) -> Node:
        token = self._token
        if self._accept("div"):
            self._expect("{")
            node = self._closed(self._node("div", token), *self._grammar_content(("}",)))
            self._expect("}")
            return node
        if self._accept("include"):
            node = self._node("include", token, href=self._literal())
            self._inherit(node)
            inside: list[Node] = []
            if self._accept("{"):
                inside = self._grammar_content(("}",))
                self._expect("}")
            return self._closed(node, *inside)
        if self._accept("start"):
            node = self._node("start", token)
        else:
            node = self._node("define", token, name=self._identifier(keywords=False))
        method = self._take()
        if method.kind != "mark" or method.text not in _ASSIGNMENTS:
            raise self._unexpected("“=”, “|=” or “&=” is expected here", method)
        if _ASSIGNMENTS[method.text]:
            node.attributes["combine"] = _ASSIGNMENTS[method.text]
        return self._closed(node, self._pattern())

    def _inherit(self, node: Node) -> None:
        if self._accept("inherit"):
            self._expect("=")
            token = self._token
            node.ns = self._namespace(self._identifier(keywords=True), token)

    # Patterns.

    def _pattern(self) -> Node:
        first = self._token
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise self._wrong(f"nested more than {MAX_DEPTH} deep", first)
        parts = [self._particle()]
        if self._is(*_CONNECTORS):
            connector = self._token.text
            while self._accept(connector):
                parts.append(self._particle())
            if self._is(*_CONNECTORS):
                raise self._wrong("“,”, “&” and “|” do not mix without parentheses", self._token)
            parts = [self._closed(self._node(_CONNECTORS[connector], first), *parts)]
        self._depth -= 1
        return parts[0]

    def _particle(self) -> Node:
        self._annotations()
        token = self._token
        made = self._primary()
        self._following_annotations()
        if self._is(*_REPETITIONS):
            made = self._closed(self._node(_REPETITIONS[self._take().text], token), made)
        self._following_annotations()
        return made

    def _primary(self) -> Node:
        token = self._token
        if token.kind == "literal":
            return self._value(token, "", "")
        if self._accept("("):
            made = self._pattern()
            self._expect(")")
            return made
        if token.kind != "name":
            raise self._unexpected("a pattern is expected here")
        special: dict[str, Callable[[Token], Node]] = {
            "element": self._named,
            "attribute": self._named,
            "list": self._wrapped,
            "mixed": self._wrapped,
            "empty": lambda t: self._closed(self._node(t.text, t)),
            "text": lambda t: self._closed(self._node(t.text, t)),
            "notAllowed": lambda t: self._closed(self._node(t.text, t)),
            "grammar": self._inner_grammar,
            "parent": self._parent,
            "external": self._external,
            "string": self._typed,
            "token": self._typed,
        }
        if token.text in special:
            self._take()
            return special[token.text](token)
        if ":" in token.text:
            self._take()
            return self._typed(token)
        return self._closed(self._node("ref", token, name=self._identifier(keywords=False)))

    def _wrapped(self, token: Token) -> Node:
        self._expect("{")
        made = self._closed(self._node(token.text, token), self._pattern())
        self._expect("}")
        return made

    def _inner_grammar(self, token: Token) -> Node:
        self._expect("{")
        made = self._closed(self._node("grammar", token), *self._grammar_content(("}",)))
        self._expect("}")
        return made

    def _parent(self, token: Token) -> Node:
        return self._closed(self._node("parentRef", token, name=self._identifier(keywords=False)))

    def _external(self, token: Token) -> Node:
        node = self._node("externalRef", token, href=self._literal())
        self._inherit(node)
        return self._closed(node)

    def _named(self, token: Token) -> Node:
        names = self._name_class(attribute=token.text == "attribute")
        self._expect("{")
        made = self._closed(self._node(token.text, token), names, self._pattern())
        self._expect("}")
        return made

    def _typed(self, token: Token) -> Node:
        prefix, _, name = token.text.rpartition(":")
        if prefix and prefix not in self._libraries:
            raise self._wrong(f"the datatype prefix “{prefix}” is not declared", token)
        library = self._libraries[prefix] if prefix else ""
        if self._token.kind == "literal":
            return self._value(token, name, library)
        node = self._node("data", token, type=name)
        node.library = library
        children: list[Node] = []
        if self._accept("{"):
            while not self._accept("}"):
                children.append(self._param())
        if self._accept("-"):
            dash = self._node("except", self._token)
            self._annotations()
            children.append(self._closed(dash, self._primary()))
        return self._closed(node, *children)

    def _param(self) -> Node:
        self._annotations()
        token = self._token
        node = self._node("param", token, name=self._identifier(keywords=True))
        self._expect("=")
        node.text = self._literal()
        check_attributes(node)
        return node

    def _value(self, token: Token, name: str, library: str) -> Node:
        node = self._node("value", token)
        if name:
            node.attributes["type"] = name
        node.library = library
        node.text = self._literal()
        return node

    # Name classes.

    def _name_class(self, *, attribute: bool) -> Node:
        first = self._token
        parts = [self._name(attribute=attribute)]
        while self._accept("|"):
            parts.append(self._name(attribute=attribute))
        return parts[0] if len(parts) == 1 else self._closed(self._node("choice", first), *parts)

    def _name(self, *, attribute: bool) -> Node:
        self._annotations()
        token = self._take()
        if token.kind == "mark" and token.text == "(":
            made = self._name_class(attribute=attribute)
            self._expect(")")
        elif token.kind == "mark" and token.text == "*":
            made = self._excepted(self._node("anyName", token), attribute=attribute)
        elif token.kind != "name":
            raise self._unexpected("a name is expected here", token)
        elif token.text.endswith(":*"):
            node = self._node("nsName", token)
            node.ns = self._namespace(token.text[:-2], token)
            made = self._excepted(node, attribute=attribute)
        else:
            prefix, _, local = token.text.rpartition(":")
            made = self._node("name", token)
            made.text = local.removeprefix("\\")
            if prefix:
                made.ns = self._namespace(prefix, token)
            elif attribute:
                made.ns = ""
        self._following_annotations()
        return made

    def _excepted(self, node: Node, *, attribute: bool) -> Node:
        token = self._token
        if self._accept("-"):
            excluded = self._closed(self._node("except", token), self._name(attribute=attribute))
            node.children.append(excluded)
        check_content(node)
        return node
