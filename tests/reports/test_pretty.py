from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tei_edition.findings import Finding, Severity
from tei_edition.reports.pretty import Style

CASES = tomllib.loads(Path(__file__).with_name("excerpts.toml").read_text(encoding="utf-8"))["case"]

Write = Callable[..., str]


def dangling(number: int, path: str = "a.xml") -> Finding:
    message = f"@ref of <persName>: points to “#p{number}”, but this file has no xml:id “p{number}”"
    return Finding(path, number, 1, "dangling-pointer", Severity.ERROR, "references", message)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_source_is_shown_with_what_is_meant_underlined(
    written: Write, tmp_path: Path, case: dict[str, Any]
) -> None:
    path = tmp_path / "a.xml"
    path.write_text(case["text"], encoding="utf-8")
    line, column = case["at"]
    finding = Finding(
        str(path),
        line,
        column,
        "x",
        Severity.ERROR,
        "xml",
        "m",
        attribute=case.get("attribute", ""),
    )
    report = written("pretty", [finding], Style(width=case.get("width", 100)))
    excerpt = report.split("\n\n")[0].splitlines()[2:]
    assert excerpt == case["shown"]


@pytest.mark.parametrize("declared", ["utf-16", "iso-8859-1", "utf-8"])
def test_lines_are_read_in_the_file_s_own_encoding(
    written: Write, tmp_path: Path, declared: str
) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(f'<?xml version="1.0" encoding="{declared}"?>\r\n<p>für</p>'.encode(declared))
    finding = Finding(str(path), 2, 1, "x", Severity.ERROR, "xml", "m")
    assert "2 | <p>für</p>" in written("pretty", [finding])


def test_the_same_fault_with_other_values_is_shown_ten_times_then_counted(written: Write) -> None:
    findings = [dangling(number, f"{number % 3}.xml") for number in range(1, 1001)]
    report = written("pretty", findings)
    assert report.count("error[dangling-pointer]: @ref") == 10 + 1
    assert (
        "990 error[dangling-pointer]: @ref of <persName>: points to …, but this file has no "
        "xml:id … (3 files)" in report
    )
    assert "1,000 error" in report
    assert (
        written("pretty", findings, Style(limit=0)).count("error[dangling-pointer]: @ref") == 1000
    )


def test_a_fault_that_is_held_back_once_is_named_with_its_place(written: Write) -> None:
    report = written("pretty", [dangling(1), dangling(2)], Style(limit=1))
    assert "1 error[dangling-pointer]: @ref of" in report
    assert "(a.xml:2:1)" in report


def test_different_faults_with_one_code_are_told_apart(written: Write) -> None:
    findings = [
        Finding("a.xml", 1, 1, "misplaced-element", Severity.ERROR, "grammar", f"<{name}> may not")
        for name in ("p", "lb", "ab")
    ]
    report = written("pretty", findings, Style(limit=1))
    assert report.count("error[misplaced-element]") == 3
    assert "not shown" not in report


def test_eighty_thousand_findings_stay_readable(written: Write) -> None:
    findings = [dangling(number, f"{number % 4000}.xml") for number in range(80_000)]
    findings += [
        Finding("b.xml", 1, 1, "unknown-element", Severity.ERROR, "grammar", f"no <x{'y' * n}>")
        for n in range(100)
        for _ in range(20)
    ]
    report = written("pretty", findings, Style(limit=1))
    assert len(report.splitlines()) < 600
    assert "further kinds of faults" in report


def test_words_from_a_document_cannot_steer_the_terminal(written: Write) -> None:
    finding = Finding("a\x1b[2J.xml", 1, 1, "x", Severity.ERROR, "xml", "“\x9b2J\u202e”", "\x1b]0;")
    for name in ("pretty", "gnu", "github"):
        report = written(name, [finding])
        assert not {"\x1b", "\x9b", "\u202e"} & set(report), name


def test_what_was_not_checked_is_said(written: Write) -> None:
    import io

    from tei_edition.reports import Summary, open_report

    out = io.StringIO()
    report = open_report("pretty", out)
    report.finish(Summary(3, ("xml",), unmade={"grammar": 3, "rules": 1}, left_out=2))
    assert out.getvalue().splitlines() == [
        "3 files checked (xml): 0 errors, 0 warnings.",
        "The check grammar was not made on 3 files.",
        "The check rules was not made on 1 file.",
        "2 files left out, as edition.toml says.",
    ]
