# SPDX-License-Identifier: MIT
"""A folder of pages."""
