# SPDX-License-Identifier: MIT
"""Documents as blocks, and those as plain text and Markdown."""
