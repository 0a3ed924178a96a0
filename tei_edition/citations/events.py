# SPDX-License-Identifier: MIT
"""What an editor records in the registry: publications, errata, moves, retirements.

Each function takes the registry and what stands in the documents, and gives the registry with the
record in it. The editor changes the documents first; what the documents do not bear out is refused.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tei_edition.citations.identity import Identity, held
from tei_edition.citations.registry import Event, Registry, Unit, Version, What, version_order
from tei_edition.errors import TeiEditionError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tei_edition.citations.units import Found


class RefusedError(TeiEditionError):
    """What is to be recorded is not so."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in the documents of an edition."""

    found: Mapping[str, Found]
    """By identifier."""
    held: Mapping[str, Sequence[str]]
    """By identifier, those of the units right in it."""
    beside: Mapping[str, tuple[str, str]]
    """By identifier, those of the units right before and behind it in what it stands in; empty
    where there is none."""

    @classmethod
    def of(cls, units: Iterable[Found]) -> Standing:
        """The first of each identifier."""
        found: dict[str, Found] = {}
        for each in units:
            found.setdefault(each.xml_id, each)
        inside = held(found)
        beside = {
            here: (before, behind)
            for units in inside.values()
            for before, here, behind in zip(("", *units), units, (*units[1:], ""), strict=False)
        }
        return cls(found, inside, beside)

    def __contains__(self, xml_id: str) -> bool:
        return xml_id in self.found

    def place(self, xml_id: str) -> str:
        """``file:line`` of a unit."""
        path, line, _ = self.found[xml_id].place
        return f"{path}:{line}"


def publish(registry: Registry, standing: Standing, version: str, today: str) -> Registry:
    """All units of the documents, and all events so far, published in a version.

    Publishing in the last version once more adds what is new to it.

    Raises:
        RefusedError: a later version is published already, or the last one was on a later day.
    """
    if registry.version and version_order(version) < version_order(registry.version):
        raise RefusedError(
            f"version {registry.version} is published already, and {version} comes before it: "
            "give the edition a later version (edition.toml or --version)"
        )
    units = {name: _stamped(unit, version) for name, unit in registry.units.items()}
    for xml_id, found in standing.found.items():
        known = units.get(xml_id) or Unit(xml_id, "", "", "", "", version)
        units[xml_id] = _as_found(known, found, standing)
    versions = registry.versions
    if version != registry.version:
        _not_before(registry, today)
        versions = (*versions, Version(version, today))
    return Registry(units, versions)


def _stamped(unit: Unit, version: str) -> Unit:
    """The unit with what was not published yet published in a version."""
    if unit.version and all(event.version for event in unit.history):
        return unit
    history = tuple(
        event if event.version else replace(event, version=version) for event in unit.history
    )
    return replace(unit, version=unit.version or version, history=history)


def _as_found(unit: Unit, found: Found, standing: Standing) -> Unit:
    has_text = found.digest or found.xml_id == found.document
    holds = () if has_text else tuple(standing.held.get(found.xml_id, ()))
    placed = replace(
        unit,
        document=found.document or found.xml_id,
        kind=found.kind,
        label=found.label,
        digest=found.digest,
        holds=holds,
        within="",
        after="",
        before="",
    )
    if has_text or holds or not found.is_in_order:
        return placed
    after, before = standing.beside.get(found.xml_id, ("", ""))
    return replace(placed, within=found.within, after=after, before=before)


def record_change(
    registry: Registry,
    standing: Standing,
    xml_id: str,
    note: str,
    today: str,
    continued_in: Sequence[str] = (),
) -> Registry:
    """A dated erratum: the text of a published unit was corrected.

    Args:
        registry: what was published.
        standing: what stands in the documents.
        xml_id: the unit.
        note: what was corrected, for readers.
        today: the day, ISO 8601.
        continued_in: units where a part of the text stands now.

    Raises:
        RefusedError: the unit is not published, not in the documents, or has the published text;
            it is no correction: the identifier was given to another element or passage; the note
            is empty.
    """
    unit = _current(registry, xml_id)
    _stands(standing, xml_id)
    found = standing.found[xml_id]
    if not note.strip():
        raise RefusedError(f"say in --note what was corrected in “{xml_id}”")
    identity = Identity(registry, standing.found)
    is_as_published = found.digest == unit.digest and identity.is_itself(unit, found)
    if is_as_published and (unit.digest or found.kind == unit.kind):
        last = unit.history[-1] if unit.history else None
        known = f"as recorded on {last.on}" if last and not last.version else "the published one"
        raise RefusedError(f"the text of “{xml_id}” is {known}: there is no change")
    _is_same(unit, found, identity, continued_in)
    _known(registry, standing, xml_id, continued_in)
    event = Event(What.CHANGED, today, note, into=tuple(continued_in), was=unit.digest)
    changed = replace(_as_found(unit, found, standing), document=unit.document)
    return _with(registry, standing, _then(changed, event))


