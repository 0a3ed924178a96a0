from __future__ import annotations

from tei_edition import resources


def test_schemas_and_stylesheets_are_found_beside_the_package() -> None:
    assert resources.schema("").is_dir()
    assert resources.stylesheet("").is_dir()
