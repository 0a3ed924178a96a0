# SPDX-License-Identifier: MIT
"""``tei-edition ids``."""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter

import click

from tei_edition.reports import FORMATS


@click.group()
def command() -> None:
    """Look after the stable identifiers (xml:id) of an edition."""


@command.command()
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="pretty",
    show_default=True,
    help="How findings are written.",
)
def check(format_: str) -> int:
    """Say where a citable unit has no identifier, or one that is double or against the scheme.

    \b
    Exit status: 0 every unit has a good identifier, 1 errors, 2 the work could not be done.

    Example: tei-edition ids check
    """
    from tei_edition import citations
    from tei_edition.edition import Edition
    from tei_edition.findings import Severity
    from tei_edition.reports import Summary, open_report
    from tei_edition.reports.pretty import Style

    edition = Edition.find()
    severities = edition.validation.severities
    findings = sorted(filter(None, map(severities.weigh, citations.check(edition))))
    style = Style(
        colour=sys.stdout.isatty() and not os.environ.get("NO_COLOR"),
        width=shutil.get_terminal_size((100, 24)).columns,
    )
    report = open_report(format_, sys.stdout, style)
    report.add(findings)
    counts = Counter(finding.severity for finding in findings)
    summary = Summary(
        len(edition.files),
        ("identifiers",),
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        infos=counts[Severity.INFO],
    )
    report.finish(summary)
    return int(bool(summary.errors))
