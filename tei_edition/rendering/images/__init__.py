# SPDX-License-Identifier: MIT
"""The images of a document, and what a file says of itself."""
