"""Reports of findings that a test makes up."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

import pytest

from tei_edition.findings import Finding
from tei_edition.reports import Summary, open_report
from tei_edition.reports.pretty import Style

Write = Callable[..., str]


@pytest.fixture
def written() -> Write:
    """A function (format, findings, style, checks not made) → the whole report."""

    def write(
        name: str,
        findings: Iterable[Finding],
        style: Style | None = None,
        unmade: Mapping[str, int] = MappingProxyType({}),
    ) -> str:
        out = io.StringIO()
        report = open_report(name, out, style)
        report.add(findings)
        report.finish(Summary(files=1, checks=("xml", "grammar"), unmade=unmade))
        return out.getvalue()

    return write
