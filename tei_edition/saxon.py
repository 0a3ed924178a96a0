# SPDX-License-Identifier: MIT
"""The only module that imports saxonche (SaxonC-HE: XSLT 3.0, XPath 3.1)."""

from __future__ import annotations

import contextlib
import os
import re
import sys
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.errors import TeiEditionError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from saxonche import PySaxonProcessor, PyXdmItem, PyXdmNode, PyXsltExecutable

_FEATURE = "http://saxon.sf.net/feature/"
_PARSER_LIMITS = {
    "maxElementDepth": "10000",  # for 100; Saxon's trees give wrong answers from 32,768 on
    "elementAttributeLimit": "10000",  # for 200
}
"""Raised from what Saxon's parser sets, which real documents exceed."""
_LOCK_DOWN = {
    "allowedProtocols": "",  # no reading function reads, no external entity or DTD is fetched
    "allow-external-functions": "false",  # no xsl:result-document, no Java properties
    "disableXslEvaluate": "true",
}


_AS_WRITTEN = "mtv"
"""What Saxon improves in the toolkit's own stylesheets: all but loops. To look for what does not
change in them takes a tenth of the time to compile, and their pages take as many instructions."""
_IMPROVED = "lmtv"
"""What it improves otherwise: ``l`` are loops; a rule may well ask the same in each."""


class Problem(NamedTuple):
    """One static error in a stylesheet; line and column (from 1) are 0 where none is stated."""

    line: int
    column: int
    code: str
    """The error code of the XPath or XSLT specification, for instance ``XPST0017``."""
    message: str


class SaxonError(TeiEditionError):
    """Saxon refused a stylesheet or a document; the message is Saxon's own, tidied."""

    def __init__(self, report: str) -> None:
        self.problems: tuple[Problem, ...] = _problems(report)
        super().__init__("; ".join(problem.message for problem in self.problems))


_HEAD = re.compile(r"^(?:(?:Static|Type|Dynamic) error|Error|Warning)\b", re.MULTILINE)
_BODY = re.compile(r"^\s{1,4}([A-Z]{4}\d{4})\s+(.*)", re.MULTILINE | re.DOTALL)
_PLACE = re.compile(r"on line (\d+)(?: column (\d+))?")
_NOISE = re.compile(
    r"Q\{http://www\.w3\.org/2005/xpath-functions\}"
    r"|SXXP0003\s+Error reported by XML parser: (?:JAXP\d+:\s+)?"
)


def _problems(report: str) -> tuple[Problem, ...]:
    """The errors in a report of the form ``Error … on line L column C …:\\n  CODE  message``."""
    text = report.strip()
    starts = [match.start() for match in _HEAD.finditer(text)] or [0]
    problems: list[Problem] = []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        block = text[start:end]
        if block.startswith("Warning") and len(starts) > 1:
            continue
        body = _BODY.search(block)
        head = block[: body.start()] if body else block
        places = _PLACE.findall(head)
        line, column = places[-1] if places else ("0", "0")
        code, message = body.groups() if body else ("", block)
        tidy = " ".join(_NOISE.sub("", message).split())
        problems.append(Problem(int(line), int(column or 0), code, tidy))
    return tuple(problems)


def processor(*, locked: bool = False) -> PySaxonProcessor:
    """This process's one processor of each kind, started on first use (about 80 ms).

    A *locked* one reads and writes nothing but what it is given as text. One hole stays, which a
    caller has to close: ``fn:transform`` makes a fresh configuration without the lock, so that no
    foreign expression may call it (or ``fn:function-lookup``, which finds it).

    Nodes and stylesheets of one kind cannot be used with the other. Never fork after this was
    called: spawn.
    """
    return _processor(locked)


@lru_cache(maxsize=2)
def _processor(locked: bool) -> PySaxonProcessor:
    return _configured(_LOCK_DOWN if locked else {})


def _configured(features: Mapping[str, str]) -> PySaxonProcessor:
    from saxonche import PySaxonProcessor

    try:
        made = PySaxonProcessor(license=False)
    except UnicodeEncodeError as error:  # it takes note of the working directory
        raise TeiEditionError(
            f"“{os.getcwd()}” cannot be worked in: the name of this folder, or of one around it, "
            "is not in this system's encoding; rename it, or work from another folder"
        ) from error
    for name, limit in _PARSER_LIMITS.items():
        made.set_configuration_property(f"{_FEATURE}parserProperty?uri=jdk.xml.{name}", limit)
    for name, value in features.items():
        made.set_configuration_property(_FEATURE + name, value)
    return made


def parse(text: str, base_uri: str = "", *, locked: bool = False) -> PyXdmNode:
    """A document node from XML text that has no document type declaration.

    Raises :class:`SaxonError` when the text is not well-formed or nested too deep.
    """
    return _parsed(processor(locked=locked), text, base_uri)


