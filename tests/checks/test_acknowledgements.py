from __future__ import annotations

from tei_edition.checks.acknowledgements import Acknowledgements
from tei_edition.checks.facts import Acknowledgement, Place
from tei_edition.findings import Finding, Severity

NOTE = Acknowledgement(Place("a.xml", 9, 3, "note"), "n1", ("times-reversed",), ("arrived",))

CHECK_OF = {"times-reversed": "rules", "print-run": "rules"}


def finding(code: str, xml_id: str) -> Finding:
    return Finding("a.xml", 5, 1, code, Severity.ERROR, "rules", "…", xml_id=xml_id)


def test_a_note_silences_its_code_at_its_target_and_nothing_else() -> None:
    notes = Acknowledgements()
    notes.learn([NOTE])
    found = [
        finding("times-reversed", "arrived"),
        finding("times-reversed", "sent"),
        finding("print-run", "arrived"),
        finding("times-reversed", ""),
    ]
    results = list(notes.apply(found))
    assert [result.acknowledged_by for result in results] == ["n1", "", "", ""]
    assert [result.severity for result in results] == [Severity.INFO, *[Severity.ERROR] * 3]
    assert list(notes.stale(["rules"], CHECK_OF)) == []


def test_an_acknowledgement_that_matches_nothing_is_a_warning() -> None:
    notes = Acknowledgements()
    notes.learn([NOTE])
    (warning,) = notes.stale(["rules"], CHECK_OF)
    assert (warning.code, warning.severity) == ("stale-acknowledgement", Severity.WARNING)
    assert (warning.line, warning.xml_id) == (9, "n1")
    assert "#arrived" in warning.message


def test_an_acknowledgement_is_not_stale_while_its_check_was_not_made() -> None:
    notes = Acknowledgements()
    notes.learn([NOTE])
    assert list(notes.stale(["xml"], CHECK_OF)) == []
    assert list(notes.stale(["rules"], CHECK_OF, {"a.xml": ("rules",)})) == []
    assert len(list(notes.stale(["rules"], CHECK_OF, {"b.xml": ("rules",)}))) == 1
