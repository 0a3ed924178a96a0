# SPDX-License-Identifier: MIT
"""``pretty``: findings for people, with the source line and what is meant underlined."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from tei_edition.findings import Severity
from tei_edition.reports.source import SourceLines
from tei_edition.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tei_edition.findings import Finding
    from tei_edition.reports.report import Summary


@dataclass(frozen=True, slots=True)
class Style:
    """How ``pretty`` writes."""

    colour: bool = False
    limit: int = 20
    """How often the same fault (same code, same words) is shown in full; 0 for always."""
    verbose: bool = False
    """Show everything that would have been allowed, not only the likely names."""
    width: int = 100
    """Columns of the terminal."""


_COLOURS = {"error": "31", "warning": "33", "info": "36", "acknowledged": "32"}


class PrettyReport:
    """A paragraph a finding; the same fault is shown a limited number of times, then counted."""

    def __init__(self, out: TextIO, style: Style) -> None:
        self._out = out
        self._style = style
        self._sources = SourceLines()
        self._shown: Counter[tuple[str, str]] = Counter()
        self._by_code: Counter[tuple[str, str, str]] = Counter()
        self._by_file: Counter[str] = Counter()

    def add(self, findings: Iterable[Finding]) -> None:
        """Show each, unless the same fault was shown often enough."""
        for finding in findings:
            self._by_code[finding.check, finding.code, _word(finding)] += 1
            if finding.severity is Severity.ERROR:
                self._by_file[finding.path] += 1
            fault = (finding.code, finding.message)
            self._shown[fault] += 1
            if not self._style.limit or self._shown[fault] <= self._style.limit:
                self._show(finding)

    def _show(self, finding: Finding) -> None:
        word = _word(finding)
        head = self._paint(f"{word}[{finding.code}]", _COLOURS[word], bold=True)
        where = f"{finding.path}:{finding.line}:{finding.column}"
        about = f"  (#{finding.xml_id})" if finding.xml_id else ""
        margin = len(str(finding.line))
        bar = self._paint("|", "34")
        lines = [
            f"{head}: {self._paint(' '.join(finding.message.split()), '', bold=True)}",
            f"{' ' * margin}{self._paint('-->', '34')} {where}{about}",
        ]
        excerpt = self._sources.excerpt(finding, self._style.width - margin - 3)
        if excerpt is not None:
            text, start, length = excerpt
            number = self._paint(f"{finding.line:>{margin}}", "34")
            mark = self._paint("^" * length, _COLOURS[word], bold=True)
            lines += [
                f"{number} {bar} {text}",
                f"{' ' * margin} {bar} {' ' * start}{mark}",
            ]
        notes = [("hint", finding.hint)] if finding.hint and not finding.acknowledged_by else []
        if finding.rule and finding.rule != finding.code:
            notes.append(("rule", finding.rule))
        if finding.acknowledged_by:
            notes.append(("acknowledged by", f"note #{finding.acknowledged_by}"))
        if self._style.verbose and finding.expected:
            notes.append(("allowed here", ", ".join(finding.expected)))
        lines += [f"{' ' * margin} = {name}: {words}" for name, words in notes]
        self._out.write("\n".join(lines) + "\n\n")

    def finish(self, summary: Summary) -> None:
        """Say what was held back, then the summary by check and by file, then the total."""
        held = sum(max(0, count - self._style.limit) for count in self._shown.values())
        if self._style.limit and held:
            self._out.write(
                f"{held:,} more of the faults above are not shown (--limit 0 shows them all).\n\n"
            )
        if self._by_code:
            self._write_tables()
        self._out.write(self._total(summary) + "\n")

    def _write_tables(self) -> None:
        width = max(len(f"{count:,}") for count in self._by_code.values())
        self._out.write("By check:\n")
        for (check, code, word), count in sorted(
            self._by_code.items(), key=lambda item: (item[0][0], -item[1], item[0][1])
        ):
            self._out.write(f"  {count:>{width},} {word:<12} {check}: {code}\n")
        worst = self._by_file.most_common(10)
        if len(self._by_file) > 1:
            self._out.write("Files with most errors:\n")
            for path, count in worst:
                self._out.write(f"  {count:>{width},} {path}\n")
        self._out.write("\n")

    def _total(self, summary: Summary) -> str:
        made = ", ".join(summary.checks)
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
        words = f"{counted(summary.files, 'file')} checked ({made}): {total}."
        for check, number in summary.unmade.items():
            words += f"\nThe check {check} was not made on {counted(number, 'file')}."
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
