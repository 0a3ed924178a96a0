# SPDX-License-Identifier: MIT
"""The check ``citations`` of a run: published identifiers still name what they were published for.

What stands in the documents is gathered in their passes; here it is laid beside the registries.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tei_edition.citations.comparison import compare
from tei_edition.citations.published import published

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tei_edition.checks.facts import Facts
    from tei_edition.edition import Edition
    from tei_edition.findings import Finding


def check(
    editions: Mapping[str, Edition], facts: Sequence[Facts], files: set[str], *, whole: bool
) -> Iterator[Finding]:
    """What documents do to what is published of them.

    Args:
        editions: by document, the edition, if that has a registry.
        facts: those of the documents of the run.
        files: what the findings depend on is added here.
        whole: whether all documents of the edition are part of the run.
    """
    for edition in {each.file: each for each in editions.values()}.values():
        assert edition.registry is not None
        files |= {str(edition.registry), os.path.realpath(edition.file)}
        registry, problems = published(edition)
        yield from problems
        if registry is None:
            continue
        own = (each for each in facts if each.path in editions)
        units = [
            each.units
            for each in own
            if each.units is not None and editions[each.path].file == edition.file
        ]
        complete = whole and len(units) == len(edition.files)
        yield from compare(edition, registry, units, whole=complete)
