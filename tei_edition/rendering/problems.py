# SPDX-License-Identifier: MIT
"""What the pages of an edition lack, since the edition itself lacks something: in words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.citations.phrases import languages
from tei_edition.citations.published import published
from tei_edition.edition import Edition
from tei_edition.rendering.words import has_words

if TYPE_CHECKING:
    from collections.abc import Sequence


def of_registry(paths: Sequence[Path]) -> str:
    """Why pages lack what was published once and is gone; empty where nothing is wrong.

    An edition that has not published yet has no registry, and pages all the same. So a registry
    that is not there is no reason to make none, and has to be said.

    Args:
        paths: what is rendered; none for the whole edition of the working directory.

    Raises:
        TeiEditionError: there is no edition, or ``edition.toml`` cannot be used.
    """
    edition = Edition.containing(paths[0]) if paths else Edition.find()
    _, problems = published(edition) if edition else (None, [])
    return "; ".join(f"{each.message}: {each.hint}" for each in problems)


def of_language(paths: Sequence[Path]) -> str:
    """What is to be said of a language that the pages do not speak; empty where they do.

    Args:
        paths: what is rendered; none for the whole edition of the working directory.

    Raises:
        TeiEditionError: there is no edition, or ``edition.toml`` cannot be used.
    """
    edition = Edition.containing(paths[0]) if paths else Edition.find(takes_files=True)
    if not edition or has_words(edition.language, Path(edition.words) if edition.words else None):
        return ""
    return (
        f"there are no words in the language “{edition.language}” that edition.toml asks for: the "
        f"pages say in English what is not the documents’. There are words in "
        f"{', '.join(languages())}; others are brought by a file of the edition’s own "
        f"([rendering] words)"
    )
