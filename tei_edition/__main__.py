# SPDX-License-Identifier: MIT
"""``python -m tei_edition``: the command line."""

if __name__ == "__main__":
    # Not above: worker processes import this module too, and need no command line.
    from tei_edition.cli import main

    main()
