# SPDX-License-Identifier: MIT
"""The check ``citations``: the registry against the documents.

No published identifier may have vanished, been given to another thing, or have another text,
without a record of it.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.citations import revisions
from tei_edition.citations.digest import BLOCKS
from tei_edition.citations.identity import Identity
from tei_edition.citations.registry import What
from tei_edition.citations.registry_file import lines
from tei_edition.citations.scheme import Scheme
from tei_edition.citations.survey import survey
from tei_edition.findings import Finding, Severity
from tei_edition.paths import as_named

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tei_edition.citations.registry import Registry, Unit
    from tei_edition.citations.units import Found, Place, Units
    from tei_edition.edition import Edition


def compare(
    edition: Edition, registry: Registry, files: Sequence[Units], *, whole: bool
) -> Iterator[Finding]:
    """What the documents do to published identifiers and the registry does not know.

    Args:
        edition: its registry and its scheme.
        registry: what was published.
        files: what stands in the documents.
        whole: whether these are all files of the edition; else a unit is missed only where its
            document was read.
    """
    yield from _Comparison(edition, registry, files, whole=whole).findings()


class _Comparison:
    def __init__(
        self, edition: Edition, registry: Registry, files: Sequence[Units], *, whole: bool
    ) -> None:
        self._edition = edition
        self._registry = registry
        self._files = files
        self._whole = whole and all(units.is_whole for units in files)
        self._documents = {units.document: units for units in files if units.is_whole}
        self._found: dict[str, Found] = {}
        for units in files:
            for found in units.found:
                self._found.setdefault(found.xml_id, found)
        self._identity = Identity(registry, self._found)
        self._again: dict[str, Mapping[str, str]] = {}
        self._new_names: dict[str, str] = {}

    def findings(self) -> Iterator[Finding]:
        for unit in self._registry:
            found = self._found.get(unit.xml_id)
            if unit.is_current:
                if found is not None:
                    yield from self._kept(unit, found)
                elif self._whole or unit.document in self._documents:
                    yield self._vanished(unit)
            elif found is not None:
                yield _used_again(unit, found)
            if self._whole:
                yield from self._lost_successors(unit)
                yield from self._circles(unit)
        yield from self._errata()

    def _kept(self, unit: Unit, found: Found) -> Iterator[Finding]:
        """Of an identifier that is still in use: what it is in use for."""
        others = self._identity.other_documents
        if unit.is_document and unit.xml_id in others:
            message = (
                f"“{unit.xml_id}” has been given away: what was published in this document stands "
                f"in “{others[unit.xml_id]}” now, and nothing of it here"
            )
            hint = "the identifier of a document is never given to another: give it back its own"
            yield _finding("citation-reassigned", found, message, hint)
            return
        is_elsewhere = bool(found.document) and found.document != unit.document
        if is_elsewhere and others.keys().isdisjoint((unit.document, found.document)):
            message = (
                f"the published “{unit.xml_id}” stands in another document now: it was published "
                f"in “{unit.document}”"
            )
            hint = f"record it: tei-edition ids move {unit.xml_id}"
            yield _finding("citation-moved", found, message, hint)
        if not self.agrees(unit, found):
            yield self._taken(unit, found) or self._changed(unit, found)

    def _taken(self, unit: Unit, found: Found) -> Finding | None:
        """That it names something else now, or something else what it named; None if neither."""
        identity = self._identity
        hint = "published identifiers are never renumbered: give each passage its own back"
        if (other := identity.whose_text(found)) is not None:
            why = f"here stands the text published as “{other}”"
        elif found.kind != unit.kind:
            label = unit.label or "the document"
            why = f"it was published for a <{unit.kind}> ({label}), and names this <{found.kind}>"
            hint = "give this one another xml:id, and say what became of the other"
        elif (taker := identity.who_has_its_text(unit)) is not None:
            why = f"what it was published for is “{taker}” now"
        elif (new := identity.new_with_its_text(unit)) is not None:
            why = f"what it was published for is the new “{new}”"
            hint = (
                "give it its identifier back, and this one another; if that is a part of what was "
                f"divided: tei-edition ids record-change {unit.xml_id} --continued-in {new} "
                '--note "…"'
            )
        else:
            return None
        message = f"“{unit.xml_id}” has been given away: {why}"
        return _finding("citation-reassigned", found, message, hint)

    def _changed(self, unit: Unit, found: Found) -> Finding:
        """Of one that nothing else has taken: whether it is still itself, with another text."""
        if not self._identity.keeps(unit, found):
            return self._given_away(unit, found)
        if lost := self._identity.lost(unit, found):
            message = (
                f"“{unit.xml_id}” has lost a part of what was published in it: “{lost[0]}” stands "
                "elsewhere"
            )
            hint = (
                "if it was divided or shortened, record the erratum: tei-edition ids record-change "
                f'{unit.xml_id} --note "…", with --continued-in for what is in a new one'
            )
            return _finding("citation-changed", found, message, hint)
        if not self._identity.is_at_its_place(unit, found):
            return self._displaced(unit, found)
        since = unit.history[-1].version if unit.history else unit.version
        message = f"the text of “{unit.xml_id}” is not the one published" + (
            f" in version {since}" if since else ""
        )
        hint = (
            "if it was corrected, record the erratum: "
            f'tei-edition ids record-change {unit.xml_id} --note "what was corrected"'
        )
        return _finding("citation-changed", found, message, hint)

    def agrees(self, unit: Unit, found: Found) -> bool:
        """Whether a unit has the text that was published.

        One that had none of its own is compared by what :mod:`tei_edition.citations.identity` says.
        A new identifier inside a unit takes a part of its text to a unit of its own: then it is
        compared with that part.
        """
        if not unit.digest:
            # Words that lie right in a container now may be those of a unit that vanished: that is
            # said of it. One that held nothing had no words.
            has_words = bool(found.digest) and not unit.is_document and not unit.holds
            is_same = found.kind == unit.kind and not has_words
            return is_same and self._identity.is_itself(unit, found)
        if found.digest == unit.digest:
            return self._identity.is_at_its_place(unit, found)
        path = found.place[0]
        if path not in self._again:
            self._again[path] = self._digests_as_published(path)
        return self._again[path].get(unit.xml_id, found.digest) == unit.digest

    def _digests_as_published(self, path: str) -> Mapping[str, str]:
        known = self._registry.units
        found = (each for units in self._files if units.path == path for each in units.found)
        if not any(each.xml_id not in known and each.kind in BLOCKS for each in found):
            return {}
        units = survey(Path(path), path, Scheme.of(self._edition), known)
        return {found.xml_id: found.digest for found in units.found}

    def _given_away(self, unit: Unit, found: Found) -> Finding:
        """Of one without text: nothing that stood in it stands here."""
        other = self._identity.whose_content(found)
        if other is not None:
            message = (
                f"“{unit.xml_id}” has been given away: here stands what was published in “{other}”"
            )
            hint = "published identifiers are never renumbered: give each its own back"
        else:
            message = (
                f"“{unit.xml_id}” has been given away: nothing that was published in it "
                f"(“{unit.holds[0]}” …) stands here"
            )
            hint = (
                f"give it back to the <{unit.kind}> it was published for; if that is this one, and "
                "its content went elsewhere, record it: "
                f'tei-edition ids record-change {unit.xml_id} --note "…"'
            )
        return _finding("citation-reassigned", found, message, hint)

    def _displaced(self, unit: Unit, found: Found) -> Finding:
        """Of one that is known by its place: it stands at another."""
        between = [
            words
            for words in (
                f"in “{unit.within}”",
                unit.after and f"after “{unit.after}”",
                unit.before and f"before “{unit.before}”",
            )
            if words
        ]
        message = (
            f"“{unit.xml_id}” has been given away: it was published for a <{unit.kind}> "
            f"{', '.join(between)}, and this one stands elsewhere"
        )
        hint = (
            "give it back to that one; if it is this one, and was put to another place, record it: "
            f'tei-edition ids record-change {unit.xml_id} --note "…"'
        )
        return _finding("citation-reassigned", found, message, hint)

    def _vanished(self, unit: Unit) -> Finding:
        document = self._documents.get(unit.document)
        where = "this document" if document else "the edition"
        label = f" ({unit.label})" if unit.label else ""
        message = f"the published “{unit.xml_id}”{label} is gone from {where}"
        new = self._identity.new_by_digest.get(unit.digest, ())
        renamed = self._renamed(unit.document) if unit.document not in self._found else ""
        if renamed:
            hint = (
                f"its document seems to be “{renamed}” now: if it was renamed, record that, and "
                f"its passages go along: tei-edition ids move {unit.document} {renamed}"
            )
        elif new:
            hint = (
                f"its text has the xml:id “{new[0].xml_id}” now: give it back its own, or record "
                f"the move: tei-edition ids move {unit.xml_id} {new[0].xml_id}"
            )
        else:
            hint = (
                f"bring it back, or say what became of it: tei-edition ids retire {unit.xml_id} "
                '--into ID, or --reason "…"'
            )
        place = document.place if document else self._line(unit)
        return _at(place, "citation-vanished", message, hint, unit.xml_id)

    def _renamed(self, document: str) -> str:
        """The new document that has most texts of one that vanished; empty if none has any."""
        if document not in self._new_names:
            self._new_names[document] = self._new_name(document)
        return self._new_names[document]

    def _new_name(self, document: str) -> str:
        texts = {unit.digest for unit in self._registry.of_document(document)} - {""}
        new = Counter(
            found.document
            for text in texts
            for found in self._identity.new_by_digest.get(text, ())
            if found.document not in self._registry.units
        )
        return min(new, key=lambda name: (-new[name], name)) if new else ""

    def _lost_successors(self, unit: Unit) -> Iterator[Finding]:
        for event in unit.history:
            for xml_id in event.into:
                if xml_id not in self._registry.units:
                    message = f"“{unit.xml_id}” leads to “{xml_id}”, which was never published"
                    hint = "name an identifier that is in the registry"
                    place = self._line(unit)
                    yield _at(place, "citation-leads-nowhere", message, hint, unit.xml_id)

    def _circles(self, unit: Unit) -> Iterator[Finding]:
        """A unit that is gone and leads back to itself."""
        seen: set[str] = set()
        pending = list(unit.end.into) if unit.end else []
        while pending:
            other = self._registry.units.get(pending.pop())
            if other is None or other.xml_id in seen:
                continue
            seen.add(other.xml_id)
            pending += other.end.into if other.end else ()
        if unit.xml_id in seen:
            through = ", ".join(f"“{each}”" for each in sorted(seen - {unit.xml_id}))
            message = f"“{unit.xml_id}” leads back to itself, through {through}"
            hint = "two branches recorded opposite things: take one of the records out"
            place = self._line(unit)
            yield _at(place, "citation-leads-nowhere", message, hint, unit.xml_id)

    def _errata(self) -> Iterator[Finding]:
        """Where registry and ``revisionDesc`` do not say the same."""
        drifts = revisions.drifts(self._registry, self._files, self._edition.language)
        for units, missing, unrecorded in drifts:
            for xml_id, on, words in sorted(missing):
                message = (
                    f"the registry records of “{xml_id}” on {on}: “{words}”, and the revisionDesc "
                    "does not say so"
                )
                hint = "write it there: tei-edition ids errata --write"
                yield _at(units.place, "erratum-unstated", message, hint, units.document)
            for each in unrecorded:
                xml_id, on, _ = each.statement
                message = (
                    f"the revisionDesc states an erratum of “{xml_id}” on {on} that the registry "
                    "does not record, or not in these words"
                )
                hint = (
                    "errata are recorded with tei-edition ids record-change, which states them "
                    "here; put its words back, or take this one out"
                )
                yield _at(each.place, "erratum-unrecorded", message, hint, "", "change")

    def _line(self, unit: Unit) -> Place:
        """The unit's line of the registry."""
        assert self._edition.registry is not None
        return str(as_named(self._edition.registry)), self._lines[unit.xml_id], 1

    @cached_property
    def _lines(self) -> Mapping[str, int]:
        assert self._edition.registry is not None
        return lines(self._edition.registry)


def _used_again(unit: Unit, found: Found) -> Finding:
    end = unit.end
    assert end is not None
    if end.what is What.MOVED:
        message = f"“{unit.xml_id}” moved to “{end.into[0]}” on {end.on}, and is used again here"
        record = f"move {end.into[0]} {unit.xml_id}"
    else:
        record = f"restore {unit.xml_id}"
        message = f"“{unit.xml_id}” was retired on {end.on}, and is used again here"
    hint = (
        "an identifier once published is never given to another thing: choose another; if this is "
        f"the same passage, back again, record it: tei-edition ids {record}"
    )
    return _finding("citation-reassigned", found, message, hint)


def _finding(code: str, found: Found, message: str, hint: str) -> Finding:
    return _at(found.place, code, message, hint, found.xml_id, found.kind)


def _at(
    place: Place, code: str, message: str, hint: str, xml_id: str, element: str = ""
) -> Finding:
    return Finding(
        *place, code, Severity.ERROR, "citations", message, hint, element, xml_id, "xml:id"
    )
