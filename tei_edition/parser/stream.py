# SPDX-License-Identifier: MIT
"""The stream: expat over a source and what it includes, in 1 MB pieces, within bounds.

Names are expat's: ``namespace local``, parted by a space, or ``local`` alone where there is no
namespace. Handlers are put on the expat object itself, so that an event costs no frame of ours.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from tei_edition.findings import Finding, Severity
from tei_edition.parser.entities import LARGEST
from tei_edition.parser.names import INCLUDE, XML_NAMESPACE
from tei_edition.parser.sources import Source, kept, opened

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from xml.parsers.expat import XMLParserType

    from tei_edition.parser.frame import Frame

Start: TypeAlias = "Callable[[str, list[str]], object]"
End: TypeAlias = "Callable[[str], object]"
Text: TypeAlias = "Callable[[str], object]"


class Handlers(NamedTuple):
    """What is put on expat."""

    start: Start | None
    end: End | None
    text: Text | None
    comment: Callable[[str], object] | None = None
    instruction: Callable[[str, str], object] | None = None


class Limits(NamedTuple):
    """How much a document may ask for. Sizes are in bytes, or in characters of expanded text."""

    token: int = 16 << 20
    """The longest tag, comment or other token."""
    entity: int = LARGEST
    """The longest replacement text of an entity, entities inside it expanded."""
    inclusions: int = 10_000
    """XInclude elements that are followed, in one document."""
    included: int = 1 << 30
    """Bytes of all included files, counted each time."""
    depth: int = 20
    """Files that include one another."""


DEFAULT_LIMITS = Limits()


class Stream:
    """One document, read once, its events given to handlers.

    Set :attr:`start`, :attr:`end` and :attr:`text`, then call :meth:`run`.

    Args:
        source: a path, the bytes themselves, or a binary stream.
        name: what the source is called in findings; default: the path as given.
        root: the folder that XInclude must not leave; default: the source's own folder. Bytes and
            streams lie in none: they include nothing unless it is given.
        limits: bounds on what the document may ask for.
    """

    def __init__(
        self,
        source: Source,
        name: str | None = None,
        *,
        root: Path | None = None,
        limits: Limits = DEFAULT_LIMITS,
    ) -> None:
        self._source = source
        self.path = name or (str(source) if isinstance(source, Path) else "-")
        """What the main file is called in findings."""
        self._root = root
        self.limits = limits
        self.start: Start | None = None
        self.end: End | None = None
        self.text: Text | None = None
        self.switched: Callable[[XMLParserType], object] | None = None
        """Told which expat object is at work, from the main file's on, whenever it is another."""
        self.comment: Callable[[str], object] | None = None
        self.instruction: Callable[[str, str], object] | None = None
        self.faults: list[Finding] = []
        """What was wrong with the XML, in the order in which it was met."""
        self._noted: set[Finding] = set()
        self._frames: list[Frame] = []
        self.inclusions = 0
        self.files: set[Path] = set()
        """Files that inclusions name, there or not."""
        self.failed_inclusions: set[tuple[str, int, int]] = set()
        """Places of ``xi:include`` elements that gave nothing, or not everything."""
        self.doubtful: tuple[str, int, int] | None = None
        """File, line and column of an element whose end tag is probably missing: what stands
        behind it was taken for its content, and mostly is not."""
        self.included_bytes = 0
        self.included_too_much = False
        """Whether a limit of the whole document was reached: that is said once."""

    @property
    def has_folder(self) -> bool:
        """Whether the document lies somewhere, so that an address can be followed from there."""
        return self._root is not None or isinstance(self._source, Path)

    @property
    def root(self) -> Path:
        """The folder that XInclude must not leave, resolved."""
        own = self._source.parent if isinstance(self._source, Path) else Path()
        return (self._root or own).resolve()

    @property
    def expat(self) -> XMLParserType:
        """The expat object that is at work now: an inclusion has its own."""
        return self._frames[-1].expat

    @property
    def frame(self) -> Frame:
        """The file that is being read now."""
        return self._frames[-1]

    @property
    def frames(self) -> tuple[Frame, ...]:
        """The files that are being read, the main one first."""
        return tuple(self._frames)

    def run(
        self, start: Start | None = None, end: End | None = None, text: Text | None = None
    ) -> None:
        """Read the document to its end, or to where it stops being XML, and let the handlers go.

        Args:
            start: takes the place of :attr:`start`, if given; likewise the others.
            end: see there.
            text: see there.

        Raises:
            OSError: the source cannot be read.
        """
        self.start, self.end = start or self.start, end or self.end
        self.text = text or self.text
        from tei_edition.parser.frame import Frame

        with kept(self._source) as source, opened(source) as file:
            frame = Frame(self.path, source, self, file)
            self.enter(frame)
            try:
                frame.put(Handlers(self.start, self.end, self.text, self.comment, self.instruction))
                frame.read()
            finally:
                frame.release()
                self._frames.pop()
                self.start = self.end = self.text = self.switched = None

    def position(self) -> tuple[str, int, int]:
        """File, line and column (both from 1, in code points) of the current event.

        For a start tag that is the place of its ``<``, in the file it stands in.
        """
        frame = self._frames[-1]
        parser = frame.expat
        return frame.path, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1

    @property
    def namespaces(self) -> Mapping[str, str]:
        """Prefixes in scope with their namespaces; the empty prefix is the default one's."""
        return self._frames[-1].namespaces()

    def written(self, name: str) -> str:
        """An element's name as the document writes it, with its prefix."""
        namespace, _, local = name.rpartition(" ")
        if not namespace:
            return local
        if namespace == XML_NAMESPACE:
            return f"xml:{local}"
        scope = self.namespaces
        if scope.get("") == namespace:
            return local
        prefix = next((p for p, uri in scope.items() if uri == namespace and p), "")
        return f"{prefix}:{local}" if prefix else local

    def include(self, attributes: list[str]) -> None:
        """Follow an ``xi:include`` whose start tag is the current event.

        The handlers get the included events; the element itself and its children are swallowed.
        """
        from tei_edition.parser.xinclude import include

        include(self, attributes)

    def unwind(self, count: int) -> None:
        """Give up elements that stay open because an included file broke off inside them.

        A user of the stream that must not take these for ordinary end tags overrides this.
        """
        end = self.end
        if end is not None:
            for _ in range(count):
                end("")

    def enter(self, frame: Frame) -> None:
        """Make another file the current one."""
        self._frames.append(frame)
        if self.switched is not None:
            self.switched(frame.expat)

    def leave(self) -> None:
        """Go back to the including file."""
        self._frames.pop()
        if self.switched is not None:
            self.switched(self.expat)

    def fault(
        self,
        code: str,
        message: str,
        hint: str = "",
        *,
        at: tuple[str, int, int] | None = None,
        severity: Severity = Severity.ERROR,
        element: str = "",
    ) -> None:
        """Note something wrong at the current event, or at another place."""
        path, line, column = at or self.position()
        finding = Finding(path, line, column, code, severity, "xml", message, hint, element)
        if finding not in self._noted:
            self._noted.add(finding)
            self.faults.append(finding)


def observe(stream: Stream, watch: Mapping[str, Callable[[str, list[str]], object]]) -> None:
    """Read a document without a grammar, calling back for attributes of some names.

    Args:
        stream: the document; its handlers are set here.
        watch: callbacks by attribute name (expat's form), each given the element's name (expat's
            form) and all its attributes, names and values in turn.
    """
    watched = frozenset(watch)

    def start(name: str, attributes: list[str]) -> None:
        if name == INCLUDE:
            stream.include(attributes)
        elif attributes and not watched.isdisjoint(attributes[::2]):
            for attribute in attributes[::2]:
                callback = watch.get(attribute)
                if callback is not None:
                    callback(name, attributes)

    stream.start = start
    stream.run()