def _is_same(
    unit: Unit, found: Found, identity: Identity, continued_in: Sequence[str] = ()
) -> None:
    """Refuse what is no correction of a unit, but another one under its identifier."""
    name = f"“{unit.xml_id}”"
    if found.kind != unit.kind:
        raise RefusedError(
            f"{name} was published for a <{unit.kind}>, and names a <{found.kind}> now: give that "
            f"one another xml:id. If it is the same passage, record the correction while it is a "
            f"<{unit.kind}>, and change the element then"
        )
    other = identity.whose_text(found)
    if other is None and not found.digest:
        other = identity.whose_content(found)
    if other is not None:
        raise RefusedError(
            f"what stands under {name} now was published as “{other}”: that is no correction. "
            "Published identifiers are never renumbered: give each passage its own back"
        )
    other = identity.who_has_its_text(unit)
    if other is None and unit.within and not identity.is_at_its_place(unit, found):
        other = identity.whose_place(unit)
    if other is not None:
        raise RefusedError(
            f"what was published as {name} stands under “{other}” now: that is no correction. "
            "Published identifiers are never renumbered: give each passage its own back"
        )
    other = identity.new_with_its_text(unit)
    if other is not None and other not in continued_in:
        raise RefusedError(
            f"what was published as {name} stands under the new “{other}”: give it its identifier "
            f"back. If that is a part of what was divided, say so: --continued-in {other}"
        )


def retire(
    registry: Registry,
    standing: Standing,
    xml_id: str,
    into: Sequence[str],
    reason: str,
    today: str,
) -> Registry:
    """A published unit is no longer in the edition; of a document, all its units that are gone.

    Raises:
        RefusedError: it is not published, still in the documents, has unknown successors, or
            neither a successor nor a reason.
    """
    unit = _current(registry, xml_id)
    if not into and not reason:
        raise RefusedError("say what it was merged into (--into ID), or why it went (--reason)")
    _gone(standing, xml_id)
    _known(registry, standing, xml_id, into)
    event = Event(What.RETIRED, today, reason, into=tuple(into))
    gone = [unit]
    if unit.is_document:
        gone = [
            each
            for each in registry.of_document(xml_id)
            if each.is_current and each.xml_id not in standing
        ]
    return _with(registry, standing, *(_then(each, event) for each in gone))


def move(
    registry: Registry, standing: Standing, old: str, new: str | None, note: str, today: str
) -> Registry:
    """A unit has another identifier now, or, without a new one, stands in another document.

    A document that is renamed takes its units along: what began with its identifier has to begin
    with the new one, or has kept its own. A unit may move back: then its old identifier is its
    own again.

    Raises:
        RefusedError: the documents do not bear it out; the new identifier is another unit's.
    """
    unit = _current(registry, old)
    if new is None:
        _stands(standing, old)
        there = standing.found[old].document
        if there == unit.document:
            raise RefusedError(f"“{old}” stands in “{there}”, as published: it has not moved")
        event = Event(What.MOVED, today, note, left=unit.document)
        return _with(registry, standing, replace(_then(unit, event), document=there))
    names = {old: new}
    moved = []
    for each in registry.of_document(old) if unit.is_document else ():
        found = standing.found.get(each.xml_id)
        if found is not None and found.document == new and each.is_current:
            event = Event(What.MOVED, today, note, left=old)
            moved.append(replace(_then(each, event), document=new))
        elif found is None and each.is_current and each.xml_id != old:
            names[each.xml_id] = _renamed(each.xml_id, old, new)
    identity = Identity(registry, standing.found, names)
    for before, after in names.items():
        _gone(standing, before)
        _stands(standing, after)
        is_back = _moved_to(registry, after, before)
        if after in registry.units and not is_back:
            raise RefusedError(
                f"“{after}” was published for another unit: if “{before}” was merged into it, "
                f"record that: tei-edition ids retire {before} --into {after}"
            )
        known = registry.units[before]
        _has_moved(known, standing.found[after], identity, note)
        was = known.digest if known.digest != standing.found[after].digest else ""
        moved.append(_then(known, Event(What.MOVED, today, note, into=(after,), was=was)))
        if is_back:
            back = _as_found(registry.units[after], standing.found[after], standing)
            moved.append(_then(back, Event(What.RESTORED, today, note)))
    return _with(registry, standing, *moved)


def _has_moved(unit: Unit, found: Found, identity: Identity, note: str) -> None:
    """Refuse a move to what is another thing, and one with a correction that nobody explains."""
    old, new = f"“{unit.xml_id}”", f"“{found.xml_id}”"
    is_same_text = found.digest == unit.digest
    if is_same_text and unit.digest:
        return
    if found.kind != unit.kind:
        raise RefusedError(f"{old} was published for a <{unit.kind}>; {new} is a <{found.kind}>")
    other = identity.whose_text(found)
    if other is not None:
        raise RefusedError(f"what stands under {new} was published as “{other}”, not as {old}")
    if not identity.keeps(unit, found):
        raise RefusedError(
            f"nothing that was published in {old} (“{unit.holds[0]}” …) stands in {new}"
        )
    if not note and not is_same_text:
        raise RefusedError(
            f"the text of {new} is not the one published as {old}: say in --note what was corrected"
        )
    if not note and not identity.is_itself(unit, found):
        raise RefusedError(
            f"{new} does not hold what was published in {old}, or does not stand where that did: "
            "say in --note what was changed"
        )


