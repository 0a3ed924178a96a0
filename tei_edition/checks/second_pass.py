# SPDX-License-Identifier: MIT
"""The checks of one document that need to know where elements stand: a second, light pass."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.checks import consistency, transcript
from tei_edition.checks.survey import Survey

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.checks.document import Task
    from tei_edition.checks.facts import Facts
    from tei_edition.checks.records import Document, Life
    from tei_edition.findings import Finding


class SecondPass:
    """The pass over a well-formed document.

    Args:
        task: the document.
        files: what the findings depend on is added here: files that were read or looked for.
    """

    def __init__(self, task: Task, files: set[str]) -> None:
        self._task = task
        self._files = files

    def findings(self, checks: Sequence[str], facts: Facts, *, covered: bool) -> Iterator[Finding]:
        """What the checks find; what they need for the run as a whole goes to the facts.

        Args:
            checks: the checks to make.
            facts: the document's.
            covered: whether the bundled rules are run as well.

        Raises:
            ConfigurationError: the conventions of transcription cannot be used.
        """
        task = self._task
        path, root = Path(task.path), Path(task.root)
        survey = Survey(path, task.path, root, mentions=any(task.period))
        documents = survey.documents()
        if "transcript" in checks:
            sources = _sources(survey, documents)
            yield from transcript.check(
                path, task.path, root, sources, self._sources_of, task.conventions, self._files
            )
        if "consistency" in checks:
            for document in documents:
                yield from consistency.check(document, task.period, covered=covered)
            facts.parts = list(consistency.parts(documents))
            facts.lives = [life for document in documents for life in document.lives]

    def _sources_of(self, path: Path, name: str, root: Path) -> transcript.Sources:
        self._files.add(str(path))
        survey = Survey(path, name, root)
        return _sources(survey, survey.documents())


def _sources(survey: Survey, documents: Sequence[Document]) -> transcript.Sources:
    return transcript.Sources(
        tuple(named for document in documents for named in document.transcriptions),
        tuple(named for document in documents for named in document.carriers),
        survey.faults,
    )


def lives(path: str) -> list[Life]:
    """The lives in a file that was not part of the run; none where it is not XML."""
    try:
        documents = Survey(Path(path), path, Path(path).parent).documents()
    except OSError:
        return []
    return [life for document in documents for life in document.lives]
