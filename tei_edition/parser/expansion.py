# SPDX-License-Identifier: MIT
"""A document after XInclude as text, and positions of its elements by path.

For processors that build a tree and know neither XInclude nor positions (Saxon). The text has no
document type declaration and no entity references; comments and processing instructions are kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.parser import encodings
from tei_edition.parser.escaping import escaped, quoted
from tei_edition.parser.names import INCLUDE, XML_ID, XML_NAMESPACE, local_name
from tei_edition.parser.stream import Stream

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tei_edition.findings import Finding
    from tei_edition.parser.sources import Source

_XML_DECLARATION = re.compile(r"<\?xml\s.*?\?>\s*", re.DOTALL)
_STEP = re.compile(r"/(Q\{[^}]*\}[^/\[]+\[\d+\]|[^/]+)")


@dataclass(frozen=True, slots=True)
class Expanded:
    """A document's text after XInclude."""

    text: str
    """The whole document, ready for an XML parser; empty where there are faults that end it."""
    faults: tuple[Finding, ...]
    """What was wrong with the XML, of included files too. A document without inclusions and
    document type declaration is given as it is, unread."""
    included: tuple[Path, ...] = ()
    """The files that XInclude brought in, in the order in which they were met."""


class Location(NamedTuple):
    """Where an element stands, and what it is called there."""

    path: str
    line: int
    column: int
    element: str
    """The name as written, with its prefix."""
    xml_id: str


def expand(source: Source, name: str | None = None, *, root: Path | None = None) -> Expanded:
    """The document after XInclude, with namespaces declared as they were in scope.

    No ``xml:base`` is added to what was included: grammars seldom allow it.

    Raises:
        OSError: the source cannot be read.
    """
    as_it_is = _needs_nothing(source)
    if as_it_is:
        return Expanded(as_it_is, ())
    stream = Stream(source, name, root=root)
    writer = _Writer(stream)
    stream.run()
    broken = any(fault.severity.label == "error" for fault in stream.faults)
    text = "" if broken and not writer.is_whole else writer.text()
    return Expanded(text, tuple(stream.faults), tuple(writer.included))


def _needs_nothing(source: Source) -> str:
    """The text of a UTF-8 document that includes nothing and declares no entities; else empty."""
    raw = source.read_bytes() if isinstance(source, Path) else source
    if not isinstance(raw, bytes) or b"XInclude" in raw or b"<!DOCTYPE" in raw:
        return ""
    if encodings.encoding(raw[:1024]).codec != "utf-8":
        return ""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return ""
    declaration = _XML_DECLARATION.match(text)
    return text[declaration.end() :] if declaration else text


