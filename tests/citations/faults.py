"""Pieces of work that write, for breaking them off: each with the edition that it is done in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tei_edition.citations import keeping
from tei_edition.citations.assignment import assign
from tei_edition.edition import Edition
from tei_edition.errors import TeiEditionError

FILES = ("citations.json", "a.xml")
"""What is written, in this order."""

PUBLISHED = '<p xml:id="a-p01">one</p><p xml:id="a-p02">two</p>'
DAY = "2027-01-01"


@dataclass(frozen=True)
class Work:
    """A command, and the document's body before it."""

    body: str
    do: Callable[[Edition], object]
    targets: tuple[str, ...] = FILES
    """The files that it writes."""
    earlier: tuple[str, Callable[[Edition], object]] | None = None
    """A body, and what was recorded of it before."""


def _record_change(edition: Edition) -> object:
    return keeping.record_change(edition, ["a-p01"], "x", on=DAY)


def _retire(edition: Edition) -> object:
    return keeping.retire(edition, ["a-p02"], reason="x", on=DAY)


_CORRECTED = PUBLISHED.replace("one", "won")
_SHORTER = PUBLISHED.partition('<p xml:id="a-p02">')[0]


def _assigned(_: object) -> None:
    """Assign identifiers; what keeps a file from being written is a finding, so that others are."""
    for done in assign():
        for problem in done.problems:
            raise TeiEditionError(problem.message)


WORK = {
    "publish": Work(
        PUBLISHED + '<p xml:id="a-p03">three</p>',
        lambda edition: keeping.publish(edition, "1.1", on=DAY),
        ("citations.json",),
    ),
    "assign": Work(PUBLISHED + "<p>three</p>", _assigned, ("a.xml",)),
    "record-change": Work(_CORRECTED, _record_change),
    "retire": Work(_SHORTER, _retire),
    "move": Work(
        PUBLISHED.replace("a-p02", "a-p03"),
        lambda edition: keeping.move(edition, "a-p02", "a-p03", "x", on=DAY),
    ),
    "restore": Work(
        PUBLISHED,
        lambda edition: keeping.restore(edition, ["a-p02"], "y", on=DAY),
        earlier=(_SHORTER, _retire),
    ),
    # Without the statement that the record has made: the body is written anew.
    "errata --write": Work(
        _CORRECTED, keeping.state_errata, ("a.xml",), earlier=(_CORRECTED, _record_change)
    ),
}
"""By command."""

RECORDS = [name for name, work in WORK.items() if work.targets == FILES]
"""The commands that write both files."""


def edition() -> Edition:
    """The edition of the working directory."""
    return Edition.load(Path("edition.toml"))


def contents() -> tuple[bytes, ...]:
    """What the files hold."""
    registry, document = (Path(name).read_bytes() for name in FILES)
    return registry, document


def restore(before: tuple[bytes, ...]) -> None:
    """Let the files hold something else."""
    for name, content in zip(FILES, before, strict=True):
        Path(name).write_bytes(content)


def complete(work: Work) -> str:
    """Do a piece of work once more, as its user would, and then what it says is left to do.

    Gives what it said, empty if it came through.
    """
    try:
        work.do(edition())
    except TeiEditionError as error:
        said = str(error)
        if "errata --write" in said:
            keeping.state_errata(edition())
        return said
    return ""
