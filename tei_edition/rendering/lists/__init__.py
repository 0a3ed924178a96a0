# SPDX-License-Identifier: MIT
"""The edition's own pages."""
