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
    from pathlib import Path

ENGLISH = "en"


@lru_cache(maxsize=8)
def phrases(language: str) -> Mapping[str, str]:
    """The words in a language (a BCP 47 tag) by their full names: ``passage.p``, ``date.range``."""
    found: dict[str, str] = {}
    for tag in dict.fromkeys((ENGLISH, primary(language), language)):
        if tag.replace("-", "").isalnum() and words_file(tag).is_file():
            found |= bundled(tag)
    return MappingProxyType(found)


@lru_cache(maxsize=8)
def bundled(tag: str) -> Mapping[str, str]:
    """The words of the toolkit's file for a language, which has to be there, by their full names.

    Read once for citations and for pages: that takes 5 ms.
    """
    import tomllib

    return MappingProxyType(dict(flat(tomllib.loads(words_file(tag).read_text(encoding="utf-8")))))


def words_file(tag: str) -> Path:
    """The toolkit's file of words in a language, where there is one."""
    return resources.stylesheet(f"words/{tag}.toml")


def languages() -> tuple[str, ...]:
    """The tags of the languages that there are words in."""
    return tuple(sorted(path.stem for path in words_file(ENGLISH).parent.glob("*.toml")))


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


def flat(table: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    """The values of a table and of those within it, by their full names."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from flat(value, f"{prefix}{key}.")
        else:
            yield prefix + key, str(value)
