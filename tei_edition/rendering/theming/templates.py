# SPDX-License-Identifier: MIT
"""An edition's own templates: XSLT that imports the toolkit's, checked and locked.

They are the editors' code and may make of a page what they like, but they came with a folder that
may have come from anywhere: they see the document and what the toolkit hands them, and can neither
read another file nor the network, nor write. What would get round Saxon's lock is refused before
anything is compiled.
"""

from __future__ import annotations

import json
import re
import tempfile
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from secrets import token_hex
from time import strftime
from typing import TYPE_CHECKING, NamedTuple

from tei_edition import resources
from tei_edition.errors import ConfigurationError
from tei_edition.paths import as_named
from tei_edition.rendering import kept
from tei_edition.rendering.theming import template_faults
from tei_edition.schematron.instructions import XSLT, calls

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import XMLParser, _Element

    from tei_edition.saxon import SaxonError, Stylesheet

OURS = "tei-edition:html.xsl"
"""What an edition's templates import in place of a path."""

_XSL = f"{{{XSLT}}}"

_REFUSED = frozenset(
    _XSL + name
    for name in (
        *("result-document", "source-document", "stream", "evaluate", "import-schema"),
        *("use-package", "package", "override", "expose", "accept", "output", "character-map"),
        *("global-context-item",),
    )
)
"""What reads, writes or changes how the page is written."""


_MADE_IN_PLACE = frozenset({"attributes", "content"})
"""The toolkit makes in place what these would, of most elements, unless they are replaced."""

_CHANGING = re.compile(r"current-date|current-time|random-number-generator")
"""Functions that give something else each time."""


@dataclass(frozen=True)
class Templates:
    """An edition's templates as they were read, checked: what becomes of their files meanwhile has
    no say."""

    path: Path
    """The file that the settings name."""
    modules: tuple[bytes, ...]
    """What it holds, and what the modules that it includes hold, with the addresses of copies."""
    files: tuple[Path, ...]
    """Where the modules lie."""
    names: frozenset[str]
    """Of their named templates."""

    @property
    def digest(self) -> str:
        """What tells them from others, and from what they were once.

        Templates that ask for the time make another page each time: theirs is a new one every
        time. Without asking they may compare times of which some have no time zone, and these are
        in the one of this machine.
        """
        from lxml import etree

        for content in self.modules:
            root = etree.fromstring(content, _parser())  # which resolves references to characters
            if _CHANGING.search(etree.tostring(root, encoding="unicode")):
                return token_hex()
        return kept.digest([*self.modules, strftime("%z")])

    def compiled(self, catalogue: str) -> Stylesheet:
        """The toolkit's stylesheet for pages with these templates over it.

        ``catalogue`` are the words (:func:`tei_edition.rendering.words.catalogue`).

        Raises:
            ConfigurationError: they are no XSLT 3.0, or ask for a word that there is not.
        """
        from tei_edition.saxon import SaxonError, Stylesheet

        known = json.loads(catalogue)
        for file, content in zip(self.files, self.modules, strict=True):
            source = content.decode("utf-8", "replace")
            for fault in template_faults.unknown_words(source, known):
                raise ConfigurationError(f"{file}:{fault}")
        own_boxes = "yes" if self.names & _MADE_IN_PLACE else ""
        static = {"catalogue": catalogue, "own-boxes": own_boxes}
        with tempfile.TemporaryDirectory(prefix="tei-edition-") as temporary:
            for number, content in enumerate(self.modules):
                Path(temporary, _copy(number)).write_bytes(content)
            try:
                entry = Path(temporary, _copy(0))
                return Stylesheet.from_foreign_file(entry, static)
            except SaxonError as error:
                first = error.problems[0]
                place = f"{self.path}:{first.line}" if first.line else str(self.path)
                raise ConfigurationError(f"{place}: {first.message}") from error

    def failed(self, error: SaxonError) -> str:
        """What is to be said when a page cannot be made with them: Saxon knows copies only."""
        said = str(error)
        for number, file in enumerate(self.files):
            said = said.replace(f" in {_copy(number)}", f" in {file.name}")
        return f"“{as_named(self.path)}” cannot make it: {said}"


def read(path: Path, root: Path) -> Templates:
    """Read an edition's templates.

    ``root`` is the folder that their modules stay in.

    Raises:
        ConfigurationError: a module cannot be read, or does what it must not.
    """
    modules = _Modules(root.resolve())
    modules.add(path)
    if not modules.imports_ours:
        raise ConfigurationError(
            f'{path}: does not import the toolkit’s own: <xsl:import href="{OURS}"/>'
        )
    modules.check_modes()
    contents = tuple(modules.contents[number] for number in sorted(modules.contents))
    return Templates(path, contents, tuple(modules.files), frozenset(modules.names))


def _copy(number: int) -> str:
    return f"{number}.xsl"


def _parser() -> XMLParser:
    from lxml import etree

    return etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)


