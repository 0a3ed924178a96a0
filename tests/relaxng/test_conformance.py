"""Every rule of the specification, case by case (the cases are in ``conformance/``)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tei_edition.relaxng import Schema, SchemaError


def _written(case: Any, folder: Path) -> Path:
    for name, text in case.files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    path = folder / "schema.rng"
    path.write_text(case.schema, "utf-8")
    return path


def test_schemas_are_judged_as_the_specification_says(case: Any, tmp_path: Path) -> None:
    path = _written(case, tmp_path)
    if case.correct:
        Schema.load(path, cache=None)
    else:
        with pytest.raises(SchemaError) as caught:
            Schema.load(path, cache=None)
        assert caught.value.line > 0
        assert caught.value.column > 0
        assert str(path.parent) in str(caught.value)


def test_documents_are_judged_as_the_specification_says(case: Any, tmp_path: Path) -> None:
    if not case.correct:
        return
    schema = Schema.load(_written(case, tmp_path), cache=None)
    for valid, document in case.documents:
        findings = list(schema.validate(document.encode()))
        assert (not findings) == valid, f"{document}: {findings}"
