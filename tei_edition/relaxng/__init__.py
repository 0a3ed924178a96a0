# SPDX-License-Identifier: MIT
"""RELAX NG 1.0 for documents of any size: :class:`Schema` and what goes wrong with one.

The engine knows nothing of TEI, of editions or of the command line.
"""

from __future__ import annotations

from tei_edition.relaxng.errors import Place, SchemaError
from tei_edition.relaxng.schema import Schema

__all__ = ["Place", "Schema", "SchemaError"]
