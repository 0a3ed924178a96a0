"""The check ``citations`` of ``validate``."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tei_edition.checks.run import Options, Run, validate
from tei_edition.citations import keeping
from tei_edition.edition import Edition
from tei_edition.errors import TeiEditionError
from tests.citations.conftest import SETTINGS, document

ONLY = Options(checks=("xml", "citations"))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A published edition of two documents, one of which has lost a paragraph since."""
    monkeypatch.chdir(tmp_path)
    write("a", "b")
    keeping.publish(Edition.find(), first=True)
    (tmp_path / "a.xml").write_text(document("a", "x"), encoding="utf-8")
    return tmp_path


def write(*names: str, more: str = "") -> None:
    for name in names:
        body = f'<p xml:id="{name}-p01">x</p>'
        Path(f"{name}.xml").write_text(document(name, body), encoding="utf-8")
    listed = ", ".join(f'"{name}.xml"' for name in names)
    Path("edition.toml").write_text(SETTINGS.format(documents=listed, more=more))


def found(run: Run) -> list[tuple[str, str]]:
    return [(f.path, f.code) for batch in run for f in batch.findings]


def test_a_run_over_some_documents_speaks_of_these_only(home: Path) -> None:
    assert found(validate(None, ONLY)) == [("a.xml", "citation-vanished")]
    assert found(validate([Path("a.xml")], ONLY)) == [("a.xml", "citation-vanished")]
    assert found(validate([Path("b.xml")], ONLY)) == []
    (home / "b.xml").unlink()
    write("a")
    assert {code for _, code in found(validate(None, ONLY))} == {"citation-vanished"}
    assert found(validate([Path("a.xml")], ONLY)) == []


def test_a_file_that_the_edition_does_not_list_is_no_part_of_it(home: Path) -> None:
    body = '<p xml:id="a-p01">x</p>'
    (home / "draft.xml").write_text(document("draft", body), encoding="utf-8")
    assert found(validate([Path()], ONLY)) == [("a.xml", "citation-vanished")]


def test_a_document_that_is_left_out_is_not_missed(home: Path) -> None:
    settings = home / "edition.toml"
    settings.write_text(settings.read_text() + '[validation]\nexclude = ["a.xml"]\n')
    assert found(validate(None, ONLY)) == []


def test_the_findings_follow_the_severities_of_the_edition(home: Path) -> None:
    settings = home / "edition.toml"
    settings.write_text(
        settings.read_text() + '[validation.severity]\ncitation-vanished = "warning"\n'
    )
    run = validate(None, ONLY)
    assert [f.severity.label for batch in run for f in batch.findings] == ["warning"]


def test_a_watched_run_looks_again_when_the_registry_changes(home: Path) -> None:
    run = validate(None, ONLY, known={})
    found(run)
    assert str(home / "citations.json") in run.files


def test_the_check_is_not_claimed_where_there_is_no_registry(home: Path) -> None:
    settings = home / "edition.toml"
    settings.write_text(settings.read_text().replace('registry = "citations.json"', ""))
    run = validate(None, ONLY)
    assert found(run) == []
    summary = run.summary()
    assert (summary.checks, summary.unmade) == (("xml",), {"citations": 2})
    (sentence,) = summary.not_made()
    assert sentence.startswith("The check citations was not made on 2 files: there is no registry")


def test_the_check_is_claimed_for_those_files_that_the_registry_is_about(home: Path) -> None:
    (home / "draft.xml").write_text(document("draft", "x"), encoding="utf-8")
    run = validate([Path("b.xml"), Path("draft.xml")], ONLY._replace(required=("citations",)))
    assert found(run) == []
    assert (run.summary().checks, run.summary().unmade) == (ONLY.checks, {"citations": 1})


def test_the_check_that_is_asked_for_and_cannot_be_made_is_an_error(home: Path) -> None:
    asked = ONLY._replace(required=("citations",))
    (home / "draft.xml").write_text(document("draft", "x"), encoding="utf-8")
    with pytest.raises(TeiEditionError, match=r"“draft.xml” is not among the documents"):
        validate([Path("draft.xml")], asked)
    settings = home / "edition.toml"
    settings.write_text(settings.read_text().replace('registry = "citations.json"', ""))
    with pytest.raises(TeiEditionError, match=r"edition.toml names no registry"):
        validate(None, asked)
    settings.unlink()
    with pytest.raises(TeiEditionError, match=r"“a.xml” lies in no edition"):
        validate([Path("a.xml")], asked)


def test_without_a_registry_the_check_costs_nothing(home: Path, repository: Path) -> None:
    (home / "edition.toml").unlink()
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from tei_edition.checks.run import validate\n"
        "assert [batch for batch in validate([Path('a.xml')])]\n"
        "print(*(name for name in sys.modules if 'citations' in name))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONPATH": str(repository)},
        cwd=home,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.stdout.split() == []
