# SPDX-License-Identifier: MIT
"""Benchmarks: what is measured against whom. Run with ``python -m bench``; see README.md."""
