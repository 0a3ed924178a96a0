"""What git makes of two branches is a registry that holds both, or is refused."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tei_edition.citations.registry import Event, Registry, RegistryError, Unit, Version, What
from tei_edition.citations.registry_format import parse, written

DIGEST = f"1:{'a' * 64}"
BASE = Registry(
    {
        name: Unit(name, name[0], "p", "¶", DIGEST, "1.0")
        for name in ("a", "a-p01", "a-p02", "a-p03", "b", "b-p01", "b-p02", "c", "c-p01")
    },
    (Version("1.0", "2027-01-01"),),
)

NEW = st.sampled_from(["a-p02a", "a-p04", "b-p03", "c-p02", "d", "d-p01", "e"])
OLD = st.sampled_from(sorted(BASE.units))
EVENT = st.builds(
    Event,
    st.sampled_from(list(What)),
    st.sampled_from(["2028-01-01", "2028-02-01"]),
    st.sampled_from(["x", "y"]),
    was=st.just(DIGEST),
)
VERSION = st.sampled_from([("1.1", "2028-03-01"), ("1.1", "2028-04-01"), ("1.2", "2028-03-01")])


@st.composite
def branches(draw: st.DrawFn) -> Registry:
    """What a branch makes of the registry: records, new units, perhaps a version."""
    units = dict(BASE.units)
    for name, events in draw(st.dictionaries(OLD, st.lists(EVENT, min_size=1, max_size=2))).items():
        units[name] = replace(units[name], history=tuple(events))
    for name in draw(st.sets(NEW)):
        units[name] = Unit(name, name[0], "p", draw(st.sampled_from("¶§")), DIGEST, "1.1")
    versions = BASE.versions
    if draw(st.booleans()):
        versions = (*versions, Version(*draw(VERSION)))
    return Registry(units, versions)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("merges")


@given(branches(), branches())
@settings(max_examples=60, deadline=None)
def test_a_merge_holds_what_both_branches_recorded_or_is_refused(
    folder: Path, ours: Registry, theirs: Registry
) -> None:
    for name, registry in (("ours", ours), ("base", BASE), ("theirs", theirs)):
        (folder / name).write_text(written(registry), encoding="utf-8")
    merged = subprocess.run(
        ["git", "merge-file", "--union", "-p", "ours", "base", "theirs"],
        cwd=folder,
        capture_output=True,
        check=True,
    ).stdout.decode("utf-8")
    refusal = ""
    try:
        result = parse(merged, "citations.json")
    except RegistryError as error:
        refusal = error.words
    if refusal:
        assert "contradict each other" in refusal or "with different dates" in refusal
        assert _collide(ours, theirs)
        return
    assert set(result.versions) == {*ours.versions, *theirs.versions}
    for name in {*ours.units, *theirs.units}:
        before, one, other = (r.units.get(name) for r in (BASE, ours, theirs))
        changed = {unit for unit in (one, other) if unit is not None and unit != before}
        assert result.units[name] in (changed or {before})
        longest = max(map(_events, changed), default=0)
        assert _events(result.units[name]) == longest
    assert parse(written(result), "citations.json") == result


def _collide(ours: Registry, theirs: Registry) -> bool:
    """Whether both say something of one unit, or of one version, and not the same."""
    pairs = [(ours.units.get(name), unit) for name, unit in theirs.units.items()]
    units = any(
        one and one != other and BASE.units.get(other.xml_id) not in (one, other)
        for one, other in pairs
    )
    dates = {each.name: each.date for each in ours.versions}
    return units or any(dates.get(v.name, v.date) != v.date for v in theirs.versions)


def _events(unit: Unit | None) -> int:
    return len(unit.history) if unit else 0
