from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from tei_edition import resources
from tei_edition.citations import keeping, registry_format
from tei_edition.citations.registry import (
    Event,
    Registry,
    RegistryError,
    Status,
    Unit,
    UnpublishedError,
    Version,
    What,
)
from tei_edition.citations.registry_file import change, load
from tei_edition.citations.registry_format import parse, written
from tei_edition.edition import Edition
from tei_edition.errors import TeiEditionError

Make = Callable[..., Edition]

DIGEST = f"1:{'a' * 64}"
DAY = "2027-03-01"


def unit(xml_id: str, *history: Event, label: str = "¶ 1") -> Unit:
    return Unit(xml_id, "a", "p", label, DIGEST, "1.0", history)


def registry(*units: Unit) -> Registry:
    return Registry({each.xml_id: each for each in units}, (Version("1.0", "2026-11-25"),))


def moved(into: str, on: str = DAY) -> Event:
    return Event(What.MOVED, on, into=(into,))


FULL = registry(
    Unit("a", "a", "TEI", "A letter of “1950”", DIGEST, "1.0"),
    unit("a-p01", Event(What.CHANGED, DAY, "“a” for “b”", was=DIGEST, version="1.1")),
    unit("a-p02", Event(What.RETIRED, DAY, "merged", into=("a-p01",))),
    unit("a-p03", moved("a-p04")),
    unit("a-p04", Event(What.RETIRED, "2028-01-01", "not in the document")),
    unit("a-p05", Event(What.MOVED, DAY, left="b")),
    unit("a-p06", Event(What.RETIRED, DAY, "left out"), Event(What.RESTORED, "2028-01-01")),
    unit("a-p07", moved("a-p08")),
    unit("a-p08"),
)


@pytest.mark.parametrize(
    ("xml_id", "status", "now", "events"),
    [
        ("a", Status.CURRENT, ["a"], []),
        ("a-p01", Status.CURRENT, ["a-p01"], ["changed"]),
        ("a-p02", Status.RETIRED, ["a-p01"], ["retired", "changed"]),
        ("a-p03", Status.RETIRED, [], ["moved", "retired"]),
        ("a-p05", Status.CURRENT, ["a-p05"], ["moved"]),
        ("a-p06", Status.CURRENT, ["a-p06"], ["retired", "restored"]),
        ("a-p07", Status.MOVED, ["a-p08"], ["moved"]),
    ],
)
def test_every_identifier_leads_to_its_passage_or_to_an_account_of_it(
    xml_id: str, status: Status, now: list[str], events: list[str]
) -> None:
    found = FULL.resolve(xml_id)
    assert found.unit.xml_id == xml_id
    assert found.status is status
    assert [each.xml_id for each in found.now] == now
    assert [event.what.value for _, event in found.account] == events


def test_a_circle_of_moves_ends() -> None:
    found = registry(unit("a-p01", moved("a-p02")), unit("a-p02", moved("a-p01"))).resolve("a-p01")
    assert (found.status, found.now) == (Status.RETIRED, ())


def test_an_identifier_never_published_is_said_with_the_nearest() -> None:
    with pytest.raises(UnpublishedError, match="never published; did you mean “a-p01”"):
        FULL.resolve("a-po1")


def test_the_file_is_read_as_it_was_written_and_fits_the_schema() -> None:
    text = written(FULL)
    assert parse(text, "citations.json") == FULL
    schema = json.loads(resources.schema("citations.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(json.loads(text))
    jsonschema.Draft202012Validator.check_schema(schema)


def test_one_change_is_one_line() -> None:
    before = written(FULL).splitlines()
    changed = {**FULL.units, "a-p08": replace(FULL.units["a-p08"], label="paragraph 8")}
    after = written(replace(FULL, units=changed)).splitlines()
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1
    added = written(replace(FULL, units={**FULL.units, "z": unit("z")})).splitlines()
    assert [line for line in added if line not in before] == [added[-4]]
    assert [line for line in before if line not in added] == []


def test_a_file_that_changes_nothing_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "citations.json"
    change(path, lambda _: FULL)
    path.chmod(0o640)
    first = path.stat()
    assert change(path, lambda same: same) == FULL
    assert path.stat().st_mtime_ns == first.st_mtime_ns
    change(path, lambda same: replace(same, versions=()))
    assert path.stat().st_mode == first.st_mode
    assert [each.name for each in tmp_path.iterdir()] == ["citations.json"]


def test_of_two_lines_for_one_unit_the_one_that_goes_on_counts() -> None:
    text = written(FULL)
    newer = written(registry(unit("a-p08", moved("a-p01"))))
    line, other = (
        next(each for each in whole.splitlines() if each.startswith('    "a-p08"'))
        for whole in (text, newer)
    )
    for both in (f"{line}\n{other}", f"{other}\n{line}"):
        merged = parse(text.replace(line, both), "citations.json")
        assert merged.units["a-p08"].history == (moved("a-p01"),)


@pytest.mark.parametrize("was", [f"1:{'b' * 64}", ""])
def test_of_two_passages_that_two_branches_published_under_one_identifier_none_counts(
    was: str,
) -> None:
    corrected = unit("a-p09", Event(What.CHANGED, DAY, "x", was=was, version="1.2"))
    text = written(registry(corrected))
    line = next(each for each in text.splitlines() if each.startswith('    "a-p09"'))
    other = next(each for each in written(registry(unit("a-p09"))).splitlines() if "a-p09" in each)
    for both in (f"{line}\n{other}", f"{other}\n{line}"):
        with pytest.raises(RegistryError, match="two lines for “a-p09” that contradict each other"):
            parse(text.replace(line, both), "citations.json")


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("{\n", "[\n", 2, "is not JSON"),
        ('"format": 2', f'"format": {"9" * 5000}', 1, "is not a registry of identifiers"),
        ('"format": 2', '"format": 1, "format": 1', 1, "has a key twice"),
        ('"kind": "TEI"', '"kind": "TEI", "kind": "p"', 9, "“a” has a key twice"),
        ('"format": 2', '"format": 3', 1, "update tei-edition"),
        ('"format": 2', '"format": "x"', 1, "names a format that is none"),
        ('  "format": 2,\n', "", 1, "names no format"),
        ('"versions"', '"version"', 1, "unknown key “version”"),
        ('"2026-11-25"', '"25 Nov 2026"', 4, "the date of “1.0” is not of the right form"),
        ('"2026-11-25"', '"2026-02-30"', 4, "the date of “1.0” is not of the right form"),
        ('"kind": "TEI", ', "", 9, "“a” lacks “kind”"),
        ('"kind": "TEI"', '"kind": 3', 9, "“a” lacks “kind”"),
        ('"kind": "TEI"', '"kin": 3', 9, "“a” has the unknown key “kin”"),
        (f'"digest": "{DIGEST}"', '"digest": "1:ab"', 9, "the digest of “a” is not of the right"),
        ('"what": "changed"', '"what": "gone"', 10, "“gone” is not among the events"),
        ('"into": ["a-p01"]', '"into": "a-p01"', 11, "is not a list of identifiers"),
        ('"history": [{', '"history": ["x", {', 10, "an event of “a-p01” is not an object"),
        ('    "a-p01"', '<<<<<<< HEAD\n    "a-p01"', 10, "marks of a git merge"),
        ('    "a-p01"', '    "a-p 1"', 10, "“a-p 1” is not an xml:id"),
        ('    "a-p02"', '    "a-p01"', 11, "two lines for “a-p01” that contradict each other"),
        (
            '    "1.0": {"date": "2026-11-25"},\n',
            '    "1.0": {"date": "2026-11-25"},\n    "1.0": {"date": "2026-11-26"},\n',
            5,
            "records version 1.0 twice",
        ),
    ],
)
def test_a_damaged_registry_is_refused_with_line_and_reason(
    tmp_path: Path, old: str, new: str, line: int, words: str
) -> None:
    path = tmp_path / "citations.json"
    path.write_text(written(FULL).replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RegistryError) as raised:
        load(path)
    assert str(raised.value).startswith(f"{path}:{line}:1: ")
    assert words in str(raised.value)


