# SPDX-License-Identifier: MIT
"""The command ``tei-edition``, also ``python -m tei_edition``."""


def main() -> None:
    """Run the command line; ends the process."""
    # Not above: worker processes import this module too, and need no command line.
    from tei_edition.cli import main as command_line

    command_line()


if __name__ == "__main__":
    main()
