# SPDX-License-Identifier: MIT
"""Citations in a style: CSL, the Citation Style Language, through citeproc-py."""

from __future__ import annotations

from tei_edition.citations.styles.processor import Styled, styled
from tei_edition.citations.styles.sources import BUNDLED, DEFAULT, StyleError, read_style

__all__ = ["BUNDLED", "DEFAULT", "StyleError", "Styled", "read_style", "styled"]
