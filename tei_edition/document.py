# SPDX-License-Identifier: MIT
"""A TEI document as a tree, for the few purposes that need one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.errors import TeiEditionError

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _ElementTree


class NotWellFormedError(TeiEditionError):
    """The document is not well-formed, so that there is no tree of it."""


def parse(path: Path) -> _ElementTree:
    """The document's tree, before XInclude; nothing outside the file is read.

    Raises:
        NotWellFormedError: with file, line and column.
        TeiEditionError: the file cannot be read.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        with path.open("rb") as file:
            return etree.parse(file, parser, base_url=str(path))
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise NotWellFormedError(
            f"{path}:{line}:{column}: not well-formed XML; tei-edition validate says more"
        ) from error
    except OSError as error:
        raise TeiEditionError(f"“{path}” cannot be read: {error.strerror}") from error
