# SPDX-License-Identifier: MIT
"""Language tags: BCP 47 (RFC 5646), against the IANA registry as the package langcodes has it."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.checks.consistency.warning import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.checks.records import Document
    from tei_edition.findings import Finding

_SUBTAGS = re.compile(r"[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*")
_GRANDFATHERED = re.compile(r"i-|art-|cel-|en-gb-oed|no-|sgn-|zh-", re.IGNORECASE)

_RECORD = re.compile(r"^type: (\S+)\nsubtag: (\S+)$", re.MULTILINE)

LONGEST = 60
"""Characters of a tag that a message shows."""


def languages(document: Document, *, covered: bool) -> Iterator[Finding]:
    """Tags that are none, and languages of the text that ``langUsage`` does not list."""
    undeclared: set[str] = set()
    for (attribute, tag), use in document.tags.items():
        problem = _problem(tag)
        if problem:
            words, hint = problem
            yield warning(
                use.spot,
                "language-tag-wrong",
                f"@{attribute} “{_short(tag)}” is no language tag (BCP 47): {words}",
                hint,
                attribute,
            )
        elif (
            document.declared
            and not covered
            and attribute in ("xml:lang", "mainLang")
            and not _is_declared(tag, document.declared)
            and tag not in undeclared
        ):
            undeclared.add(tag)
            listed = ", ".join(f"“{one}”" for one in sorted(document.declared))
            yield warning(
                use.spot,
                "language-undeclared",
                f"the language “{tag}” is not listed in the header, whose langUsage has {listed}",
                f'add <language ident="{tag}"> to <langUsage>',
                attribute,
            )


def _short(tag: str) -> str:
    return tag if len(tag) <= LONGEST else f"{tag[:LONGEST]}…"


def _is_declared(tag: str, declared: set[str]) -> bool:
    """Whether a tag is listed, or a wider or narrower one of the same language."""
    language = _language(tag)
    return language in ("und", "zxx", "mul") or any(_language(one) == language for one in declared)


@lru_cache(maxsize=1024)
def _language(tag: str) -> str:
    """The language of a tag, in its shortest form: that “deu” is wrong for “de” is said once."""
    language = tag.lower().partition("-")[0]
    if len(language) == 2:
        return language
    import langcodes

    try:
        return langcodes.standardize_tag(language)
    except ValueError:
        return language


@lru_cache(maxsize=1024)
def _problem(tag: str) -> tuple[str, str] | None:
    """What is wrong with a tag, and a hint; None where nothing is."""
    if not _SUBTAGS.fullmatch(tag):
        proper = tag.strip().replace("_", "-")
        near = f"write “{proper}”" if proper != tag and _problem(proper) is None else ""
        return "subtags are letters and digits, at most eight, joined by hyphens", near
    if tag.lower().startswith("x-"):
        return None
    import langcodes

    if not langcodes.tag_is_valid(tag):
        unknown = _unknown(tag)
        if not unknown:
            return "its subtags stand in a wrong order, or one stands twice", ""
        is_language = unknown == tag.partition("-")[0].lower()
        hint = "two or three letters name a language, as in “en”, “de” or “grc”"
        return f"“{unknown}” is not registered", hint if is_language else ""
    standard = langcodes.standardize_tag(tag)
    if standard.lower() == tag.lower() or _GRANDFATHERED.match(tag):
        return None
    # The package is lenient: it takes ISO 639-2 codes and common slips for what they stand for.
    unknown = _unknown(tag)
    return (f"“{unknown}” is not registered", f"did you mean “{standard}”?") if unknown else None


def _unknown(tag: str) -> str:
    """The first subtag that is not registered as what its place makes it; empty for none."""
    for index, subtag in enumerate(tag.lower().split("-")):
        if len(subtag) == 1:
            # An extension or a private part: what follows need not be registered.
            return ""
        if index == 0:
            kind = "language"
        elif len(subtag) == 4 and subtag.isalpha():
            kind = "script"
        elif len(subtag) == 3 and subtag.isalpha():
            kind = "extlang"
        elif len(subtag) == 2 or len(subtag) == 3:
            kind = "region"
        else:
            kind = "variant"
        if (kind, subtag) not in _registered():
            return subtag
    return ""


@lru_cache(maxsize=1)
def _registered() -> frozenset[tuple[str, str]]:
    """Every subtag of the registry with its kind; read only when a tag is doubtful."""
    from langcodes.util import data_filename

    # Read as text: the package's own reader makes a dictionary of each of the 9,000 records. The
    # package has no types.
    path = Path(data_filename("language-subtag-registry.txt"))  # type: ignore[no-untyped-call]
    registry = path.read_text(encoding="utf-8")
    names: set[tuple[str, str]] = set()
    for kind, subtag in _RECORD.findall(registry.lower()):
        first, _, last = subtag.partition("..")
        names |= {(kind, name) for name in (_range(first, last) if last else (subtag,))}
    return frozenset(names)


def _range(first: str, last: str) -> set[str]:
    """The private subtags of a range such as ``qaa..qtz`` or ``qaaa..qabx``."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    names = {""}
    for low, high in zip(first, last, strict=True):
        # The ranges of the registry differ in their last two letters at most.
        some = low if low == high else letters
        names = {name + letter for name in names for letter in some}
    return {name for name in names if first <= name <= last}
