# SPDX-License-Identifier: MIT
"""A document as the stylesheets take it."""
