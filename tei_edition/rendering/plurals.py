# SPDX-License-Identifier: MIT
"""Which form of a word goes with a whole number, by the rules of Unicode's CLDR.

Rules are written as in CLDR's ``plurals.xml`` (Unicode Technical Standard 35, part 3, section 5),
as far as they speak of whole numbers: ``n % 10 = 2..4 and n % 100 != 12..14``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

CATEGORIES = frozenset({"zero", "one", "two", "few", "many", "other"})

_RELATION = re.compile(r"n\s*(?:%\s*(\d+))?\s*(!?=)\s*([\d.,\s]+)\Z")

NUMBERS = 200
"""Numbers a table reaches. No rule looks at more than the last two digits of greater ones."""


class InvalidRuleError(ValueError):
    """A rule that is not written as CLDR's are."""


def categories(rules: Mapping[str, str]) -> list[str]:
    """The category of each number from 0 to 199; ``other`` where no rule fits.

    >>> categories({"one": "n = 1"})[:3]
    ['other', 'one', 'other']

    Raises:
        InvalidRuleError: a rule cannot be read, or there is no such category.
    """
    table = ["other"] * NUMBERS
    for category, rule in rules.items():
        if category not in CATEGORIES:
            raise InvalidRuleError(
                f"there is no plural “{category}”: {', '.join(sorted(CATEGORIES))}"
            )
        for number in range(NUMBERS):
            if _fits(rule, number):
                table[number] = category
    return table


def _fits(rule: str, number: int) -> bool:
    return any(
        all(_relation(relation.strip(), number) for relation in condition.split(" and "))
        for condition in rule.split(" or ")
    )


def _relation(relation: str, number: int) -> bool:
    found = _RELATION.match(relation)
    if found is None:
        raise InvalidRuleError(f"“{relation}” is no rule such as “n % 10 = 2..4”")
    value = number % int(found[1]) if found[1] else number
    within = False
    for part in found[3].replace(" ", "").split(","):
        first, _, last = part.partition("..")
        within = within or int(first) <= value <= int(last or first)
    return within == (found[2] == "=")
