# SPDX-License-Identifier: MIT
"""Findings in five formats: ``pretty``, ``gnu``, ``json``, ``sarif`` and ``github``.

All carry the same findings; they differ in who reads them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from tei_edition.reports.report import Report, Summary

if TYPE_CHECKING:
    from tei_edition.reports.pretty import Style

__all__ = ["FORMATS", "Report", "Summary", "open_report"]

FORMATS = ("pretty", "gnu", "json", "sarif", "github")
"""Names of the formats, as ``--format`` takes them."""


def open_report(name: str, out: TextIO, style: Style | None = None) -> Report:
    """A report of the named format that writes to a text stream.

    Only ``pretty`` heeds the style.

    Raises:
        KeyError: there is no such format.
    """
    match name:
        case "pretty":
            from tei_edition.reports.pretty import PrettyReport, Style

            return PrettyReport(out, style or Style())
        case "gnu":
            from tei_edition.reports.gnu import GnuReport

            return GnuReport(out)
        case "json":
            from tei_edition.reports.json_report import JsonReport

            return JsonReport(out)
        case "sarif":
            from tei_edition.reports.sarif import SarifReport

            return SarifReport(out)
        case "github":
            from tei_edition.reports.github import GithubReport

            return GithubReport(out)
    raise KeyError(name)
