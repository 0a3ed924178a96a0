# SPDX-License-Identifier: MIT
"""The pages' words (``xslt/words/``) for what citations say: dates, passages, what became of them.

Each word is that of the language, else of the language without its region, else English.
"""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from tei_edition import resources

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

ENGLISH = "en"


@lru_cache(maxsize=8)
def phrases(language: str) -> Mapping[str, str]:
    """The words in a language (a BCP 47 tag) by their full names: ``passage.p``, ``date.range``."""
    import tomllib

    found: dict[str, str] = {}
    for tag in dict.fromkeys((ENGLISH, primary(language), language)):
        path = resources.stylesheet(f"words/{tag}.toml")
        if tag.replace("-", "").isalnum() and path.is_file():
            found |= _flat(tomllib.loads(path.read_text(encoding="utf-8")))
    return MappingProxyType(found)


def languages() -> tuple[str, ...]:
    """The tags of the languages that there are words in."""
    folder = resources.stylesheet(f"words/{ENGLISH}.toml").parent
    return tuple(sorted(path.stem for path in folder.glob("*.toml")))


def primary(language: str) -> str:
    """A language without its region."""
    return language.partition("-")[0].casefold()


def listed(items: Iterable[str], language: str) -> str:
    """“A”, “A and B”, “A, B and C”."""
    words = phrases(language)
    *most, last = (*items,) or ("",)
    if not most:
        return last
    return words["punctuation.list"].join(most) + words["punctuation.list-last"] + last


def _flat(table: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield prefix + key, str(value)
