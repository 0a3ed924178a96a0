# SPDX-License-Identifier: MIT
"""An edition as a book."""
