# SPDX-License-Identifier: MIT
"""An edition in the formats by which others take it up: TEI, CMIF, DTS."""

from __future__ import annotations

from tei_edition.exchange.corpus import write_tei
from tei_edition.exchange.dts import write_dts
from tei_edition.exchange.letters import cmif
from tei_edition.exchange.targets import write_index

__all__ = ["cmif", "write_dts", "write_index", "write_tei"]
