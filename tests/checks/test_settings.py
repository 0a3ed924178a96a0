"""What an edition's settings do to a run."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tei_edition.checks.run import Options, validate
from tei_edition.checks.targets import Targets
from tei_edition.errors import ConfigurationError, TeiEditionError
from tei_edition.findings import Finding, Severity

GRAMMAR = """<element name="TEI" xmlns="http://relaxng.org/ns/structure/1.0"
  ns="http://www.tei-c.org/ns/1.0"><element name="{}"><empty/></element></element>"""
RULES = """<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3">
<pattern><rule context="*:text"><report test="true()">A rule speaks.</report></rule></pattern>
</schema>"""
DOCUMENT = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text/></TEI>'
ADDRESS = "https://example.org/letters.rng"
MODEL = f'<?xml-model href="{ADDRESS}" schematypens="http://relaxng.org/ns/structure/1.0"?>\n'
CATALOG = """<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">{}</catalog>"""
EDITION = """documents = ["documents/cable.xml", "documents/letter.xml"]
[edition]
title = "Letters"
editors = ["Ada Editor"]
base_url = "https://example.org/letters/"
"""


@pytest.fixture
def edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two documents and two grammars, of which text.rng is theirs."""
    (tmp_path / "documents").mkdir()
    for name in ("cable", "letter"):
        (tmp_path / "documents" / f"{name}.xml").write_text(DOCUMENT)
    (tmp_path / "text.rng").write_text(GRAMMAR.format("text"))
    (tmp_path / "other.rng").write_text(GRAMMAR.format("body"))
    (tmp_path / "rules.sch").write_text(RULES)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("XML_CATALOG_FILES", raising=False)
    return tmp_path


@pytest.fixture
def found(edition: Path) -> Callable[..., list[tuple[str, str, str]]]:
    """A function (settings, paths, options) → file, severity and code of each finding."""

    def run(
        settings: str, *paths: str, options: Options | None = None
    ) -> list[tuple[str, str, str]]:
        (edition / "edition.toml").write_text(EDITION + settings)
        named = [Path(path) for path in paths] or None
        options = options or Options(cache=False)
        batches = list(validate(named, options))
        findings: list[Finding] = [finding for batch in batches for finding in batch.findings]
        return [(Path(f.path).name, f.severity.label, f.code) for f in findings]

    return run


Found = Callable[..., list[tuple[str, str, str]]]


def test_the_first_pattern_that_fits_a_path_gives_its_schemas(found: Found) -> None:
    settings = "[validation]\nschemas = ['text.rng']\n"
    assert found(settings) == []
    settings += "[[validation.paths]]\npattern = 'documents/l*'\nschemas = ['other.rng']\n"
    settings += "[[validation.paths]]\npattern = 'documents'\nschemas = ['text.rng']\n"
    assert {file for file, _, _ in found(settings)} == {"letter.xml"}
    assert {file for file, _, _ in found(settings, "documents")} == {"letter.xml"}


def test_a_severity_counts_and_off_is_silence(found: Found, edition: Path) -> None:
    (edition / "documents" / "cable.xml").write_text(
        DOCUMENT.replace("<text", '<text corresp="#none"')
    )
    settings = "[validation]\nschemas = ['rules.sch']\n"
    options = Options(checks=("references",))
    assert found(settings, options=options) == [("cable.xml", "error", "dangling-pointer")]
    for word, expected in [
        ("warning", [("cable.xml", "warning", "dangling-pointer")]),
        ("info", [("cable.xml", "info", "dangling-pointer")]),
        ("off", []),
    ]:
        severity = f"[validation.severity]\ndangling-pointer = '{word}'\n"
        assert found(settings + severity, options=options) == expected
        assert found(settings + severity, "documents", options=options) == expected


def test_severities_count_in_the_summary(edition: Path) -> None:
    (edition / "documents" / "cable.xml").write_text(DOCUMENT.replace("<text", '<text ref="#x"'))
    (edition / "edition.toml").write_text(
        EDITION + "[validation.severity]\ndangling-pointer = 'warning'\n"
    )
    run = validate(None, Options(checks=("references",)))
    list(run)
    assert (run.summary().errors, run.summary().warnings) == (0, 1)


def test_what_is_excluded_is_left_out_and_counted_unless_it_is_named_itself(
    found: Found, edition: Path
) -> None:
    settings = "[validation]\nschemas = ['other.rng']\nexclude = ['documents/l*']\n"
    assert {file for file, _, _ in found(settings)} == {"cable.xml"}
    assert {file for file, _, _ in found(settings, ".")} == {"cable.xml"}
    named = found(settings, "documents/letter.xml", "documents")
    assert {file for file, _, _ in named} == {"cable.xml", "letter.xml"}
    run = validate(None)
    list(run)
    assert (run.summary().files, run.summary().left_out) == (1, 1)
    with pytest.raises(TeiEditionError, match="leaves out every document"):
        found("[validation]\nexclude = ['documents']\n")
    with pytest.raises(TeiEditionError, match="leaves out all 2 files"):
        found("[validation]\nexclude = ['documents']\n", "documents")


def test_an_address_is_found_in_the_settings_the_option_the_catalogs_and_the_environment(
    found: Found, edition: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("cable", "letter"):
        (edition / "documents" / f"{name}.xml").write_text(MODEL + DOCUMENT)
    missing = [(f"{name}.xml", "error", "schema-missing") for name in ("cable", "letter")]
    assert found("") == missing
    addresses = f"[validation.addresses]\n'{ADDRESS}' = '%s'\n"
    assert found(addresses % "text.rng") == []
    assert {code for *_, code in found(addresses % "other.rng")} >= {"unknown-element"}
    for name, schema in (("good.xml", "text.rng"), ("bad.xml", "other.rng"), ("none.xml", "x.rng")):
        entry = f'<uri name="{ADDRESS}" uri="{schema}"/>'
        (edition / name).write_text(CATALOG.format(entry))
    assert found("[validation]\ncatalogs = ['good.xml']\n") == []
    option = Options(catalogs=("good.xml",), cache=False)
    assert found("[validation]\ncatalogs = ['bad.xml']\n", options=option) == []
    assert found("[validation]\ncatalogs = ['none.xml']\n") == missing
    monkeypatch.setenv("XML_CATALOG_FILES", str(edition / "good.xml"))
    # Another set of catalogs, since what a process has read of a set it keeps.
    (edition / "empty.xml").write_text(CATALOG.format(""))
    assert found("[validation]\ncatalogs = ['empty.xml']\n") == []


def test_an_address_may_stand_for_the_bundled_schema(found: Found, edition: Path) -> None:
    (edition / "documents" / "cable.xml").write_text(MODEL + DOCUMENT)
    settings = f"[validation]\nschemas = ['text.rng']\n[validation.addresses]\n'{ADDRESS}' = "
    codes = {code for file, _, code in found(settings + "'documentary'\n") if file == "cable.xml"}
    assert codes == {"missing-element", "incomplete-element"}


def test_a_schema_named_by_public_identifier_is_found(found: Found, edition: Path) -> None:
    urn = "urn:publicid:-:EXAMPLE:Letters+1.0:EN"
    (edition / "documents" / "cable.xml").write_text(MODEL.replace(ADDRESS, urn) + DOCUMENT)
    (edition / "public.xml").write_text(
        CATALOG.format('<public publicId="-//EXAMPLE//Letters 1.0//EN" uri="text.rng"/>')
    )
    settings = "[validation]\nschemas = ['text.rng']\n"
    assert [code for *_, code in found(settings)] == ["schema-missing"]
    assert found(settings + "catalogs = ['public.xml']\n") == []


def test_a_catalog_that_cannot_be_read_ends_the_run(found: Found, edition: Path) -> None:
    (edition / "documents" / "cable.xml").write_text(MODEL + DOCUMENT)
    (edition / "broken.xml").write_text("<catalog>")
    with pytest.raises(TeiEditionError, match=r"broken\.xml.*not well-formed"):
        found("[validation]\ncatalogs = ['broken.xml']\n")
    with pytest.raises(TeiEditionError, match=r"no XML catalog “none\.xml”"):
        found("", options=Options(catalogs=("none.xml",)))


def test_the_edition_says_what_pointers_may_point_at(found: Found, edition: Path) -> None:
    (edition / "documents" / "cable.xml").write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text xml:id="t" hand="#t" corresp="#t"/></TEI>'
    )
    options = Options(checks=("references",))
    wrong = ("cable.xml", "error", "wrong-target")
    assert found("", options=options) == [wrong]
    table = "[references.targets]\n"
    assert found(table + "'@hand' = ['text']\n", options=options) == []
    assert found(table + "'@hand' = []\n", options=options) == []
    both = table + "'@hand' = ['handNote']\n'text/@hand' = ['text']\n"
    assert found(both, options=options) == []
    assert found(table + "'@hand' = ['text']\n'@corresp' = ['p']\n", options=options) == [wrong]


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("@Hand", "did you mean “@hand”?"),
        ("hand", "“@attribute” or “element/@attribute”"),
        ("persName/@active", "a pointer only on <relation>"),
        ("@rend", "no attribute @rend that points"),
    ],
)
def test_a_key_that_is_no_pointer_is_refused_with_its_line(
    found: Found, key: str, words: str
) -> None:
    with pytest.raises(ConfigurationError) as raised:
        found(f"[references.targets]\n'{key}' = ['p']\n")
    assert words in str(raised.value)
    assert ":7:" in str(raised.value)


def test_an_edition_s_word_comes_before_the_toolkit_s_own() -> None:
    assert "person" in Targets().of("persName", "ref")
    targets = Targets([("@ref", ["x"]), ("persName/@ref", ["y"])])
    assert targets.of("persName", "ref") == {"y"}
    assert targets.of("rs", "ref") == {"x"}
    assert "handNote" in targets.of("add", "hand")


@pytest.mark.parametrize(
    ("schema", "checks", "unmade", "warned"),
    [
        ("text.rng", ("grammar", "rules"), {"rules": 1}, False),
        ("text.rng", ("rules",), {"rules": 1}, True),
        ("rules.sch", ("grammar",), {"grammar": 1}, True),
        ("rules.sch", ("rules",), {}, False),
        ("text.rng", ("grammar",), {}, False),
    ],
)
def test_a_check_that_was_not_made_never_looks_like_a_pass(
    edition: Path, schema: str, checks: tuple[str, ...], unmade: dict[str, int], *, warned: bool
) -> None:
    run = validate([Path("documents/cable.xml")], Options((schema,), checks, cache=False))
    findings = [finding for batch in run for finding in batch.findings]
    summary = run.summary()
    assert summary.unmade == unmade
    assert set(summary.checks) == set(checks) - set(unmade)
    warnings = [f for f in findings if f.code == "no-schema"]
    assert len(warnings) == warned
    assert all(warning.severity is Severity.WARNING for warning in warnings)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (Options(checks=()), "no check is left"),
        (Options(checks=("spelling",)), "no check “spelling”"),
        (Options(checks=("xml",), phase="full"), "--phase is for the check rules"),
    ],
)
def test_options_that_contradict_one_another_are_refused(
    edition: Path, options: Options, words: str
) -> None:
    with pytest.raises(TeiEditionError, match=words):
        validate([Path("documents")], options)


def test_no_cache_leaves_nothing_behind(
    edition: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    shutil.copy(edition / "text.rng", edition / "uncached.rng")
    for use, kept in ((False, False), (True, True)):
        schema = f"./{'kept' if use else 'un'}cached.rng"
        shutil.copy(edition / "text.rng", edition / schema)
        list(validate([Path("documents")], Options((schema,), ("grammar",), cache=use)))
        assert any(path.is_file() for path in cache.rglob("*")) is kept
