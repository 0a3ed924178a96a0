# SPDX-License-Identifier: MIT
"""What pointers may point at: the toolkit's own table, and what an edition says beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition import settings
from tei_edition.checks.pointers import POINTERS, targets_of
from tei_edition.errors import ConfigurationError
from tei_edition.wording import any_of, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tei_edition.edition import Edition

_KEY = re.compile(r"(?:([A-Za-z_][A-Za-z0-9_.-]*)/)?@(.+)")


class Targets:
    """The local names of the elements that a pointer may point at.

    An edition's word comes before the toolkit's own, what it says of one element's attribute before
    what it says of the attribute.
    """

    def __init__(self, chosen: Iterable[tuple[str, Iterable[str]]] = ()) -> None:
        self._chosen = {key: frozenset(names) for key, names in chosen}

    def of(self, element: str, attribute: str) -> frozenset[str]:
        """The names allowed; empty for any."""
        for key in (f"{element}/@{attribute}", f"@{attribute}"):
            if key in self._chosen:
                return self._chosen[key]
        return targets_of(element, attribute)


def targets_for(edition: Edition | None) -> Targets:
    """The kinds of targets in an edition.

    Raises:
        ConfigurationError: ``[references.targets]`` names something that is no pointer.
    """
    if edition is None:
        return Targets()
    for key, _ in edition.validation.targets:
        problem = _problem(key)
        if problem:
            path = edition.file
            text = path.read_text(encoding="utf-8")
            place = ("references", "targets", key)
            raise ConfigurationError(settings.describe_at(path, text, place, problem))
    return Targets(edition.validation.targets)


def _problem(key: str) -> str:
    """What is wrong with a key such as ``persName/@ref``; empty where nothing is."""
    found = _KEY.fullmatch(key)
    if found is None:
        return "the key has to be “@attribute” or “element/@attribute”"
    element, attribute = found.groups()
    if attribute not in POINTERS:
        near = nearest(attribute, POINTERS)
        hint = f"; did you mean “@{near}”?" if near else ""
        return f"TEI has no attribute @{attribute} that points to something{hint}"
    if element and not POINTERS[attribute].applies_to(element):
        bearers = any_of(f"<{name}>" for name in sorted(POINTERS[attribute].elements))
        return f"@{attribute} is a pointer only on {bearers}"
    return ""
