# SPDX-License-Identifier: MIT
"""An edition's own look."""
