# SPDX-License-Identifier: MIT
"""The command line: one module a command, loaded when it is called."""

from __future__ import annotations

import errno
import gc
import importlib
import io
import os
import sys

import click

from tei_edition import __version__
from tei_edition.errors import TeiEditionError

COMMANDS = {
    "validate": "Check documents: XML, grammar, rules, references.",
    "render": "Make reading editions: HTML, plain text, Markdown, EPUB.",
    "ids": "Look after the stable identifiers of an edition.",
    "cite": "Print the citation of a passage; say what an identifier leads to.",
    "export": "Give the edition as TEI, CMIF or DTS.",
    "explain": "Say what a finding means.",
}
"""The commands, in the order in which the help lists them, with their one line."""

SELDOM = 50_000
"""New objects before Python looks for garbage that holds itself; there is little. Python's own 700
cost a tenth of the time while schemas and classes are loaded."""


READER_GONE = 141
"""Exit status where the reader of the output has gone before all was written (128 + SIGPIPE)."""


class _ReaderGoneError(Exception):
    """Nobody reads what is written to standard output."""


class LazyGroup(click.Group):
    """Commands whose modules are imported only when they run or show their own help."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; keep from click that nobody reads any more: its status would be 1."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise _ReaderGoneError from error

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the table above."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command's module."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"tei_edition.cli.{cmd_name}")
        command = module.command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="tei-edition")
def group() -> None:
    """Validate, render and cite scholarly editions in TEI XML.

    Commands find the edition by the file edition.toml in the working directory, in a folder above
    it, or in the folder ./corpus. Single TEI files work without any edition.
    """


def main() -> None:
    """Run a command; every way out has its exit status, and none a traceback.

    Raises:
        KeyboardInterrupt: the user has interrupted it.
    """
    gc.set_threshold(SELDOM)
    _open_what_is_closed()
    _write_every_character()
    try:
        status = group.main(standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as help_wanted:
        help_wanted.show()
        status = help_wanted.exit_code
    except click.ClickException as error:
        error.show()
        if isinstance(error, click.NoSuchOption):
            _explain_hyphens()
        status = 2
    except TeiEditionError as error:
        click.echo(f"tei-edition: {error}", err=True)
        status = 2
    except click.Abort as error:
        raise KeyboardInterrupt from error
    except (_ReaderGoneError, BrokenPipeError):
        # As after `… | head`: nothing is left to say, but that it was done is not said either.
        _write_no_more()
        status = READER_GONE
    except OSError as error:
        click.echo(f"tei-edition: {_refused(error)}", err=True)
        status = 2
    sys.exit(status if isinstance(status, int) else 0)


def _explain_hyphens() -> None:
    """Say how a file is named that is taken for an option."""
    for word in filter(os.path.exists, sys.argv[1:]):
        if word.startswith("-"):
            click.echo(f"“{word}” is taken for an option: write “./{word}”", err=True)


_OUTPUT_FAILS = frozenset({errno.ENOSPC, errno.EFBIG, errno.EIO, errno.EBADF})
"""What goes wrong with standard output: it is a file on a full disk, or what it led to is gone."""


def _refused(error: OSError) -> str:
    """What the system did not let us do, where nobody has better words for it."""
    if error.filename is not None:
        return f"“{error.filename}” cannot be used: {error.strerror}"
    if error.errno in _OUTPUT_FAILS:
        _write_no_more()
        return f"standard output cannot be written: {error.strerror}"
    try:
        os.getcwd()
    except OSError:
        return "the working directory is no longer there"
    return f"the system does not let it be done: {error.strerror}"


def _open_what_is_closed() -> None:
    """Open standard input, output and error where they are closed: else the next file that is
    opened is taken for one of them, and gets what is written there."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # which gives the lowest number that is free


def _write_every_character() -> None:
    """Write UTF-8 wherever no terminal says what it can show (Windows would take the letters of
    one region), and on a terminal stand in for what it cannot. What was closed swallows."""
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            chosen = stream.isatty() or "PYTHONIOENCODING" in os.environ
            encoding = None if chosen else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def _nowhere() -> io.TextIOWrapper:
    return open(os.devnull, "w", encoding="utf-8")


def _write_no_more() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
