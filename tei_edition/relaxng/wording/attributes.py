# SPDX-License-Identifier: MIT
"""Attributes that an element does not have, lacks, or that have a wrong value; IDs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.relaxng.expectations import attributes_of, nearest, possible, required
from tei_edition.relaxng.nameclasses import split
from tei_edition.relaxng.patterns import Attribute, Pattern
from tei_edition.relaxng.wording.phrases import (
    FEW,
    at_names,
    did_you_mean,
    likeliest_first,
    shortened,
)
from tei_edition.relaxng.wording.scene import Scene, Words
from tei_edition.relaxng.wording.texts import explained

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tei_edition.relaxng.automaton import Automaton, Opened

_MEMO = 4_096
_IDS_COMPARED = 5_000


class AttributeWording:
    """What one schema says of attributes."""

    def __init__(self, automaton: Automaton) -> None:
        self._automaton = automaton
        self._said: dict[tuple[object, ...], Words] = {}

    def unknown(self, scene: Scene, opened: Opened, attribute: str) -> Words:
        """An attribute that the element does not have."""
        key = (opened, scene.name, attribute, tuple(scene.attributes[::2]), scene.names)
        known = self._said.get(key)
        if known is None:
            if len(self._said) >= _MEMO:
                self._said.clear()
            known = self._said[key] = self._unknown(scene, opened, attribute)
        return known

    def _unknown(self, scene: Scene, opened: Opened, attribute: str) -> Words:
        names = scene.names
        shown, element = names.attribute(attribute), names.element(scene.name)
        here = possible(a.name_class for a in attributes_of(opened.patterns)).names
        written = set(scene.attributes[::2])
        candidates = names.attributes(each for each in here if each not in written)
        local = split(attribute)[1]
        likely = [each for each in candidates if each.rpartition(":")[2] == local]
        likely += [each for each in nearest(shown, candidates) if each not in likely]
        message = f"<{element}> has no attribute @{shown}"
        if not candidates:
            message += "; it has no other attributes" if here else "; it has no attributes"
        elif len(candidates) <= FEW:
            message += f"; it may have {at_names(candidates)}"
        return Words(
            "unknown-attribute",
            message,
            did_you_mean(likely),
            shown,
            likeliest_first(candidates, likely),
        )

    def missing(self, scene: Scene, opened: Opened) -> Words:
        """An element without an attribute that it must have."""
        key = (opened, scene.name, scene.names)
        known = self._said.get(key)
        if known is None:
            if len(self._said) >= _MEMO:
                self._said.clear()
            known = self._said[key] = self._missing(scene, opened)
        return known

    def _missing(self, scene: Scene, opened: Opened) -> Words:
        names = scene.names
        element = names.element(scene.name)
        lacking = [
            names.attribute(name)
            for pattern in opened.patterns
            for each in sorted(required(pattern), key=lambda a: a.place)
            if isinstance(each, Attribute)
            for name in possible([each.name_class]).names
        ]
        lacking = list(dict.fromkeys(lacking))
        if lacking:
            plural = "attributes" if len(lacking) > 1 else "attribute"
            message = f"<{element}> lacks the {plural} {at_names(lacking, 'and')}"
        else:
            classes = [a.name_class for a in attributes_of(opened.patterns)]
            lacking = names.attributes(possible(classes).names)
            message = f"<{element}> lacks an attribute"
            if 0 < len(lacking) <= FEW:
                message += f": {at_names(lacking)}"
        attribute = lacking[0] if len(lacking) == 1 else ""
        return Words("missing-attribute", message, "", attribute, tuple(lacking))

    def bad_value(
        self,
        scene: Scene,
        patterns: Sequence[Pattern],
        attribute: str,
        value: str,
        namespaces: Mapping[str, str],
    ) -> Words:
        """An attribute with a value that it may not have."""
        element, shown = scene.names.element(scene.name), scene.names.attribute(attribute)
        why, hint, expected = explained(patterns, value, namespaces, self._automaton.strings)
        found = f"may not be “{shortened(value)}”" if value.strip() else "may not be empty"
        message = f"@{shown} of <{element}> {found}{why}"
        return Words("attribute-value", message, hint, shown, expected)

    def duplicate_id(
        self, scene: Scene, attribute: str, value: str, first: tuple[str, int]
    ) -> Words:
        """An ID that another element has already."""
        element, shown = scene.names.element(scene.name), scene.names.attribute(attribute)
        path, line = first
        where = f"in line {line}" if path == scene.path else f"in {path}, line {line}"
        message = (
            f"@{shown} of <{element}> is “{shortened(value)}”, but that ID is taken: it was given "
            f"first {where}"
        )
        return Words("duplicate-id", message, "", shown)

    def unresolved(self, scene: Scene, attribute: str, value: str, ids: Iterable[str]) -> Words:
        """A reference to an ID that no element has."""
        element, shown = scene.names.element(scene.name), scene.names.attribute(attribute)
        likely = nearest(value, [each for each, _ in zip(ids, range(_IDS_COMPARED), strict=False)])
        message = f"@{shown} of <{element}> refers to “{shortened(value)}”, an ID no element has"
        return Words("unresolved-idref", message, did_you_mean(likely), shown)