class _Writer:
    """Writes the events of a stream as XML."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self.included: dict[Path, None] = {}
        self._parts: list[str] = []
        self._scopes: list[tuple[tuple[object, int], Mapping[str, str]]] = [((None, 0), {})]
        self._names: list[str] = []
        stream.start = self._start
        stream.end = self._end
        stream.text = self._text
        stream.comment = self._comment
        stream.instruction = self._instruction

    @property
    def is_whole(self) -> bool:
        """Whether the root element has come to its end."""
        return bool(self._parts) and not self._names

    def text(self) -> str:
        return "".join(self._parts)

    def _start(self, name: str, attributes: list[str]) -> None:
        if name == INCLUDE:
            self._stream.include(attributes)
            return
        outer_frame = self._scopes[-1][0][0]
        frame = self._stream.frame
        declarations = self._open_scope()
        written = self._written(name, is_attribute=False)
        self._names.append(written)
        self._parts.append(f"<{written}{declarations}")
        if frame is not outer_frame and self._names[:-1] and isinstance(frame.source, Path):
            self.included.setdefault(frame.source)
        for index in range(0, len(attributes), 2):
            attribute = self._written(attributes[index], is_attribute=True)
            value = quoted(attributes[index + 1])
            self._parts.append(f" {attribute}={value}")
        self._parts.append(">")

    def _open_scope(self) -> str:
        """The declarations that make the scope here that of the source."""
        frame = self._stream.frame
        mark = (frame, frame.scope_changes)
        outer_mark, outer = self._scopes[-1]
        if mark == outer_mark:
            self._scopes.append((mark, outer))
            return ""
        wanted = {prefix: uri for prefix, uri in frame.namespaces().items() if prefix != "xml"}
        changed = {prefix: uri for prefix, uri in wanted.items() if outer.get(prefix, "") != uri}
        if "" in outer and "" not in wanted and outer[""]:
            changed[""] = ""
        scope = {**outer, **changed}
        self._scopes.append((mark, scope))
        return "".join(
            f" xmlns{':' + prefix if prefix else ''}={quoted(uri)}"
            for prefix, uri in changed.items()
        )

    def _written(self, name: str, *, is_attribute: bool) -> str:
        namespace, _, local = name.rpartition(" ")
        if not namespace:
            return local
        if namespace == XML_NAMESPACE:
            return f"xml:{local}"
        scope = self._scopes[-1][1]
        if not is_attribute and scope.get("") == namespace:
            return local
        prefix = next(prefix for prefix, uri in scope.items() if uri == namespace and prefix)
        return f"{prefix}:{local}"

    def _end(self, name: str) -> None:
        self._scopes.pop()
        self._parts.append(f"</{self._names.pop()}>")

    def _text(self, data: str) -> None:
        if self._names:
            self._parts.append(escaped(data))

    def _comment(self, data: str) -> None:
        self._parts.append(f"<!--{data}-->")

    def _instruction(self, target: str, data: str) -> None:
        self._parts.append(f"<?{target} {data}?>")


def locate(
    source: Source, paths: Iterable[str], name: str | None = None, *, root: Path | None = None
) -> dict[str, Location]:
    """Places of elements named by the paths that XPath's ``path()`` gives.

    A path that ends in an attribute, a text or another node that is no element is placed at the
    element that holds it; the document node at the root element.

    Args:
        source: the document, as for :func:`expand`.
        paths: such as ``/Q{http://www.tei-c.org/ns/1.0}TEI[1]/Q{…}text[1]/@Q{}type``.
        name: what the source is called.
        root: the folder that XInclude must not leave.

    Returns:
        The places of those that were found.
    """
    tree = _Node()
    for path in paths:
        node = tree
        for step in _steps(path):
            node = node.children.setdefault(step, _Node())
        node.paths.append(path)
    found: dict[str, Location] = {}
    stream = Stream(source, name, root=root)
    stack: list[_Node | None] = [tree]

    def start(element: str, attributes: list[str]) -> None:
        if element == INCLUDE:
            stream.include(attributes)
            return
        parent = stack[-1]
        node = parent.child(element) if parent is not None else None
        stack.append(node)
        if node is None:
            return
        root_paths = tree.paths if len(stack) == 2 else []
        if node.paths or root_paths:
            given = dict(zip(attributes[::2], attributes[1::2], strict=True))
            place = Location(*stream.position(), stream.written(element), given.get(XML_ID, ""))
            found.update(dict.fromkeys((*node.paths, *root_paths), place))

    def end(element: str) -> None:
        stack.pop()

    stream.start, stream.end = start, end
    stream.run()
    return found


class _Node:
    """An element on the way to one that is looked for."""

    __slots__ = ("children", "counts", "paths")

    def __init__(self) -> None:
        self.children: dict[str, _Node] = {}
        self.counts: dict[str, int] = {}
        self.paths: list[str] = []

    def child(self, name: str) -> _Node | None:
        """The node of the next child of a name (expat's form)."""
        count = self.counts[name] = self.counts.get(name, 0) + 1
        namespace = name.rpartition(" ")[0]
        return self.children.get(f"Q{{{namespace}}}{local_name(name)}[{count}]")


def _steps(path: str) -> list[str]:
    """The element steps of a path, up to the first that is none."""
    steps = []
    for step in _STEP.findall(path):
        if not step.startswith("Q{"):
            break
        steps.append(step)
    return steps