def restore(registry: Registry, standing: Standing, xml_id: str, note: str, today: str) -> Registry:
    """A retired unit is back in the documents, under its identifier.

    A document brings back its units that were retired with it and stand in it again.

    Raises:
        RefusedError: it was never published, is not retired, or is not in the documents.
    """
    unit = _published(registry, xml_id)
    if unit.end is None:
        raise RefusedError(f"“{xml_id}” is not retired")
    for other in unit.end.into if unit.end.what is What.MOVED else ():
        if registry.units[other].is_current:
            raise RefusedError(
                f"“{xml_id}” is not retired: it moved to “{other}”; if it moved back, record that: "
                f"tei-edition ids move {other} {xml_id}"
            )
    gone = [unit]
    for each in registry.of_document(xml_id) if unit.is_document else ():
        found = standing.found.get(each.xml_id)
        is_back = found is not None and found.document == xml_id
        if is_back and each.end == unit.end and each is not unit:
            gone.append(each)
    restored = [_restored(each, standing, note, today) for each in gone]
    return _with(registry, standing, *restored)


def _restored(unit: Unit, standing: Standing, note: str, today: str) -> Unit:
    xml_id = unit.xml_id
    _stands(standing, xml_id)
    found = standing.found[xml_id]
    was = unit.digest if unit.digest != found.digest else ""
    if was and not note:
        raise RefusedError(
            f"the text of “{xml_id}” is not the one published: say in --note what was corrected"
        )
    event = Event(What.RESTORED, today, note, was=was)
    return _then(_as_found(unit, found, standing), event)


def _moved_to(registry: Registry, xml_id: str, other: str) -> bool:
    """Whether a unit left its identifier for another one."""
    end = registry.units[xml_id].end if xml_id in registry.units else None
    return end is not None and end.what is What.MOVED and other in end.into


def _with(registry: Registry, standing: Standing, *changed: Unit) -> Registry:
    """The registry with units changed, and with the units entered that they lead to."""
    units = dict(registry.units)
    for unit in changed:
        _not_before(registry, unit.history[-1].on)
        units[unit.xml_id] = unit
        for xml_id in unit.history[-1].into:
            if xml_id not in units:
                entered = Unit(xml_id, "", "", "", "", "")
                units[xml_id] = _as_found(entered, standing.found[xml_id], standing)
    return replace(registry, units=units)


def _not_before(registry: Registry, day: str) -> None:
    """Refuse a day before the last version."""
    if registry.versions and day < registry.versions[-1].date:
        last = registry.versions[-1]
        raise RefusedError(f"version {last.name} was published on {last.date}: {day} is before it")


def _then(unit: Unit, event: Event) -> Unit:
    last = unit.history[-1].on if unit.history else ""
    if event.on < last:
        raise RefusedError(
            f"the last record of “{unit.xml_id}” is of {last}: {event.on} is before it"
        )
    return replace(unit, history=(*unit.history, event))


def _renamed(xml_id: str, old: str, new: str) -> str:
    if not xml_id.startswith(f"{old}-"):
        raise RefusedError(
            f"“{xml_id}” stood in “{old}” and does not begin with its identifier: record first "
            f"what became of it: tei-edition ids move {xml_id} ID"
        )
    return f"{new}{xml_id.removeprefix(old)}"


def _published(registry: Registry, xml_id: str) -> Unit:
    return registry.resolve(xml_id).unit


def _current(registry: Registry, xml_id: str) -> Unit:
    unit = _published(registry, xml_id)
    if unit.end is not None:
        word = "moved" if unit.end.what is What.MOVED else "was retired"
        raise RefusedError(f"“{xml_id}” {word} on {unit.end.on} already")
    return unit


def _stands(standing: Standing, xml_id: str) -> None:
    if xml_id not in standing:
        raise RefusedError(f"no document of the edition has the xml:id “{xml_id}”")


def _gone(standing: Standing, xml_id: str) -> None:
    if xml_id in standing:
        raise RefusedError(
            f"“{xml_id}” still stands in {standing.place(xml_id)}: change the document first"
        )


def _known(registry: Registry, standing: Standing, xml_id: str, others: Sequence[str]) -> None:
    for other in others:
        if other == xml_id:
            raise RefusedError(f"“{xml_id}” cannot lead to itself")
        if other not in registry.units and other not in standing:
            raise RefusedError(
                f"“{other}” was never published, and no document of the edition has it"
            )
        end = registry.units[other].end if other in registry.units else None
        if end is not None:
            word = "moved" if end.what is What.MOVED else "was retired"
            now = " or ".join(f"“{each.xml_id}”" for each in registry.resolve(other).now)
            raise RefusedError(
                f"“{other}” {word} on {end.on}, so that nothing can lead to it"
                + (f": name {now}" if now and now != f"“{xml_id}”" else "")
            )
