from __future__ import annotations

import shutil
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tei_edition.checks.run import Options, validate
from tei_edition.edition import ConfigurationError
from tei_edition.findings import Finding, Severity

DATA = tomllib.loads(Path(__file__).with_name("damage.toml").read_text(encoding="utf-8"))
CASES: list[dict[str, Any]] = DATA["case"]
OPTIONS = Options(checks=("transcript",), cache=False)


@pytest.fixture
def edition(repository: Path, tmp_path: Path) -> Path:
    """A copy of the edition, to be damaged."""
    return Path(shutil.copytree(repository / "corpus", tmp_path / "edition"))


def check(*paths: Path, options: Options = OPTIONS) -> list[Finding]:
    return [finding for batch in validate(list(paths), options) for finding in batch.findings]


def edit(path: Path, *pairs: tuple[str, str]) -> str:
    text = path.read_text(encoding="utf-8")
    for found, replacement in pairs:
        assert text.count(found) == 1, found
        text = text.replace(found, replacement)
    path.write_text(text, encoding="utf-8")
    return text


def place(text: str, at: str) -> tuple[int, int]:
    before = text[: text.index(at)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def test_the_edition_says_word_for_word_what_its_transcription_says(edition: Path) -> None:
    assert check(edition) == []


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_difference_is_found_once_at_the_element_where_it_happened(
    edition: Path, case: dict[str, Any]
) -> None:
    path = edition / case["file"]
    text = edit(path, *map(tuple, case["edits"]))
    if "bytes" in case:
        transcription = edition / "transcriptions" / "cable-600308.txt"
        transcription.write_bytes(bytes.fromhex(case["bytes"]))
    others = set(case.get("others", ()))
    found = [finding for finding in check(edition) if finding.code not in others]
    assert len(found) == 1, found
    (finding,) = found
    assert finding.code == case["code"]
    assert Path(finding.path) == path
    assert (finding.line, finding.column) == place(text, case["at"])
    assert finding.severity.label == case.get("severity", "error")
    for words in case["words"]:
        assert words in finding.message
    assert case.get("hint", "") in finding.hint


def test_a_carried_letter_checked_alone_is_compared_through_its_carrier(edition: Path) -> None:
    letter = edition / "documents" / "letter-19500929.xml"
    edit(letter, ("A threatening situation", "A situation"))
    edit(edition / "documents" / "cable-600308.xml", ("by wire", "by the wire"))
    (finding,) = check(letter)
    assert (finding.code, finding.path) == ("words-lost", str(letter))


@pytest.mark.parametrize(
    ("found", "replacement", "code"),
    [
        ('href="letter-19500929.xml" xpointer', 'href="letter.xml" xpointer', "xinclude-missing"),
        ("</TEI>", "", "unclosed"),
        (
            '<xi:include href="letter-19500929.xml" xpointer="element(/1/2/1)"/>',
            "<body><p/></body>",
            "transcript-not-compared",
        ),
    ],
)
def test_a_carried_letter_that_was_compared_with_nothing_is_no_silent_pass(
    edition: Path, found: str, replacement: str, code: str
) -> None:
    edit(edition / "documents" / "cable-600308.xml", (found, replacement))
    (finding,) = check(edition / "documents" / "letter-19500929.xml")
    assert finding.code == code
    found_again = check(edition)
    assert [f.code for f in found_again if f.code == code] == [code]


def test_a_carrier_that_is_not_there_is_said(edition: Path) -> None:
    (edition / "edition.toml").unlink()
    (edition / "documents" / "cable-600308.xml").unlink()
    (finding,) = check(edition / "documents" / "letter-19500929.xml")
    assert "is not there" in finding.message


def test_a_missing_transcription_is_said_once_by_all_checks_together(edition: Path) -> None:
    (edition / "transcriptions" / "cable-600308.txt").unlink()
    found = check(edition, options=Options(cache=False))
    assert [f.code for f in found if f.severity is Severity.ERROR] == ["transcription-missing"]


def test_a_document_that_names_no_transcription_has_nothing_to_be_compared_with(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.xml").write_text(
        "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body><p>a</p></body></text></TEI>"
    )
    assert check(tmp_path / "a.xml") == []


def test_an_archive_with_other_brackets_brings_its_own_conventions(edition: Path) -> None:
    (edition / "conventions.toml").write_text(
        '[brackets]\nopen = "<"\nclose = ">"\nnested = "same"\n'
        '[omitted]\nelements = ["note", "certainty"]\n'
        '[choices]\nreadings = ["corr", "expan"]\n'
        '[blocks]\nelements = ["ab", "div", "p", "item", "addrLine"]\npoints = ["lb"]\n'
        '[[report]]\nelements = ["stamp"]\nbefore = "seal"\n'
        '[[report]]\nelements = ["div"]\nwith = {hand = true}\nbefore = "in {place} hand:"\n'
        '[[report]]\nelements = ["gap"]\nbefore = "{reason} ({extent}{unit})"\n'
        '[[report]]\nelements = ["supplied"]\n'
        '[words.place]\nabove = "another"\n'
    )
    with (edition / "edition.toml").open("a") as settings:
        settings.write('\n[transcription]\nconventions = "conventions.toml"\n')
    transcription = edition / "transcriptions" / "cable-600308.txt"
    text = transcription.read_text()
    for found, replacement in [
        ("[handwritten above the form:", "<in another hand:"),
        ("[[several illegible words]]", "<illegible (several wordsword)>"),
        ("to Cde. Stalin\n\nCABLE", "to Cde. Stalin>\n\nCABLE"),
        ("Cde.", "Comrade"),
        ("receive from", "received from"),
        ("[stamp: Incoming", "<seal Incoming"),
        ("October 1950]", "October 1950>"),
        ("[illegible signature]", "<illegible (signature)>"),
        ("the US", "the United States"),
        ("the CC of", "the Central Committee of"),
        ("1940", "1950"),
        *[(f"[{word}]", f"<{word}>") for word in ("our", "us", "will")],
    ]:
        assert found in text
        text = text.replace(found, replacement)
    transcription.write_text(text)
    assert check(edition) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[brackets]\nopen = 1\nclose = 'x'\n[blocks]\nelements = []", ":2:1: brackets.open: "),
        ("[brackets\n", ":1:"),
        ("[brackets]\nopen='['\nclose=']'\n[blocks]\nelements=[]\n[voices]\neditor=['(']", ":7:"),
        ("[blocks]\nelements = []\n", "brackets"),
        ("[brackets]\nopen='['\nclose=']'\n[blocks]\nelements=[]\n[bracket]\n", "unknown key"),
    ],
)
def test_conventions_that_cannot_be_used_are_refused_with_their_line(
    edition: Path, text: str, words: str
) -> None:
    (edition / "conventions.toml").write_text(text)
    with (edition / "edition.toml").open("a") as settings:
        settings.write('\n[transcription]\nconventions = "conventions.toml"\n')
    with pytest.raises(ConfigurationError) as refused:
        check(edition)
    assert "conventions.toml" in str(refused.value)
    assert words in str(refused.value)


