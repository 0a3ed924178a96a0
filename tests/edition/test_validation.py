from __future__ import annotations

from pathlib import Path

import pytest

from tei_edition.edition import Edition
from tei_edition.errors import ConfigurationError
from tei_edition.findings import Finding, Severity
from tei_edition.paths import Globs

MINIMAL = """documents = ["a.xml"]
[edition]
title = "Letters"
editors = ["Ada Editor"]
base_url = "https://example.org/letters/"
"""


def load(folder: Path, further: str) -> Edition:
    for name in ("a.xml", "x.rng", "y.rnc", "catalog.xml"):
        (folder / name).write_text("<TEI/>")
    (folder / "edition.toml").write_text(MINIMAL + further, encoding="utf-8")
    return Edition.load(folder / "edition.toml")


@pytest.mark.parametrize(
    ("pattern", "fitting", "others"),
    [
        ("drafts", ["drafts/a.xml", "drafts/b/c.xml", "drafts"], ["drafts2/a.xml", "x/drafts"]),
        ("drafts/**", ["drafts/a.xml", "drafts/b/c.xml"], ["a.xml"]),
        ("drafts/", ["drafts/a.xml"], ["draft.xml"]),
        ("**/drafts", ["drafts/a.xml", "x/y/drafts/a.xml"], ["x/mydrafts/a.xml"]),
        ("letters/*.xml", ["letters/a.xml"], ["letters/old/a.xml", "letters/a.txt"]),
        ("**/*.bak.xml", ["a.bak.xml", "x/y/a.bak.xml"], ["a.xml", "abakxxml"]),
        ("1950-0[1-3]?.xml", ["1950-01a.xml"], ["1950-04a.xml", "1950-01.xml"]),
        ("[!a]*", ["b.xml"], ["a.xml"]),
        ("a[].xml", ["a[].xml"], ["a.xml"]),
        ("a.xml", ["a.xml"], ["aaxml", "b/a.xml"]),
    ],
)
def test_a_pattern_means_what_shells_mean_by_it(
    pattern: str, fitting: list[str], others: list[str]
) -> None:
    globs = Globs((pattern,))
    assert [path for path in fitting if not globs.fits(path)] == []
    assert [path for path in others if globs.fits(path)] == []


def test_the_first_pattern_that_fits_says_which_schemas_count(tmp_path: Path) -> None:
    edition = load(
        tmp_path,
        "[validation]\nschemas = ['documentary']\n"
        "[[validation.paths]]\npattern = 'letters/1950*'\nschemas = ['x.rng']\n"
        "[[validation.paths]]\npattern = 'letters'\nschemas = ['y.rnc', 'documentary']\n",
    )
    settings = edition.validation
    assert settings.schemas_for("letters/1950-01.xml") == (str(tmp_path / "x.rng"),)
    assert settings.schemas_for("letters/1951.xml") == (str(tmp_path / "y.rnc"), "documentary")
    assert settings.schemas_for("cable.xml") == ("documentary",)


def test_findings_weigh_what_the_edition_says(tmp_path: Path) -> None:
    edition = load(tmp_path, "[validation.severity]\norphan = 'off'\nwrong-target = 'warning'\n")
    severities = edition.validation.severities

    def weighed(code: str, by: str = "") -> Finding | None:
        finding = Finding("a.xml", 1, 1, code, Severity.ERROR, "references", "…")
        return severities.weigh(finding._replace(acknowledged_by=by))

    assert weighed("orphan") is None
    found = weighed("wrong-target")
    assert found is not None
    assert found.severity is Severity.WARNING
    unchanged = weighed("dangling-pointer")
    assert unchanged is not None
    assert unchanged.severity is Severity.ERROR


@pytest.mark.parametrize(
    "code",
    [
        "schema-missing",
        "schema-incorrect",
        "no-schema",
        "check-not-made",
        "tag-mismatch",
        "rules-not-run",
        "rules-overdue",
        "rule-fault",
    ],
)
@pytest.mark.parametrize("word", ["off", "info"])
def test_what_was_not_checked_can_never_be_made_to_look_like_a_pass(
    tmp_path: Path, code: str, word: str
) -> None:
    with pytest.raises(ConfigurationError, match="not checked") as raised:
        load(tmp_path, f"[validation.severity]\n{code} = '{word}'\n")
    assert str(raised.value).startswith(f"{tmp_path / 'edition.toml'}:7:1: ")
    edition = load(tmp_path, f"[validation.severity]\n{code} = 'warning'\n")
    assert edition.validation.severities.by_code == {code: Severity.WARNING}