class _Modules:
    """The modules of an edition, checked, and what each is to hold where nothing else is."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._known: dict[Path, int] = {}
        self.files: list[Path] = []
        """In the order of their numbers."""
        self._modes: list[_Use] = []
        self.contents: dict[int, bytes] = {}
        self.names: set[str] = set()
        """Of named templates."""
        self.imports_ours = False

    def check_modes(self) -> None:
        """Refuse a mode that neither the toolkit nor the edition has.

        XSLT takes any name for a mode: templates in one that nothing applies are no error, and
        have no effect. A mode of the edition's own is one that it both fills and applies, or
        declares.

        Raises:
            ConfigurationError: naming the modes that there are.
        """
        ours = _modes_of_ours()
        filled = {use.mode for use in self._modes if use.element == "template"}
        applied = {use.mode for use in self._modes if use.element == "apply-templates"}
        known = ours | (filled & applied) | {u.mode for u in self._modes if u.element == "mode"}
        for use in self._modes:
            if use.mode in known:
                continue
            near = get_close_matches(use.mode, sorted(known), 1)
            hint = f"did you mean “{near[0]}”? " if near else ""
            fault = f"there is no mode “{use.mode}”; {hint}"
            if not use.mode:
                asked = "@match" if use.element == "template" else "<xsl:apply-templates>"
                fault = f"{asked} needs a mode; that of the elements of the text is “html”; "
            raise ConfigurationError(f"{use.place}: {fault}there are {', '.join(sorted(ours))}")

    def add(self, path: Path) -> int:
        """Check a module and those it includes; the number of its copy."""
        from lxml import etree

        resolved = path.resolve()
        if resolved in self._known:
            return self._known[resolved]
        if not resolved.is_relative_to(self._root):
            raise ConfigurationError(f"{path}: lies outside the edition's folder")
        number = self._known[resolved] = len(self._known)
        self.files.append(path)
        try:
            content = resolved.read_bytes()
            root = etree.fromstring(content, _parser())
        except OSError as error:
            raise ConfigurationError(f"{path}: cannot be read: {error.strerror}") from error
        except etree.XMLSyntaxError as error:
            line, column = error.position
            reason = str(error.msg).removesuffix(f", line {line}, column {column}")
            raise ConfigurationError(
                f"{path}:{line}:{column}: not well-formed: {reason}"
            ) from error
        if b"<!DOCTYPE" in content.replace(b"\0", b""):
            raise ConfigurationError(f"{path}: has a document type declaration; it may have none")
        for element in root.iter(etree.Element):
            for reason in _refusals(element):
                raise ConfigurationError(f"{path}:{element.sourceline}: {reason}")
        for fault in template_faults.without_namespace(root, _modes_of_ours()):
            raise ConfigurationError(f"{path}:{fault}")
        self._modes += _uses(path, root)
        for template in root.iter(f"{_XSL}template"):
            self.names.add(template.get("name", "").strip().removeprefix("Q{}"))
        for element in root.iter(f"{_XSL}import", f"{_XSL}include"):
            # Written into the text, so that Saxon's lines are those of the editors' file.
            href, target = element.get("href", "").encode(), self._target(path, element).encode()
            for quote in (b'"', b"'"):
                content = content.replace(quote + href + quote, quote + target + quote)
        self.contents[number] = content
        return number

    def _target(self, path: Path, element: _Element) -> str:
        href = element.get("href", "")
        if href == OURS:
            self.imports_ours = True
            return resources.stylesheet("html.xsl").as_uri()
        if ":" in href or href.startswith("/"):
            raise ConfigurationError(
                f"{path}:{element.sourceline}: “{href}” is neither “{OURS}” nor a file beside it"
            )
        return _copy(self.add(path.parent / href))


class _Use(NamedTuple):
    """A mode where it is named."""

    place: str
    """Path and line."""
    element: str
    """Without its prefix: ``template``, ``apply-templates``, ``mode``."""
    mode: str
    """Empty for the mode that has no name."""


def _uses(path: Path, root: _Element) -> Iterator[_Use]:
    for name in ("template", "apply-templates", "mode"):
        for element in root.iter(_XSL + name):
            said = element.get("name" if name == "mode" else "mode")
            if said is None and name == "template" and element.get("match") is None:
                continue
            for mode in (said or "#unnamed").split():
                if mode in ("#unnamed", "#default"):
                    yield _Use(f"{path}:{element.sourceline}", name, "")
                elif not mode.startswith("#"):
                    yield _Use(f"{path}:{element.sourceline}", name, mode)


@lru_cache(maxsize=1)
def _modes_of_ours() -> frozenset[str]:
    """The modes of the toolkit's stylesheet. Nothing of an element is made in the unnamed one."""
    from lxml import etree

    entry = etree.parse(str(resources.stylesheet("html.xsl")))
    return frozenset(filter(None, (m.get("name") for m in entry.iter(f"{_XSL}mode"))))


def _refusals(element: _Element) -> Iterator[str]:
    name = str(element.tag)
    if name in _REFUSED:
        yield f"<xsl:{name.removeprefix(_XSL)}> is not allowed in an edition's templates"
    for attribute, value in element.attrib.items():
        local = str(attribute).removeprefix(_XSL)
        of_xslt = name.startswith(_XSL) or str(attribute).startswith(_XSL)
        if of_xslt and (
            local in ("use-when", "extension-element-prefixes", "disable-output-escaping")
            or local.startswith("_")
            or (local == "static" and name.startswith(_XSL))
        ):
            yield f"@{local} is not allowed in an edition's templates"
        for function in calls(str(value)):
            yield f"{function}() is not allowed in an edition's templates: they see the page only"
    # A comment between two pieces of text does not part them.
    for function in calls("".join(filter(None, [element.text, *(c.tail for c in element)]))):
        yield f"{function}() is not allowed in an edition's templates: they see the page only"
