# SPDX-License-Identifier: MIT
"""Names stand in the order of the language, each under its letter."""

from __future__ import annotations

import pytest

from tei_edition.rendering.facts.sorting import Alphabet


@pytest.mark.parametrize(
    ("letters", "names"),
    [
        ("", ["A B", "AB", "Ähre", "Ärger", "Arm", "Das", "dass", "Daß X", "Zorn"]),
        ("z å ä ö", ["Oase", "Zorn", "Ålesund", "Ärger", "Öl"]),
        ("и й", ["Ёж", "Ель", "Иван", "Йод", "Кот"]),
        ("h ch", ["Havel", "Chrudim", "Ivan"]),
        ("", ["가나", "각", "나라"]),
        ("", ["de Gaulle", "Degas", "»Freie Bühne«", "Freier"]),
    ],
)
def test_names_stand_in_the_order_of_the_language(letters: str, names: list[str]) -> None:
    alphabet = Alphabet(letters)
    assert sorted(sorted(names), key=alphabet.place) == names


@pytest.mark.parametrize(
    ("letters", "name", "heading"),
    [
        ("", "Ähre", "A"),
        ("z å ä ö", "Ähre", "Ä"),
        ("h ch", "Chrudim", "Ch"),
        ("", "«Œuvre»", "O"),
        ("", "까치", "ㄱ"),
        ("", "38th parallel", "#"),
        ("", "", "#"),
    ],
)
def test_names_are_filed_under_their_letter(letters: str, name: str, heading: str) -> None:
    assert Alphabet(letters).heading(name) == heading
