# SPDX-License-Identifier: MIT
"""What a document says that other pages of its edition need."""
