# SPDX-License-Identifier: MIT
"""The command ``tei-edition``, also ``python -m tei_edition``."""

import sys

INTERRUPTED = 130
"""Exit status after Ctrl-C (128 + SIGINT)."""

FAILED = 2
"""Exit status where the work could not be done."""


def main() -> None:
    """Run the command line; ends the process."""
    ending = None
    try:
        # Not above: worker processes import this module too, and need no command line; and Ctrl-C
        # may come while modules are still being read.
        from tei_edition.interruption import Ending

        ending = Ending()
        ending.listen()
        from tei_edition.cli import main as command_line

        command_line()
    except ImportError as error:
        missing = error.name or ""
        if missing.partition(".")[0] in {"", __package__}:
            raise
        sys.stderr.write(
            f"tei-edition: the package “{missing}”, which is needed, cannot be used: {error}; "
            "install tei-edition again (pip install --force-reinstall tei-edition)\n"
        )
        sys.exit(FAILED)
    except KeyboardInterrupt:
        if ending is None:
            sys.stderr.write("tei-edition: interrupted\n")
            sys.exit(INTERRUPTED)
        sys.exit(ending.say())
    finally:
        if ending is not None:
            ending.is_at_hand = True


if __name__ == "__main__":
    main()