def _parsed(owner: PySaxonProcessor, text: str, base_uri: str = "") -> PyXdmNode:
    from saxonche import PySaxonApiError

    try:
        return owner.parse_xml(xml_text=text, base_uri=base_uri or None)
    except PySaxonApiError as error:
        raise SaxonError(str(error)) from error


class Stylesheet:
    """A compiled XSLT 3.0 stylesheet. Threads may share it; they wait for each other."""

    def __init__(self, executable: PyXsltExecutable, owner: PySaxonProcessor) -> None:
        self._executable = executable
        self._processor = owner
        self._turn = Lock()

    @classmethod
    def from_file(cls, path: Path, static: Mapping[str, str] | None = None) -> Stylesheet:
        """Compile a stylesheet of the toolkit's own with the modules it imports, by path.

        ``static`` are values of its static parameters, strings.
        """
        owner = processor()
        return cls(_compile(owner, static, _AS_WRITTEN, stylesheet_file=str(path)), owner)

    @classmethod
    def from_foreign_file(cls, path: Path, static: Mapping[str, str] | None = None) -> Stylesheet:
        """Compile a stylesheet that is not the toolkit's own, with its modules, and lock it.

        It has a processor to itself, which reads files until the stylesheet is compiled and
        nothing afterwards; its documents come from :meth:`parse`. A caller sees to it that
        nothing in it reads while it is compiled, and that it calls no ``fn:transform``.
        """
        owner = _configured({**_LOCK_DOWN, "allowedProtocols": "file"})
        executable = _compile(owner, static, stylesheet_file=str(path))
        owner.set_configuration_property(f"{_FEATURE}allowedProtocols", "")
        return cls(executable, owner)

    @classmethod
    def from_text(cls, text: str, *, locked: bool = False) -> Stylesheet:
        """Compile a stylesheet that stands alone, from its text."""
        owner = processor(locked=locked)
        return cls(_compile(owner, stylesheet_text=text), owner)

    def parse(self, text: str) -> PyXdmNode:
        """A document node for this stylesheet. Raises :class:`SaxonError` as :func:`parse`."""
        return _parsed(self._processor, text)

    def transform(
        self,
        document: PyXdmNode,
        parameters: Mapping[str, str] | None = None,
        *,
        mode: str = "",
    ) -> str:
        """Apply templates to the document node; gives the serialised principal result.

        *mode* is the initial mode; empty for the unnamed one. Raises :class:`SaxonError` for a
        dynamic error that the stylesheet does not catch.
        """
        from saxonche import PySaxonApiError

        with self._turn:
            executable = self._executable
            executable.clear_parameters()
            for name, value in (parameters or {}).items():
                executable.set_parameter(name, _string(self._processor, value))
            try:
                with _quiet():
                    return self._transformed(document, mode)
            except PySaxonApiError as error:
                raise SaxonError(str(error)) from error

    def _transformed(self, document: PyXdmNode, mode: str) -> str:
        executable = self._executable
        if not mode:
            return str(executable.transform_to_string(xdm_node=document) or "")
        executable = executable.clone()  # a mode once set cannot be taken back
        executable.set_initial_mode(mode)
        executable.set_global_context_item(xdm_item=document)
        executable.set_initial_match_selection(xdm_value=document)
        return str(executable.apply_templates_returning_string() or "")


def _string(owner: PySaxonProcessor, value: str) -> PyXdmItem:
    try:
        return owner.make_string_value(value)
    except UnicodeEncodeError:  # a file's name that is no text in this region
        return owner.make_string_value(value.encode("utf-8", "replace").decode())


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep Saxon from writing on standard error: what it has to say is in its exception.

    It writes natively, so the file descriptor itself is turned away for the time.
    """
    sys.stderr.flush()
    try:
        kept = os.dup(2)
    except OSError:  # there is no standard error to keep quiet
        yield
        return
    os.dup2(_nowhere(), 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


@lru_cache(maxsize=1)
def _nowhere() -> int:
    """A descriptor that swallows what is written to it, opened once: opening costs."""
    return os.open(os.devnull, os.O_WRONLY)


def _compile(
    owner: PySaxonProcessor,
    static: Mapping[str, str] | None = None,
    improved: str = _IMPROVED,
    **source: str,
) -> PyXsltExecutable:
    from saxonche import PySaxonApiError

    owner.set_configuration_property(f"{_FEATURE}optimizationLevel", improved)
    compiler = owner.new_xslt30_processor()
    for name, value in (static or {}).items():
        compiler.set_parameter(name, owner.make_string_value(value))
    try:
        return compiler.compile_stylesheet(**source)
    except PySaxonApiError as error:
        raise SaxonError(str(error)) from error
