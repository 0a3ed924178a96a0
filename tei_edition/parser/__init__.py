# SPDX-License-Identifier: MIT
"""Reading XML as a stream: well-formedness, encodings, bounds, and XInclude, with positions.

:class:`Stream` feeds handlers that are put directly on expat. By themselves, since not every run
needs them: :func:`tei_edition.parser.prolog.prolog` looks at the start of a file;
:func:`tei_edition.parser.expansion.expand` gives the text of a document after XInclude, and
:func:`~tei_edition.parser.expansion.locate` finds positions of elements by path.
"""

from __future__ import annotations

from tei_edition.parser.names import INCLUDE, XML_ID, local_name
from tei_edition.parser.stream import Limits, Stream, observe

__all__ = [
    "INCLUDE",
    "XML_ID",
    "Limits",
    "Stream",
    "local_name",
    "observe",
]
