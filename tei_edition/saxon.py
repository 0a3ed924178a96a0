# SPDX-License-Identifier: MIT
"""The only module that imports saxonche (SaxonC-HE: XSLT 3.0, XPath 3.1)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tei_edition.errors import TeiEditionError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from saxonche import PySaxonProcessor, PyXdmNode, PyXsltExecutable


class SaxonError(TeiEditionError):
    """Saxon refused a stylesheet or a document; the message is Saxon's own, tidied."""


@lru_cache(maxsize=1)
def processor() -> PySaxonProcessor:
    """This process's one processor, started on first use (about 20 ms).

    Never fork after this was called: spawn.
    """
    from saxonche import PySaxonProcessor

    return PySaxonProcessor(license=False)


def parse(text: str, base_uri: str = "") -> PyXdmNode:
    """A document node from XML text that has no document type declaration."""
    from saxonche import PySaxonApiError

    try:
        return processor().parse_xml(xml_text=text, base_uri=base_uri or None)
    except PySaxonApiError as error:
        raise SaxonError(str(error)) from error


class Stylesheet:
    """A compiled XSLT 3.0 stylesheet."""

    def __init__(self, executable: PyXsltExecutable) -> None:
        self._executable = executable

    @classmethod
    def from_file(cls, path: Path) -> Stylesheet:
        """Compile a stylesheet with the modules it imports, by path."""
        return cls(_compile(stylesheet_file=str(path)))

    @classmethod
    def from_text(cls, text: str) -> Stylesheet:
        """Compile a stylesheet that stands alone, from its text."""
        return cls(_compile(stylesheet_text=text))

    def transform(self, document: PyXdmNode, parameters: Mapping[str, str] | None = None) -> str:
        """Apply templates to the document node; gives the serialised principal result."""
        from saxonche import PySaxonApiError

        self._executable.clear_parameters()
        for name, value in (parameters or {}).items():
            self._executable.set_parameter(name, processor().make_string_value(value))
        try:
            return str(self._executable.transform_to_string(xdm_node=document) or "")
        except PySaxonApiError as error:
            raise SaxonError(str(error)) from error


def _compile(**source: str) -> PyXsltExecutable:
    from saxonche import PySaxonApiError

    try:
        return processor().new_xslt30_processor().compile_stylesheet(**source)
    except PySaxonApiError as error:
        raise SaxonError(str(error)) from error
