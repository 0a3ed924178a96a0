# SPDX-License-Identifier: MIT
"""The automaton: derivatives remembered, so that a start tag costs one look-up.

A state is a vector of patterns that the content of an open element is matched against side by
side. One pattern is the rule. There are several where a name does not decide which of several
element patterns a start tag meets; each has its own way back into the vector of the parent, and
the end tag chooses. So the automaton is exact and needs no second engine for hard schemas.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from tei_edition.relaxng.derivatives import Derivatives
from tei_edition.relaxng.nameclasses import IMPOSSIBLE, qualified, split
from tei_edition.relaxng.patterns import (
    NOT_ALLOWED,
    TEXT,
    Pattern,
)
from tei_edition.relaxng.states import (
    ANYTHING,
    COLLECTED,
    TEXT_ALLOWED,
    WHITE_SPACE_ONLY,
    AttributeStep,
    Back,
    Opened,
    Plan,
    State,
    Vector,
    Way,
)
from tei_edition.relaxng.strings import StringMatching

if TYPE_CHECKING:
    from tei_edition.relaxng.simplified import Simplified

_STATE_BUDGET = 20_000
"""States, or names in one state, before everything is forgotten and built anew."""
_PATTERN_BUDGET = 200_000
_NAMES_IN_STATE = 20_000
_WILD_NAMES = 1_024
_ATTRIBUTE_TUPLES = 1_024
_ATTRIBUTES_REMEMBERED = 60


class Automaton:
    """States and start tags of one schema, made on demand.

    ``watched`` are attribute names that some run wants to be told of.
    """

    def __init__(
        self,
        schema: Simplified,
        watched: frozenset[str],
    ) -> None:
        self.factory = schema.factory
        self.derivatives = Derivatives(schema.factory)
        self.strings = StringMatching(schema.factory)
        self.start = schema.start
        self._schema = schema
        self._names = schema.names | watched
        self._namespaces = frozenset(split(name)[0] for name in schema.names)
        self._watched = watched
        self.identifying = not schema.identifiers
        """Whether IDs and references to IDs are looked at."""
        self._states: dict[Vector, State] = {}
        self._opened: dict[Vector, Opened] = {}

    def initial(self) -> State:
        """The state before the document element."""
        return self.state((self.start,))

    def within_budget(self) -> None:
        """Forget everything where too much has gathered; states in use go on."""
        many = len(self._states) + len(self._opened) > _STATE_BUDGET
        if many or len(self.factory) > _PATTERN_BUDGET:
            # States lead to each other: cut the ways, or those in use keep the others.
            for state in self._states.values():
                state.ways.clear()
                state.lost.clear()
            for opened in self._opened.values():
                opened.forget()
            self._states.clear()
            self._opened.clear()
            self.derivatives.forget()
            self.strings.forget()

    def name_of_class(self, name: str) -> str:
        """One name for all that no name class of the schema can tell from this one."""
        if name in self._names:
            return name
        namespace = split(name)[0]
        return qualified(namespace if namespace in self._namespaces else IMPOSSIBLE, IMPOSSIBLE)

    def state(self, patterns: Vector) -> State:
        """The state of a vector whose attributes are done with."""
        known = self._states.get(patterns)
        if known is not None:
            return known
        state = State()
        state.ways = {}
        state.patterns = patterns
        state.quiet = None
        state.lost = {}
        typed = [p for p in patterns if p.typed]
        if typed:
            state.mode = COLLECTED
            state.matchers = tuple(self.strings.matcher(p) for p in patterns)
        else:
            after = tuple(map(self.derivatives.text, patterns))
            same = after == patterns
            state.mode = TEXT_ALLOWED if same else WHITE_SPACE_ONLY
            state.matchers = ()
        state.final = len(patterns) == 1 and patterns[0].nullable and not typed
        state.dead = all(pattern is NOT_ALLOWED for pattern in patterns)
        if state.dead:
            state.mode, state.final = TEXT_ALLOWED, len(patterns) == 1
        self._states[patterns] = state
        return state

    def after_text(self, state: State) -> State | None:
        """The state after text that is not white space; none where text may not stand."""
        after = tuple(map(self.derivatives.text, state.patterns))
        return None if all(p is NOT_ALLOWED for p in after) else self.state(after)

    def quiet(self, state: State) -> State:
        """The same state, but for text being let through."""
        if state.quiet is None:
            quiet = State()
            quiet.ways = {}
            quiet.patterns, quiet.final = state.patterns, state.final
            quiet.dead = state.dead
            quiet.lost = state.lost
            quiet.mode, quiet.matchers, quiet.quiet = TEXT_ALLOWED, (), quiet
            if state.mode == COLLECTED:
                quiet.final = len(state.patterns) == 1 and state.patterns[0].nullable
            state.quiet = quiet
        return state.quiet

    def union(self, vectors: Iterable[Vector]) -> State:
        """The state in which any of several vectors may go on."""
        return self.state(tuple(map(self.factory.choice, zip(*vectors, strict=True))))

    def opened(self, patterns: Vector) -> Opened:
        """The start tag of elements with these patterns for content."""
        known = self._opened.get(patterns)
        if known is None:
            known = self._opened[patterns] = Opened(patterns, self)
        return known

    def closed(self, patterns: Vector) -> State | None:
        """The state after the last attribute; none where a required one is missing."""
        closed = tuple(map(self.derivatives.close_start_tag, patterns))
        if all(p is NOT_ALLOWED for p in closed) and any(p is not NOT_ALLOWED for p in patterns):
            return None
        return self.state(closed)

    def forgiven(self, patterns: Vector) -> State:
        """The state after the last attribute, whatever is missing."""
        close = self.derivatives.close_start_tag
        return self.state(tuple(close(pattern, forgiving=True) for pattern in patterns))

    def transition(self, state: State, name: str, *, skipping: bool = False) -> Way | None:
        """Where a start tag leads from a state; none where it may not stand there.

        With ``skipping``, content that is required before it may be missing.
        """
        meant = self.name_of_class(name)
        if meant != name and not skipping and (known := state.ways.get(meant)) is not None:
            return self._keep(state, (known[0], known[1], name, known[3]))
        ways: dict[Pattern, list[list[Pattern]]] = {}
        width = len(state.patterns)
        for position, pattern in enumerate(state.patterns):
            for element, after in self.derivatives.start_tag(
                pattern, meant, skipping=skipping
            ).items():
                if element.content is NOT_ALLOWED:
                    continue
                back = ways.get(element.content)
                if back is None:
                    back = ways[element.content] = [[] for _ in range(width)]
                back[position].append(after)
        if not ways:
            return None
        vectors = [tuple(map(self.factory.choice, back)) for back in ways.values()]
        to = self.state(vectors[0]) if len(vectors) == 1 else Back(tuple(vectors), self)
        opened = self.opened(tuple(ways))
        found = (opened, to, name, opened.bare)
        if skipping:
            return found
        if meant != name:
            self._keep(state, (opened, to, meant, opened.bare))
        return self._keep(state, found)

    def _keep(self, state: State, way: Way) -> Way:
        """Remember a way; a state whose text is a value is not left by look-up."""
        if state.mode != COLLECTED:
            self.within_budget()
            # There is no end of names that only a wildcard matches.
            ways = state.ways
            if len(ways) >= (_NAMES_IN_STATE if way[2] in self._names else _WILD_NAMES):
                ways.clear()
            ways[way[2]] = way
        return way

    def recovery(self, state: State, name: str) -> tuple[Way, bool]:
        """How to go on after a start tag that may not stand in a state, as jing does.

        Whether something required was skipped is said too: else the element may not stand there at
        all. Then it is judged by what the schema says of elements of its name elsewhere (nothing,
        where the schema does not know it), and the state after it is as if it were not there.
        """
        known = state.lost.get(name)
        if known is None:
            way = self.transition(state, name, skipping=True)
            skipped = way is not None
            if way is None:
                opened = self.opened((self._elsewhere(self.name_of_class(name)),))
                way = (opened, state, name, opened.bare)
            if len(state.lost) >= _WILD_NAMES:
                state.lost.clear()
            known = state.lost[name] = (way, skipped)
        return known

    def _elsewhere(self, name: str) -> Pattern:
        """The content of elements of this name, by the name classes that mean it most closely.

        Those of any name whatever mean none: what TEI lets stand in `xenoData` says nothing of an
        element of a project's own in running text, in which TEI's elements may well stand.
        """
        closest = 2
        contents: list[Pattern] = []
        for element in self._schema.elements:
            specificity = element.name_class.specificity(name)
            if specificity > closest:
                closest, contents = specificity, []
            if specificity == closest:
                contents.append(element.content)
        return self.factory.choice(contents)

    def step(self, opened: Opened, name: str) -> AttributeStep | None:
        """Where an attribute leads; none where the element has no such attribute."""
        meant = self.name_of_class(name)
        if meant in opened.steps:
            return opened.steps[meant]
        rests: dict[Pattern, list[tuple[int, Pattern]]] = {}
        for position, pattern in enumerate(opened.patterns):
            for value, after in self.derivatives.attribute(pattern, meant).items():
                rests.setdefault(value, []).append((position, after))
        if not rests:
            opened.steps[meant] = None
            return None
        step = AttributeStep(
            tuple(map(self.strings.matcher, rests)),
            tuple(map(tuple, rests.values())),
            len(opened.patterns),
            self,
        )
        opened.steps[meant] = step
        return step

    def plan(self, opened: Opened, names: tuple[str, ...]) -> Plan | None:
        """What becomes of attributes of these names; none where their values must decide."""
        meant = tuple(map(self.name_of_class, names))
        if meant != names and (known := opened.plan(meant)):
            return self._keep_plan(opened, names, known)
        checks: list[tuple[int, set[str], Callable[[str], bool]]] = []
        noticed: list[tuple[int, str, str | None]] = []
        at = opened
        # In the order of names, so that the same attributes lead to the same start tags.
        for name, index in sorted(zip(names, range(1, 2 * len(names), 2), strict=True)):
            step = self.step(at, name)
            if step is None or len(step.matchers) != 1:
                return None
            matcher = step.matchers[0]
            if matcher.contextual:
                return None
            if matcher.pattern is not TEXT:
                checks.append((index, matcher.known, matcher.learn))
            id_type = matcher.id_type if self.identifying else None
            if name in self._watched or id_type:
                noticed.append((index, name, id_type))
            at = step.following((True,))
        if at.bare is None:
            return None
        known_values, learn = (checks or [ANYTHING])[0][1:]
        plan = (at.bare, tuple(checks), tuple(noticed), known_values, learn)
        if meant != names:
            self._keep_plan(opened, meant, plan)
        return self._keep_plan(opened, names, plan)

    def _keep_plan(self, opened: Opened, names: tuple[str, ...], plan: Plan) -> Plan:
        if len(names) <= _ATTRIBUTES_REMEMBERED:
            opened.keep(names, plan, _ATTRIBUTE_TUPLES)
        return plan
