"""Every construct of Schematron, by cases in ``cases/*.toml``.

A case holds ``rules`` (the content of a ``schema`` element) or a whole ``schema``, a ``document``,
and what is expected of it: ``expect`` lists ``[identifier, path, message]`` of every assertion that
fails or report that fires, in order; ``faults`` lists ``[code, line, words of the message]`` of
every fault in the rules. ``binding`` is the query binding, ``phase`` the phase, ``files`` further
files beside the schema, ``kind`` the schema's file name extension.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tei_edition.schematron import RuleSet

_FOLDER = Path(__file__).parent / "cases"


def _cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{path.stem}: {case['name']}")
        for path in sorted(_FOLDER.glob("*.toml"))
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    ]


def _schema(case: dict[str, Any]) -> str:
    if "schema" in case:
        return str(case["schema"])
    return (
        '<schema xmlns="http://purl.oclc.org/dsdl/schematron"'
        f' queryBinding="{case.get("binding", "xslt3")}">{case["rules"]}</schema>'
    )


@pytest.mark.parametrize("case", _cases())
def test_construct_does_what_the_standard_says(case: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / f"rules.{case.get('kind', 'sch')}"
    path.write_text(_schema(case), encoding="utf-8")
    for name, text in case.get("files", {}).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")

    rules = RuleSet.load(path)
    phase = case.get("phase", "#DEFAULT")
    faults = rules.faults(phase)
    found = rules.run(case["document"], phase, folder=tmp_path)

    for fault, (code, line, words) in zip(faults, case.get("faults", []), strict=False):
        assert (fault.code, fault.line) == (code, line), fault
        assert words in fault.message
    assert len(faults) == len(case.get("faults", [])), faults
    plain = [
        [
            violation.id if violation.kind else violation.code,
            re.sub(r"Q\{\}", "", violation.path),
            violation.message,
        ]
        for violation in found
    ]
    expected = case.get("expect", [])
    for was, should in zip(plain, expected, strict=False):
        if was[0] == "rule-fault":  # the words are Saxon's: hold the part that is ours
            assert should[2] in was[2]
            was[2] = should[2]
    assert plain == expected
    if "properties" in case:
        assert [[list(one) for one in v.properties] for v in found] == case["properties"]
    for name in ("severity", "diagnostics", "role", "flag", "context", "kind_of", "document_of"):
        if name in case:
            attribute = {"kind_of": "kind", "document_of": "document"}.get(name, name)
            values = [getattr(violation, attribute) for violation in found]
            plain_values = [
                value.label
                if name == "severity"
                else list(value)
                if isinstance(value, tuple)
                else re.sub(r"Q\{\}", "", value)
                for value in values
            ]
            assert plain_values == case[name]
