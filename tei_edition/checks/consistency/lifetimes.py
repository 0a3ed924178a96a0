# SPDX-License-Identifier: MIT
"""Lives: who wrote or received something before birth or after death.

A person with several claims about birth or death has lived in any of them. For places and
organisations, the dates on ``place`` and ``org`` themselves are the time of their existence.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.checks.consistency.warning import acknowledge, warning
from tei_edition.checks.records import RECEIVING
from tei_edition.checks.references import expand_prefix
from tei_edition.checks.uris import address
from tei_edition.paths import real

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from tei_edition.checks.dates import Span
    from tei_edition.checks.facts import Facts, Prefix
    from tei_edition.checks.records import Dated, Document, Life, Spot
    from tei_edition.findings import Finding


class Part(NamedTuple):
    """One who wrote or received a document, or the place of it."""

    spot: Spot
    refs: tuple[str, ...]
    verb: str
    span: Span


def parts(documents: Iterable[Document]) -> Iterator[Part]:
    """Who has a part in the correspondence, and when."""
    for document in documents:
        sent = [action for action in document.actions if action.action == "sent"]
        for party in document.parties:
            if party.action != "sent" and party.action not in RECEIVING:
                continue
            own = [action for action in document.actions if action.number == party.number]
            # Of a receipt without a date it is known that it was after the dispatch.
            when = _when(own) or _when(sent)
            if when is not None:
                verb = party.action if own else "sent"
                yield Part(party.spot, party.refs, verb, when)


def _when(actions: Sequence[Dated]) -> Span | None:
    """The whole time of some actions."""
    if not actions:
        return None
    first = min((action.span for action in actions), key=lambda found: found.start)
    last = max((action.span for action in actions), key=lambda found: found.end)
    return first._replace(end=last.end)


def reversed_lives(lives: Iterable[Life], *, covered: bool) -> Iterator[Finding]:
    """Lives that end before they begin."""
    for life in lives:
        if not life.begins or not life.ends:
            continue
        begin = min(life.begins, key=lambda found: found.start)
        end = max(life.ends, key=lambda found: found.end)
        # A rule of the documentary schema compares the years.
        if end.end < begin.start and not (covered and end.end[0] < begin.start[0]):
            yield warning(
                life.spot,
                "ends-before-beginning",
                f"this <{life.spot.element}> ends ({end.words}) before it begins ({begin.words})",
                "the two may have been exchanged",
            )


def lifetimes(
    documents: Sequence[Facts], load: Callable[[str], Sequence[Life]], files: set[str]
) -> Iterator[Finding]:
    """Parts in a correspondence outside the life or time of who has them.

    Args:
        documents: the facts of a run.
        load: gives the lives in a file that was not part of it.
        files: the files that lives were looked for in are added here.
    """
    tables = {
        real(Path(facts.path)): {life.spot.xml_id: life for life in facts.lives}
        for facts in documents
        if facts.lives or facts.parts
    }
    for facts in documents:
        prefixes = {prefix.ident: prefix for prefix in facts.prefixes}
        for part in facts.parts:
            for uri in part.refs:
                life = _life(part, uri, prefixes, tables, load)
                if life is not None:
                    yield from _outside(part, life)
    files.update(map(str, tables))


def _life(
    part: Part,
    uri: str,
    prefixes: Mapping[str, Prefix],
    tables: dict[Path, dict[str, Life]],
    load: Callable[[str], Sequence[Life]],
) -> Life | None:
    """The life that a name leads to; other checks say where it leads nowhere."""
    scheme = uri.partition(":")[0]
    if scheme in prefixes:
        uri = expand_prefix(prefixes[scheme], uri.partition(":")[2]) or ""
    scheme, there, fragment = address(uri)
    if scheme or not fragment:
        return None
    here = Path(part.spot.path)
    target = real(here.parent / there if there else here)
    if target not in tables:
        found = load(str(target)) if target.is_file() else ()
        tables[target] = {life.spot.xml_id: life for life in found}
    return tables[target].get(fragment)


def _outside(part: Part, life: Life) -> Iterator[Finding]:
    is_person = life.spot.element == "person"
    begins = min(life.begins, key=lambda found: found.start) if life.begins else None
    ends = max(life.ends, key=lambda found: found.end) if life.ends else None
    where = f"{Path(life.spot.path).name}, line {life.spot.line}"
    code = "not-alive" if is_person else "not-existing"
    if begins is not None and part.span.end < begins.start:
        verb = "was born" if is_person else "began"
        words = f"before “{life.spot.xml_id}” {verb} ({begins.words}; {where})"
    elif ends is not None and ends.end < part.span.start:
        verb = "died" if is_person else "ended"
        words = f"after “{life.spot.xml_id}” {verb} ({ends.words}; {where})"
    else:
        return
    yield warning(
        part.spot,
        code,
        f"the document was {part.verb} on {part.span.words}, {words}",
        acknowledge(code),
        "ref",
    )
