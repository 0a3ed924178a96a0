# SPDX-License-Identifier: MIT
"""tei-edition: validate, render and cite scholarly editions in TEI XML."""

__version__ = "0.1.0"