def test_conventions_that_are_not_there_are_refused(edition: Path) -> None:
    with (edition / "edition.toml").open("a") as settings:
        settings.write('\n[transcription]\nconventions = "none.toml"\n')
    with pytest.raises(ConfigurationError, match="none"):
        check(edition)


def test_a_document_of_a_megabyte_is_compared_in_seconds(tmp_path: Path, repository: Path) -> None:
    words = (repository / "corpus/transcriptions/cable-600308.txt").read_text().split()
    words = [word for word in words if word.isalpha()] * 150
    lines = [" ".join(words[start : start + 40]) for start in range(0, len(words), 40)]
    (tmp_path / "a.txt").write_text("\n".join(lines))
    damaged = [line.replace("situation", "case") if n % 50 == 7 else line
               for n, line in enumerate(lines)]  # fmt: skip
    (tmp_path / "a.xml").write_text(
        "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc><sourceDesc><bibl>"
        "<ref type='transcription' target='a.txt'/></bibl></sourceDesc></fileDesc></teiHeader>"
        f"<text><body>{''.join(f'<p>{line}</p>' for line in damaged)}</body></text></TEI>"
    )
    expected = sum(one.split().count("situation") for n, one in enumerate(lines) if n % 50 == 7)
    start = time.perf_counter()
    found = check(tmp_path / "a.xml")
    assert time.perf_counter() - start < 20
    assert {finding.code for finding in found} == {"words-changed"}
    assert len(found) == expected > 5


@pytest.mark.parametrize(
    "target", ["", "#a", ".", "a%00b", "http://[", "//[x", "%zz", "a.xml/b", "file:///dev/zero"]
)
def test_a_target_that_is_no_file_is_a_finding_whatever_it_holds(
    tmp_path: Path, target: str
) -> None:
    (tmp_path / "a.xml").write_text(
        "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc><sourceDesc><bibl>"
        f"<ref type='transcription' target='{target}'/></bibl></sourceDesc></fileDesc>"
        f"<profileDesc><correspDesc><correspContext><ref type='carrier' target='{target}'/>"
        f"</correspContext><correspAction type='sent'><persName ref='{target}'/>"
        "<date when='1950'/></correspAction></correspDesc></profileDesc></teiHeader>"
        "<text><body><p>a</p></body></text></TEI>"
    )
    found = check(tmp_path / "a.xml", options=Options(checks=("transcript", "consistency")))
    assert {finding.code for finding in found} <= {"transcription-missing", "transcription-remote"}
    assert len(found) == 1
