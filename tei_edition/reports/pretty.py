# SPDX-License-Identifier: MIT
"""``pretty``: findings for people, with the source line and what is meant underlined."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from tei_edition.findings import Severity
from tei_edition.reports.report import fault, plain
from tei_edition.reports.source import SourceLines
from tei_edition.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tei_edition.findings import Finding
    from tei_edition.reports.report import Summary
    from tei_edition.reports.source import Line


@dataclass(frozen=True, slots=True)
class Style:
    """How ``pretty`` writes."""

    colour: bool = False
    limit: int = 10
    """How often the same fault (same code, same words but for values) is shown; 0 for always."""
    verbose: bool = False
    """Show everything that would have been allowed, not only the likely names."""
    width: int = 100
    """Columns of the terminal."""


_COLOURS = {"error": "31", "warning": "33", "info": "36", "acknowledged": "32"}


MOST = 40
"""So many kinds of faults are listed that were not shown every time."""


class _Fault:
    """How often a fault was met, and where it was not shown."""

    def __init__(self) -> None:
        self.count = 0
        self.held = 0
        self.place = ""
        self.files: set[str] = set()

    def hold(self, finding: Finding) -> None:
        self.held += 1
        self.files.add(finding.path)
        if not self.place:
            self.place = f"{plain(finding.path)}:{finding.line}:{finding.column}"


class PrettyReport:
    """A paragraph a finding; the same fault is shown a limited number of times, then counted."""

    def __init__(self, out: TextIO, style: Style) -> None:
        self._out = out
        self._style = style
        self._sources = SourceLines()
        self._faults: dict[tuple[str, ...], _Fault] = {}
        self._by_code: Counter[tuple[str, str, str]] = Counter()
        self._by_file: Counter[str] = Counter()

    def add(self, findings: Iterable[Finding]) -> None:
        """Show each, unless the same fault was shown often enough."""
        shown = []
        for finding in findings:
            word = _word(finding)
            self._by_code[finding.check, finding.code, word] += 1
            if finding.severity is Severity.ERROR:
                self._by_file[finding.path] += 1
            kind = (word, *fault(finding))
            known = self._faults.get(kind)
            if known is None:
                known = self._faults[kind] = _Fault()
            known.count += 1
            if not self._style.limit or known.count <= self._style.limit:
                shown.append(self._paragraph(finding))
            else:
                known.hold(finding)
        self._out.writelines(shown)

    def _paragraph(self, finding: Finding) -> str:
        word = _word(finding)
        head = self._paint(f"{word}[{finding.code}]", _COLOURS[word], bold=True)
        where = f"{plain(finding.path)}:{finding.line}:{finding.column}"
        about = f"  (#{finding.xml_id})" if finding.xml_id else ""
        source = self._sources.excerpt(finding, self._style.width - len(str(finding.line)) - 3)
        margin = max((len(str(line.number)) for line in source), default=len(str(finding.line)))
        message = plain(" ".join(finding.message.split()))
        lines = [
            f"{head}: {self._paint(message, '', bold=True)}",
            f"{' ' * margin}{self._paint('-->', '34')} {where}{about}",
            *self._excerpt(source, margin, _COLOURS[word]),
        ]
        notes = [("hint", finding.hint)] if finding.hint and not finding.acknowledged_by else []
        if finding.rule and finding.rule != finding.code:
            notes.append(("rule", finding.rule))
        if finding.acknowledged_by:
            notes.append(("acknowledged by", f"note #{finding.acknowledged_by}"))
        if self._style.verbose and finding.expected:
            notes.append(("allowed here", ", ".join(finding.expected)))
        lines += [
            f"{' ' * margin} = {name}: {plain(' '.join(words.split()))}" for name, words in notes
        ]
        return "\n".join(lines) + "\n\n"

    def _excerpt(self, source: Sequence[Line], margin: int, colour: str) -> Iterator[str]:
        bar = self._paint("|", "34")
        before = 0
        for line in source:
            if before and line.number > before + 1:
                yield f"{'…':>{margin}} {bar}"
            yield f"{self._paint(f'{line.number:>{margin}}', '34')} {bar} {line.text}".rstrip()
            if line.length:
                mark = self._paint("^" * line.length, colour, bold=True)
                yield f"{' ' * margin} {bar} {' ' * line.start}{mark}"
            before = line.number

    def finish(self, summary: Summary) -> None:
        """Say what was held back, then the summary by check and by file, then the total."""
        held = {kind: fault for kind, fault in self._faults.items() if fault.held}
        if held:
            self._write_held(held)
        if self._by_code:
            self._write_tables()
        self._out.write(self._total(summary) + "\n")

    def _write_held(self, held: Mapping[tuple[str, ...], _Fault]) -> None:
        """A line for each fault that was not shown every time, the most frequent first."""
        faults = sorted(held.items(), key=lambda item: -item[1].held)
        width = max(len(f"{fault.held:,}") for fault in held.values())
        self._out.write("More of the same, not shown (--limit 0 shows everything):\n")
        for (word, code, wording), known in faults[:MOST]:
            where = known.place if known.held == 1 else f"{counted(len(known.files), 'file')}"
            self._out.write(
                f"  {known.held:>{width},} {word}[{code}]: {_shortened(wording)} ({where})\n"
            )
        if len(faults) > MOST:
            rest = sum(known.held for _, known in faults[MOST:])
            self._out.write(
                f"  {rest:>{width},} of {len(faults) - MOST:,} further kinds of faults\n"
            )
        self._out.write("\n")

    def _write_tables(self) -> None:
        width = max(len(f"{count:,}") for count in self._by_code.values())
        self._out.write("By check:\n")
        for (check, code, word), count in sorted(
            self._by_code.items(), key=lambda item: (item[0][0], -item[1], item[0][1])
        ):
            self._out.write(f"  {count:>{width},} {word:<12} {check}: {code}\n")
        if len(self._by_file) > 1:
            more = f" (of {len(self._by_file):,})" if len(self._by_file) > 10 else ""
            self._out.write(f"Files with most errors{more}:\n")
            for path, count in self._by_file.most_common(10):
                self._out.write(f"  {count:>{width},} {plain(path)}\n")
        self._out.write("\n")

    def _total(self, summary: Summary) -> str:
        made = ", ".join(summary.checks)
        files = counted(summary.files, "file")
        counts = [
            counted(summary.errors, "error"),
            counted(summary.warnings, "warning"),
        ]
        if summary.infos:
            counts.append(counted(summary.infos, "remark"))
        if summary.acknowledged:
            counts.append(f"{summary.acknowledged:,} acknowledged")
        colour = "31" if summary.errors else "33" if summary.warnings else "32"
        total = self._paint(", ".join(counts), colour, bold=True)
        begin = f"{files} checked ({made})" if made else f"No check was made on {files}"
        words = f"{begin}: {total}."
        words += "".join(f"\n{sentence}" for sentence in summary.not_made())
        if summary.left_out:
            words += f"\n{counted(summary.left_out, 'file')} left out, as edition.toml says."
        return words

    def _paint(self, text: str, colour: str, *, bold: bool = False) -> str:
        if not self._style.colour:
            return text
        codes = ";".join(filter(None, ("1" if bold else "", colour)))
        return f"\x1b[{codes}m{text}\x1b[0m"


def _word(finding: Finding) -> str:
    return "acknowledged" if finding.acknowledged_by else finding.severity.label


def _shortened(wording: str) -> str:
    return wording if len(wording) <= _WORDING else wording[: _WORDING - 1] + "…"


_WORDING = 100
