# SPDX-License-Identifier: MIT
"""Elements that may not stand where they stand, that are missing, or that end too early."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.relaxng.expectations import (
    Possible,
    elements_first,
    nearest,
    possible,
    required,
)
from tei_edition.relaxng.nameclasses import Name, split
from tei_edition.relaxng.patterns import Element, Pattern
from tei_edition.relaxng.states import state_after
from tei_edition.relaxng.wording.phrases import (
    FEW,
    did_you_mean,
    expected_elements,
    likeliest_first,
    tags,
)
from tei_edition.relaxng.wording.scene import Scene, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_edition.relaxng.automaton import Automaton
    from tei_edition.relaxng.simplified import Simplified
    from tei_edition.relaxng.states import State

_MEMO = 4_096
_TRIED = 60
"""So many names are tried out for what they would make possible."""


class ElementWording:
    """What one schema says of elements."""

    def __init__(self, automaton: Automaton, schema: Simplified) -> None:
        self._automaton = automaton
        self._schema = schema
        self._said: dict[tuple[object, ...], Words] = {}
        self._homes: dict[str, tuple[str, ...] | None] = {}
        self._namespaces: dict[str, list[str]] | None = None
        """Namespaces of the schema's elements by local name."""

    def misplaced(
        self, scene: Scene, state: State, *, skipped: bool, hollow: bool = False
    ) -> Words:
        """An element that may not stand here, or only after something that is missing.

        ``hollow`` is an element around it that may hold nothing at all.
        """
        key = (state, scene.parent, scene.name, scene.names, hollow)
        known = self._said.get(key)
        if known is None:
            if len(self._said) >= _MEMO:
                self._said.clear()
            if skipped:
                known = self._missing_before(scene, state)
            elif self._homes_of(scene.name) is None:
                known = self._unknown(scene, state)
            else:
                known = self._misplaced(scene, state, hollow=hollow)
            self._said[key] = known
        return known

    def incomplete(self, scene: Scene, state: State) -> Words:
        """An element that ends too early."""
        key = (state, scene.name, scene.names)
        known = self._said.get(key)
        if known is None:
            if len(self._said) >= _MEMO:
                self._said.clear()
            known = self._said[key] = self._incomplete(scene, state)
        return known

    def _unknown(self, scene: Scene, state: State) -> Words:
        names = scene.names
        shown = names.element(scene.name)
        expected, wildcards = _next(state)
        candidates = names.elements(expected)
        likely = self._fitting(scene, state, nearest(shown, candidates), candidates, expected)
        message = f"the schema has no element <{shown}>"
        if scene.parent:
            message += f" (in <{names.element(scene.parent)}>)"
        hint = did_you_mean(likely)
        namespace, local = split(scene.name)
        theirs = self._other_namespace(namespace, local)
        if theirs is not None:
            found = f"in the namespace {namespace}" if namespace else "in no namespace"
            meant = f"in {theirs}" if theirs else "in none"
            message = f"<{shown}> is {found}, but the schema's <{local}> is {meant}"
            hint = f'is xmlns="{theirs}" missing or mistyped?' if theirs else ""
        listed = likely if len(candidates) > FEW else candidates
        message += expected_elements(listed, wildcards, len(candidates))
        return Words("unknown-element", message, hint, "", likeliest_first(candidates, likely))

    def _misplaced(self, scene: Scene, state: State, *, hollow: bool) -> Words:
        names = scene.names
        shown, inside = names.element(scene.name), names.element(scene.parent)
        expected, wildcards = _next(state)
        candidates = names.elements(expected)
        homes = self._homes_of(scene.name) or ()
        wraps = names.elements(home for home in homes if home in set(expected))
        # A name the schema knows is rarely a slip of the pen: no "did you mean".
        likely = wraps[:3]
        hint = ""
        if not scene.parent:
            message = f"a document may not begin with <{shown}>"
        elif scene.parent in homes:
            message = f"<{shown}> may not stand at this place in <{inside}>"
            hint = f"elsewhere in <{inside}> it may: look at what comes before it"
        else:
            message = f"<{shown}> may not stand in <{inside}>"
        if scene.parent not in homes and 0 < len(wraps or homes) <= 3:
            hint = f"<{shown}> belongs inside {tags(wraps or names.elements(homes))}"
        if hollow:
            message += f"; <{inside}> holds nothing"
        elif not candidates and not wildcards and scene.parent:
            message += f"; no element may stand here in <{inside}>"
        listed = likely if len(candidates) > FEW else candidates
        message += expected_elements(listed, wildcards, len(candidates))
        return Words("misplaced-element", message, hint, "", likeliest_first(candidates, likely))

    def _missing_before(self, scene: Scene, state: State) -> Words:
        names = scene.names
        shown = names.element(scene.name)
        expected, _ = _next(state)
        candidates = names.elements(expected)
        fitting = names.elements(
            each for each in expected[:_TRIED] if self._leads_to(state, each, scene.name)
        )
        listed = fitting or candidates
        inside = f" in <{names.element(scene.parent)}>" if scene.parent else ""
        if len(listed) == 1:
            message = f"<{listed[0]}> is missing before <{shown}>{inside}"
        elif len(listed) <= FEW:
            message = f"before <{shown}>{inside}, {tags(listed)} is missing"
        else:
            message = f"before <{shown}>{inside}, something required is missing: " + tags(
                [*listed[:3]]
            ).replace(" or ", ", ")
            message += f" or one of {len(listed) - 3} others"
        return Words("missing-element", message, "", "", likeliest_first(candidates, fitting))

    def _incomplete(self, scene: Scene, state: State) -> Words:
        names = scene.names
        shown = names.element(scene.name)
        expected, wildcards = _next(state)
        candidates = names.elements(expected)
        alive = [pattern for pattern in state.patterns if pattern.nullable or _next_of(pattern)]
        lacking = [
            names.element(each.name_class.name)
            for pattern in (alive or state.patterns)[:1]
            for each in sorted(required(pattern), key=lambda e: e.place)
            if isinstance(each, Element) and isinstance(each.name_class, Name)
        ]
        lacking = list(dict.fromkeys(lacking))
        finishing = names.elements(
            each for each in expected[:_TRIED] if self._finishes(state, each)
        )
        message = f"<{shown}> is incomplete"
        if lacking:
            verb = "is" if len(lacking) == 1 else "are"
            message += f": {tags(lacking, 'and')} {verb} missing"
        else:
            message += expected_elements(
                finishing or candidates, wildcards, len(candidates), what="it must still hold"
            )
        expected_now = likeliest_first(candidates, lacking, finishing)
        return Words("incomplete-element", message, "", "", expected_now)

    def _fitting(
        self,
        scene: Scene,
        state: State,
        likely: Sequence[str],
        candidates: Sequence[str],
        expected: Sequence[str],
    ) -> list[str]:
        """Of equally likely names, those first that may have the attributes at hand."""
        by_name = dict(zip(candidates, expected, strict=True))
        attributes = list(scene.attributes[::2])

        def unfit(each: str) -> bool:
            way = self._automaton.transition(state, by_name[each])
            return way is not None and any(
                self._automaton.step(way[0], attribute) is None for attribute in attributes
            )

        return sorted(likely, key=unfit)

    def _homes_of(self, name: str) -> tuple[str, ...] | None:
        """The elements that may hold elements of this name; none where the schema has no such."""
        if name in self._homes:
            return self._homes[name]
        if len(self._homes) >= _MEMO:
            self._homes.clear()
        elements = self._schema.elements
        sought = {e for e in elements if not e.name_class.open and e.name_class.contains(name)}
        homes: tuple[str, ...] | None = None
        if sought:
            homes = possible(each.name_class for each in self._schema.holders(sought)).names
        self._homes[name] = homes
        return homes

    def _other_namespace(self, namespace: str, local: str) -> str | None:
        """The namespace in which the schema has an element of this local name."""
        if self._namespaces is None:
            self._namespaces = {}
            for name in possible(element.name_class for element in self._schema.elements).names:
                theirs, same = split(name)
                self._namespaces.setdefault(same, []).append(theirs)
        return next((each for each in self._namespaces.get(local, ()) if each != namespace), None)

    def _leads_to(self, state: State, first: str, then: str) -> bool:
        way = self._automaton.transition(state, first)
        return way is not None and self._automaton.transition(state_after(way), then) is not None

    def _finishes(self, state: State, name: str) -> bool:
        way = self._automaton.transition(state, name)
        return way is not None and any(p.nullable for p in state_after(way).patterns)


def _next(state: State) -> Possible:
    return possible(element.name_class for element in elements_first(state.patterns))


def _next_of(pattern: Pattern) -> list[Element]:
    return elements_first([pattern])
