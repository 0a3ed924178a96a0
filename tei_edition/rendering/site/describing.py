# SPDX-License-Identifier: MIT
"""What pages need to know of documents, found out in one process of several.

That follows from a document's text, with what it includes, and from the edition's settings. Of all
that a digest is kept over runs: where it is what it was, so is what was found out, and the document
is not even parsed (:mod:`tei_edition.rendering.kept`).
"""

from __future__ import annotations

import json
import pickle
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.rendering.facts.description import describe
from tei_edition.rendering.facts.model import DocumentFacts
from tei_edition.rendering.images import beside
from tei_edition.rendering.images.beside import Found
from tei_edition.rendering.inputs import citing_of
from tei_edition.rendering.kept import Described, digest
from tei_edition.rendering.sources.source import RenderingError, checked, read_source

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tei_edition.rendering.citing import Citing
    from tei_edition.rendering.facts.model import Kind
    from tei_edition.rendering.site.pages import Job
    from tei_edition.rendering.sources.source import Source


class Question(NamedTuple):
    """A document that is to be described."""

    path: Path
    kind: Kind
    last: Described | None
    """What was found out about it last time."""


class Answer(NamedTuple):
    """What was found out about a document."""

    facts: DocumentFacts
    found: Found
    """Its images."""
    to_keep: Described | None
    """What is to be known next time; None where that is known already, or nothing is kept."""


def describe_each(piece: tuple[Job, Sequence[Question]]) -> list[Answer | str]:
    """What other pages need to know of documents, and their images; words where one is broken."""
    job, questions = piece
    found: list[Answer | str] = []
    for question in questions:
        try:
            found.append(_answer(job, question))
        except RenderingError as error:
            found.append(str(error))
    return found


def _answer(job: Job, question: Question) -> Answer:
    path, last = question.path, question.last
    _check_name(path)
    source = read_source(path, job.root, check=False)
    follows = _follows(job, question, source)
    if last and follows and last.given == follows:
        facts, problems, has_images = json.loads(last.content)
        found = beside.find(source, path, job.root, job.base) if has_images else Found()
        found = found._replace(problems=(*problems, *found.problems))
        return Answer(DocumentFacts.from_json(facts), found, None)
    source = checked(source, path, job.root)
    found = beside.find(source, path, job.root, job.base)
    facts = _facts(job, question, source)
    to_keep = None
    if follows:
        content = json.dumps([facts.to_json(), source.problems, found != Found()])
        to_keep = Described(str(path), follows, content)
    return Answer(facts, found._replace(problems=(*source.problems, *found.problems)), to_keep)


def _facts(job: Job, question: Question, source: Source) -> DocumentFacts:
    facts = describe(source, question.kind)
    name, has_pages = facts.document.page.removesuffix(".html"), "html" in job.outputs
    citing = _citing_of(job.settings)
    cited = citing.cited(source, name, has_head=has_pages, has_files=has_pages)
    return replace(facts, cited=cited.to_json())


def _follows(job: Job, question: Question, source: Source) -> str:
    """A digest of all that :func:`_facts` and the problems of a source follow from; empty where
    nothing is kept. Images are looked for each time."""
    if not job.toolkit:
        return ""
    has_pages = "yes" if "html" in job.outputs else ""
    settings = [job.toolkit, _citing_of(job.settings).follows, has_pages]
    included = [sorted(source.included), sorted(source.owners.items()), source.problems]
    document = [question.kind, str(question.path), source.text, *source.headers]
    return digest([*settings, *document, json.dumps(included)])


def _check_name(path: Path) -> None:
    """Refuse a name that no address can be made of: it came from a system with other letters."""
    try:
        str(path).encode()
    except UnicodeEncodeError as error:
        reason = "the name of the file, or of a folder around it, is not in this system's encoding"
        raise RenderingError(f"{path}: {reason}: rename it") from error


@lru_cache(maxsize=1)
def _citing_of(stored: Path) -> Citing:
    """How documents are cited. The file is our own, written a moment ago."""
    return citing_of(pickle.loads(stored.read_bytes()))  # noqa: S301 - see above