def test_an_older_format_is_brought_up_to_date_step_by_step(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def renamed(data: dict[str, object]) -> dict[str, object]:
        return {"units": data.pop("entries"), **data}

    older = written(FULL).replace('"units"', '"entries"')
    monkeypatch.setattr(registry_format, "FORMAT", 4)
    monkeypatch.setattr(registry_format, "_MIGRATIONS", {2: renamed, 3: dict})
    assert parse(older, "citations.json") == FULL
    assert written(FULL).splitlines()[1] == '  "format": 4,'


def test_a_byte_order_mark_and_other_line_ends_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "citations.json"
    path.write_bytes(b"\xef\xbb\xbf" + written(FULL).replace("\n", "\r\n").encode("utf-8"))
    assert load(path) == FULL


def test_a_registry_that_is_not_there_or_not_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match="cannot be read"):
        Registry.load(tmp_path / "citations.json")
    (tmp_path / "citations.json").write_bytes(b"\xff\xfe{")
    with pytest.raises(RegistryError, match="not UTF-8"):
        Registry.load(tmp_path / "citations.json")


def test_a_note_that_no_document_can_hold_is_refused_and_found(edition_of: Make) -> None:
    body = '<p xml:id="a-p01">one</p>'
    keeping.publish(edition_of(a=body), first=True, on="2026-11-25")
    edition = edition_of(a=body.replace("one", "won"))
    before = Path("citations.json").read_bytes()
    for note, character in (("bad\x0c", "U+000C"), ("x\udcff", "U+DCFF")):
        with pytest.raises(TeiEditionError, match=rf"note on “a-p01” .* {re.escape(character)}"):
            keeping.record_change(edition, ["a-p01"], note)
        assert Path("citations.json").read_bytes() == before
    keeping.record_change(edition, ["a-p01"], "poison", on="2027-01-01")
    path = Path("citations.json")
    path.write_text(
        path.read_text(encoding="utf-8").replace("poison", "poi\\fson"), encoding="utf-8"
    )
    line = 1 + path.read_text(encoding="utf-8").split("poi")[0].count("\n")
    with pytest.raises(RegistryError, match=rf"json:{line}:1: the note of “a-p01” .* U\+000C"):
        load(path)


def contents() -> list[bytes]:
    return [Path(name).read_bytes() for name in ("citations.json", "a.xml")]


def test_what_is_write_protected_is_not_replaced(edition_of: Make) -> None:
    body = '<p xml:id="a-p01">one</p>'
    keeping.publish(edition_of(a=body), first=True)
    edition = edition_of(a=body.replace("one", "won"))
    for name in ("citations.json", "a.xml"):
        path = Path(name)
        before = contents()
        path.chmod(0o444)
        with pytest.raises(TeiEditionError, match=f"{name}” cannot be written: it is write-prot"):
            keeping.record_change(edition, ["a-p01"], "x")
        assert contents() == before
        path.chmod(0o644)
    keeping.record_change(edition, ["a-p01"], "x")
    before = contents()
    Path("a.xml").write_bytes(unstated := before[1].replace(b">x</change>", b">y</change>"))
    Path("a.xml").chmod(0o444)
    with pytest.raises(TeiEditionError, match=r"a.xml” cannot be written: it is write-protected"):
        keeping.state_errata(edition)
    assert contents() == [before[0], unstated]
