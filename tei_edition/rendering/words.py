# SPDX-License-Identifier: MIT
"""The interface's own words: ``xslt/words/*.toml``, one file a language, and an edition's own."""

from __future__ import annotations

import json
import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from tei_edition.citations.phrases import bundled, flat, words_file
from tei_edition.citations.registers import REGISTERS
from tei_edition.errors import ConfigurationError
from tei_edition.rendering.plurals import CATEGORIES, InvalidRuleError, categories

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

FALLBACK = "en"
"""The language that has every word."""

OWN = "own."
"""Keys under which an edition keeps words for its own stylesheets."""

_GAP = re.compile(r"\{([a-z-]+)\}")


def catalogue(language: str, own: Path | None = None) -> str:
    """Every word in a language, as the stylesheets take them: a JSON object of keys and words, and
    of two tables: the forms for numbers, and where registers of names have their records.

    A word that the language lacks is English; a word of the edition's ``own`` file comes before
    both. Where the toolkit has no file for the language (nor for it without its region) and the
    edition brings none, all words are English, and ``language.tag`` says so.

    Raises:
        ConfigurationError: the edition's file cannot be read or has a word that is none.
    """
    words = _all(language, own)
    rules = {k.rpartition(".")[2]: v for k, v in words.items() if k.startswith("language.plural.")}
    tables = {"language.categories": categories(rules), "identifier.registers": REGISTERS}
    return json.dumps({**words, **tables}, ensure_ascii=False)


def sorting(language: str, own: Path | None = None) -> str:
    """The letters of a language that are letters of their own in its alphabetical order."""
    return _all(language, own)["sorting.letters"]


def _all(language: str, own: Path | None) -> dict[str, str]:
    words = dict(bundled(FALLBACK))
    for tag in (language.partition("-")[0], language):
        if tag != FALLBACK and words_file(tag).is_file():
            words = _over(words, bundled(tag))
    return _over(words, _own(own, words)) if own is not None else words


def has_words(language: str, own: Path | None = None) -> bool:
    """Whether the interface speaks a language: the toolkit does, or the edition's own file."""
    return _all(language, own)["language.tag"].partition("-")[0] == language.partition("-")[0]


def _no_words(table: Mapping[str, object], prefix: str = "") -> Iterator[str]:
    """The keys of what is neither text nor a table."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _no_words(value, f"{prefix}{key}.")
        elif not isinstance(value, str):
            yield prefix + key


def _over(under: Mapping[str, str], over: Mapping[str, str]) -> dict[str, str]:
    """Words over words. Forms for numbers are taken whole, never mixed of two languages."""
    whole = {key.rpartition(".")[0] for key in over if key.rpartition(".")[2] in CATEGORIES}
    if "language.tag" in over:
        whole.add("language.plural")
    return {**{k: v for k, v in under.items() if k.rpartition(".")[0] not in whole}, **over}


def _own(path: Path, known: Mapping[str, str]) -> dict[str, str]:
    import tomllib

    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        words = dict(flat(table))
        categories({k.rpartition(".")[2]: v for k, v in words.items() if ".plural." in k})
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, InvalidRuleError) as error:
        raise ConfigurationError(f"{path}: these words cannot be read: {error}") from error
    for key in _no_words(table):
        raise ConfigurationError(f"{path}: “{key}” is no text: put it in quotation marks")
    for key, word in words.items():
        stem, _, last = key.rpartition(".")
        if key.startswith((OWN, "language.")) or (f"{stem}.other" in known and last in CATEGORIES):
            continue
        if key not in known:
            near = get_close_matches(key, known, 1)
            hint = f"did you mean “{near[0]}”?" if near else "words of your own stand under [own]"
            raise ConfigurationError(f"{path}: there is no word “{key}”; {hint}")
        unknown = set(_GAP.findall(word)) - set(_GAP.findall(known[key]))
        if unknown:
            raise ConfigurationError(
                f"{path}: “{key}” has a gap {{{unknown.pop()}}} that nothing fills; "
                f"the toolkit's own words are “{known[key]}”"
            )
    return words
