from __future__ import annotations

import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tei_edition.checks.run import Options, validate
from tei_edition.findings import Finding, Severity

DATA = tomllib.loads(Path(__file__).with_name("cases.toml").read_text(encoding="utf-8"))
CASES: list[dict[str, Any]] = DATA["case"]
OPTIONS = Options(checks=("consistency",), cache=False)

FRAME = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc/><profileDesc>
<creation>{creation}</creation>
<langUsage>{languages}</langUsage>
<correspDesc>{correspondence}</correspDesc>
</profileDesc></teiHeader>
<standOff>{entries}</standOff>
<text><body>{body}</body></text></TEI>
"""
PARTS = ("creation", "languages", "correspondence", "entries", "body")


def check(*paths: Path, options: Options = OPTIONS) -> list[Finding]:
    return [finding for batch in validate(list(paths), options) for finding in batch.findings]


def place(text: str, at: str) -> tuple[int, int]:
    before = text[: text.index(at)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_what_contradicts_itself_is_found_and_nothing_else(
    tmp_path: Path, case: dict[str, Any]
) -> None:
    text = FRAME.format(**{part: case.get(part, "") for part in PARTS})
    (tmp_path / "a.xml").write_text(text, encoding="utf-8")
    found = sorted(check(tmp_path / "a.xml"))
    expected = [(code, place(text, at)) for code, at in case["findings"]]
    assert [(finding.code, (finding.line, finding.column)) for finding in found] == expected
    assert {finding.severity for finding in found} <= {Severity.WARNING}
    for words in case.get("words", ()):
        assert words in found[0].message


@pytest.fixture
def edition(repository: Path, tmp_path: Path) -> Path:
    """A copy of the edition, to be damaged."""
    return Path(shutil.copytree(repository / "corpus", tmp_path / "edition"))


def edit(path: Path, found: str, replacement: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert found in text
    path.write_text(text.replace(found, replacement), encoding="utf-8")


def test_the_edition_does_not_contradict_itself(edition: Path) -> None:
    assert check(edition) == []


def test_a_date_of_the_document_outside_the_period_is_a_warning(edition: Path) -> None:
    edit(edition / "edition.toml", 'to = "1950-10-01"', 'to = "1950-09-29"')
    found = check(edition / "documents" / "cable-600308.xml")
    warned = [f for f in found if f.severity is Severity.WARNING]
    assert {f.code for f in warned} == {"date-outside-period"}
    assert any("1950-09-30T20:35:00" in f.message for f in warned)


def test_a_date_that_the_text_mentions_outside_the_period_is_information(edition: Path) -> None:
    letter = edition / "documents" / "letter-19500929.xml"
    edit(letter, '<date when="1950-09-16"', '<date when="1590-09-16"')
    (finding,) = check(letter)
    assert (finding.code, finding.severity) == ("mention-outside-period", Severity.INFO)


def test_lives_are_looked_up_in_authority_files_that_are_not_part_of_the_run(
    edition: Path,
) -> None:
    persons = edition / "authorities" / "persons.xml"
    edit(persons, 'death when="1953-03-05"', 'death when="1950-03-05"')
    found = check(edition / "documents" / "letter-19500929.xml")
    assert {finding.code for finding in found} == {"not-alive"}
    assert "persons.xml, line" in found[0].message


def test_a_prefix_leads_to_the_life(tmp_path: Path) -> None:
    text = FRAME.format(
        creation="",
        languages="",
        correspondence="<correspAction type='sent'><persName ref='psn:a'/><date when='1960'/>"
        "</correspAction>",
        entries="<listPerson><person xml:id='a'><death when='1950'/></person></listPerson>",
        body="",
    )
    prefix = (
        "<fileDesc/><encodingDesc><listPrefixDef><prefixDef ident='psn' matchPattern='(.+)' "
        "replacementPattern='#$1'/></listPrefixDef></encodingDesc>"
    )
    (tmp_path / "a.xml").write_text(text.replace("<fileDesc/>", prefix), encoding="utf-8")
    assert [finding.code for finding in check(tmp_path / "a.xml")] == ["not-alive"]


def test_a_base_leads_to_the_life(tmp_path: Path) -> None:
    (tmp_path / "people").mkdir()
    (tmp_path / "people" / "p.xml").write_text(
        "<TEI xmlns='http://www.tei-c.org/ns/1.0'><standOff><listPerson><person xml:id='a'>"
        "<death when='1950'/></person></listPerson></standOff></TEI>"
    )
    (tmp_path / "a.xml").write_text(
        "<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:base='people/'><teiHeader><correspDesc>"
        "<correspAction type='sent'><persName ref='p.xml#a'/><date when='1960'/></correspAction>"
        "</correspDesc></teiHeader></TEI>"
    )
    assert [finding.code for finding in check(tmp_path / "a.xml")] == ["not-alive"]


def test_what_the_rules_of_the_documentary_schema_say_is_not_said_twice(edition: Path) -> None:
    cable = edition / "documents" / "cable-600308.xml"
    edit(cable, '<date when="1950-09-30">30 September 1950</date>; received',
         '<date when="1950-10-02">2 October 1950</date>; received')  # fmt: skip
    edit(cable, '<num type="copy" value="8">8</num>', '<num type="copy" value="9">9</num>')
    edit(cable, '<item n="8"', '<item n="9"')
    edit(cable, '<language ident="en">', '<language ident="de">')
    found = check(cable, options=Options(checks=("rules", "consistency"), cache=False))
    by_check = {f.code: f.check for f in found if f.severity is not Severity.INFO}
    assert {"creation-date", "copy-missing", "language-unlisted"} <= set(by_check)
    assert {code for code, check_ in by_check.items() if check_ == "consistency"} <= {
        "date-outside-period"
    }


def test_a_note_acknowledges_what_the_document_itself_has(tmp_path: Path) -> None:
    text = FRAME.format(
        creation="",
        languages="",
        correspondence="",
        entries="",
        body="<pb n='1'/><pb n='2'/><pb n='4' xml:id='p4'/>"
        "<note ana='finding:number-missing' target='#p4'/>",
    )
    (tmp_path / "a.xml").write_text(text, encoding="utf-8")
    (finding,) = check(tmp_path / "a.xml")
    assert finding.severity is Severity.INFO
    assert finding.acknowledged_by


def test_letters_by_others_draw_no_false_alarm(test_data: Path) -> None:
    samples = test_data / "samples"
    found = check(samples / "schnitzler-briefe", samples / "gerdracor")
    by_code = {finding.code for finding in found}
    # ISO 639-2 codes where BCP 47 wants the short ones, French that no header lists, and pages of a
    # printed play that are numbered 509, 509, 511.
    assert by_code <= {
        "language-tag-wrong",
        "language-undeclared",
        "number-missing",
        "number-repeated",
    }
    numbered = {f.path.rpartition("/")[2] for f in found if f.code.startswith("number")}
    assert numbered == {"freytag-graf-waldemar.xml"}
