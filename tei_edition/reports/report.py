# SPDX-License-Identifier: MIT
"""What every report format has to do."""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, Protocol

from tei_edition.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tei_edition.findings import Finding


class Summary(NamedTuple):
    """A run as a whole."""

    files: int
    """How many files were checked."""
    checks: tuple[str, ...]
    """The checks that were made."""
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    """Findings that are information only, acknowledged anomalies not counted."""
    acknowledged: int = 0
    """Anomalies that an editorial note acknowledges."""
    unmade: Mapping[str, int] = MappingProxyType({})
    """Checks that were asked for and could not be made, and on how many files."""
    left_out: int = 0
    """Documents that the edition's settings leave out."""

    def not_made(self) -> Iterator[str]:
        """A sentence on each check that could not be made, so that it is no silent pass."""
        for check, number in self.unmade.items():
            why = ""
            if check == "citations":  # of the others, findings say why
                them = "it" if number == 1 else "them"
                why = f": there is no registry of published identifiers for {them}"
            yield f"The check {check} was not made on {counted(number, 'file')}{why}."


class Report(Protocol):
    """Takes findings as they come, then the summary."""

    def add(self, findings: Iterable[Finding]) -> None:
        """Take the findings of one document, in the order of their positions."""

    def finish(self, summary: Summary) -> None:
        """Write what can only be said at the end."""


_REMEMBERED = 8_192
"""Wordings kept: in a corpus, the same ones come by the thousand."""
_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
_QUOTED = re.compile(r"“[^”]*”(?:(?:, | or | and )“[^”]*”)*|\d+(?:[.,]\d+)*")


def plain(text: str) -> str:
    """The text without control and bidirectional characters, which a terminal might obey."""
    # No printable character is among them, and hardly any text holds others.
    return text if text.isprintable() else _STEERING.sub("�", text)


def one_line(finding: Finding) -> str:
    """Message and hint as one line of text, safe for a terminal."""
    return _joined(finding.message, finding.hint, finding.acknowledged_by)


@lru_cache(_REMEMBERED)
def _joined(message: str, hint: str, acknowledged_by: str) -> str:
    further = hint
    if acknowledged_by:
        further = f"acknowledged by note {acknowledged_by}"
    if further:
        message = message.rstrip()
        message += f"{' ' if message.endswith(('.', '!', '?')) else '; '}{further}"
    return plain(" ".join(message.split()))


def fault(finding: Finding) -> tuple[str, str]:
    """What is wrong, whatever the values, numbers and places: code, and wording with gaps.

    A rule's messages are its author's, so there the rule is the fault, if it has a name.
    """
    wording = finding.rule or _pattern(finding.message)
    return finding.code, wording


@lru_cache(_REMEMBERED)
def _pattern(message: str) -> str:
    return plain(" ".join(_QUOTED.sub("…", message).split()))
