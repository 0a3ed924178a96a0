# SPDX-License-Identifier: MIT
"""``python -m tei_edition``: the command line."""

from tei_edition.cli import main

if __name__ == "__main__":
    main()
