# SPDX-License-Identifier: MIT
"""One document against one automaton: what is at fault, and how to go on after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.parser import XML_ID
from tei_edition.relaxng.automaton import Automaton
from tei_edition.relaxng.datatypes.whitespace import WHITE_SPACE
from tei_edition.relaxng.patterns import EMPTY, NOT_ALLOWED
from tei_edition.relaxng.states import COLLECTED, Opened, State, Way
from tei_edition.relaxng.wording import Scene, Wording, Words, finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from xml.parsers.expat import XMLParserType

    from tei_edition.findings import Finding
    from tei_edition.parser import Stream
    from tei_edition.relaxng.placing import Event, Late, Source
    from tei_edition.relaxng.states import AttributeStep
    from tei_edition.relaxng.wording.names import Names


_ATTRIBUTES_SEEN = 200
"""Names and values of attributes that a message looks at. It looks at them once a fault, and each
attribute of one tag may be at fault: what looked at all would take squared time."""


class Run:
    """The state of validating one document that is not needed for every event."""

    def __init__(
        self,
        automaton: Automaton,
        wording: Wording,
        stream: Stream,
        watch: Mapping[str, Callable[[str, list[str]], object]],
        source: Source | None = None,
    ) -> None:
        self.automaton = automaton
        self.stream = stream
        self.expat: XMLParserType
        """At work now, set by the handlers; and the file that it reads."""
        self.path = stream.path
        self.findings: list[Finding] = []
        self.ways: list[Way] = []
        """The open elements."""
        self.chunks: list[str] = []
        """Text of a datatype, as it comes."""
        self._wording = wording
        self._watch = watch
        # A stream's copy is gone when the run is over: this is what can be read again.
        self._source = source
        self._late: list[Late] = []
        self._scope: tuple[object, int] = (None, 0)
        self._written: Names = wording.naming.names({})
        self._ids: dict[str, tuple[str, int]] = {}
        """File and line of each ID."""
        self._references: dict[str, tuple[Scene, str]] = {}

    # Slow cases of the handlers: each gives the state to go on in.

    def start(self, state: State, name: str, attributes: list[str]) -> tuple[Way, State]:
        """A start tag that no look-up answers."""
        if state.mode == COLLECTED:
            text = "".join(self.chunks)
            self.chunks.clear()
            if text.strip(WHITE_SPACE):
                state = self.text(state, text)
        way = state.ways.get(name)
        if way is None:
            lost = state.lost.get(name)
            if lost is None:
                way = self.automaton.transition(state, name)
            if way is None:
                way, skipped = lost or self.automaton.recovery(state, name)
                if not state.dead or not self.ways:
                    scene = self._scene(name, attributes)
                    hollow = self._is_hollow(state)
                    words = self._wording.elements.misplaced(
                        scene, state, skipped=skipped, hollow=hollow
                    )
                    self.findings.append(finding(scene, words))
        return way, self._attributes(way[0], name, attributes)

    def _is_hollow(self, state: State) -> bool:
        """Whether the innermost element may hold nothing at all, wherever it stands."""
        if state.patterns[0] is not EMPTY or not self.ways:
            return False
        content = self.automaton.forgiven(self.ways[-1][0].patterns)
        return all(pattern is EMPTY for pattern in (*state.patterns, *content.patterns))

    def end(self, state: State, way: Way) -> State:
        """An end tag where more than one pattern is open, or none may end."""
        text = ""
        if state.mode == COLLECTED:
            text = "".join(self.chunks)
            self.chunks.clear()
            namespaces = self.stream.namespaces
            matched = tuple(
                matcher.allows(text, namespaces)
                if matcher.contextual
                else text in matcher.known or matcher.learn(text)
                for matcher in state.matchers
            )
        else:
            matched = tuple(pattern.nullable for pattern in state.patterns)
        if not any(matched):
            if not state.dead:
                self._unfinished(state, way, text)
            matched = tuple(p is not NOT_ALLOWED or state.dead for p in state.patterns)
        after = way[1]
        return after if isinstance(after, State) else after.state(matched)

    def text(self, state: State, data: str) -> State:
        """Text that is not white space, where it changes the state or may not stand."""
        following = self.automaton.after_text(state)
        if following is not None:
            return following
        line, hollow = self.stream.position()[1], self._is_hollow(state)
        self._say_late(
            lambda scene: self._wording.texts.stray(scene, state, data, line, hollow=hollow),
            is_end=False,
        )
        return self.automaton.quiet(state)

    def notice(
        self,
        name: str,
        attributes: list[str],
        noticed: Iterable[tuple[int, str, str | None]],
    ) -> None:
        """Attributes that someone watches, or that are IDs or references to IDs."""
        for index, attribute, id_type in noticed:
            if id_type:
                self._identify(name, attribute, attributes[index], id_type, attributes)
            if attribute in self._watch:
                self._watch[attribute](name, attributes)

    def finish(self) -> list[Finding]:
        """All findings, references to IDs that are nowhere among them."""
        self._place_late()
        for value, (scene, attribute) in self._references.items():
            if value not in self._ids:
                words = self._wording.attributes.unresolved(scene, attribute, value, self._ids)
                self._say(scene, words)
        return self.findings

    # What is at fault.

    def _attributes(self, opened: Opened, name: str, attributes: list[str]) -> State:
        if not attributes and opened.bare is not None:
            return opened.bare
        names = tuple(attributes[::2])
        plan = opened.plan(names) or self.automaton.plan(opened, names)
        if plan is None:
            return self._attributes_one_by_one(opened, name, attributes)
        following, checks, noticed, _, _ = plan
        for index, known, learn in checks:
            if attributes[index] not in known and not learn(attributes[index]):
                return self._attributes_one_by_one(opened, name, attributes)
        if noticed:
            self.notice(name, attributes, noticed)
        return following

    def _attributes_one_by_one(self, opened: Opened, name: str, attributes: list[str]) -> State:
        judged = any(pattern is not NOT_ALLOWED for pattern in opened.patterns)
        at = opened
        scene: Scene | None = None
        for index in range(0, len(attributes), 2):
            attribute, value = attributes[index], attributes[index + 1]
            step = self.automaton.step(at, attribute)
            id_type: str | None = None
            if step is not None:
                matched = step.match(value, self.stream.namespaces)
                if any(matched):
                    id_type = next((m.id_type for m in step.matchers if m.id_type), None)
                    id_type = id_type if self.automaton.identifying else None
                else:
                    scene = scene or self._scene(name, attributes)
                    self._bad_value(step, scene, attribute, value)
                    matched = (True,) * len(matched)
                at = step.following(matched)
            elif judged:
                scene = scene or self._scene(name, attributes)
                self._say(scene, self._wording.attributes.unknown(scene, opened, attribute))
            self.notice(name, attributes, ((index + 1, attribute, id_type),))
        if at.bare is not None:
            return at.bare
        scene = scene or self._scene(name, attributes)
        self._say(scene, self._wording.attributes.missing(scene, at))
        return self.automaton.forgiven(at.patterns)

    def _bad_value(self, step: AttributeStep, scene: Scene, attribute: str, value: str) -> None:
        patterns = [matcher.pattern for matcher in step.matchers]
        words = self._wording.attributes.bad_value(
            scene, patterns, attribute, value, self.stream.namespaces
        )
        self._say(scene, words)

    def _unfinished(self, state: State, way: Way, text: str) -> None:
        namespaces = self.stream.namespaces

        def words(scene: Scene) -> Words:
            if state.mode == COLLECTED:
                return self._wording.texts.bad_value(scene, state, text, namespaces)
            return self._wording.elements.incomplete(scene, state)

        self.ways.append(way)
        self._say_late(words, is_end=True)
        self.ways.pop()

    def _scene(self, name: str, attributes: Sequence[str]) -> Scene:
        """The element whose start tag is being handled."""
        parent = self.ways[-1][2] if self.ways else ""
        if len(attributes) > _ATTRIBUTES_SEEN:
            attributes = _the_first(attributes)
        line, column = self.expat.CurrentLineNumber, self.expat.CurrentColumnNumber + 1
        return Scene(self.path, line, column, name, parent, attributes, self._names())

    def _say_late(self, words: Callable[[Scene], Words], *, is_end: bool) -> None:
        """Say something of the innermost element, once it is known where it began."""
        from tei_edition.relaxng.placing import Event, Late

        depth = len(self.ways)
        name = self.ways[depth - 1][2] if depth else ""
        parent = self.ways[depth - 2][2] if depth > 1 else ""
        scene = Scene(*self.stream.position(), name, parent, (), self._names())
        included = len(self.stream.frames) > 1
        source = self._source if self._source and not included else self.stream.frame.source
        event = Event(scene.line, scene.column, name, is_end)
        self._late.append(Late(source, event, scene, words))

    def _place_late(self) -> None:
        """Find where the elements began of which something is to be said."""
        if not self._late:
            return
        from tei_edition.relaxng.placing import starts

        by_source: dict[int, list[Late]] = {}
        for late in self._late:
            by_source.setdefault(id(late.source), []).append(late)
        self._late.clear()  # what is to be said holds this run
        for group in by_source.values():
            found = starts(group[0].source, [late.event for late in group])
            for _, event, scene, words in group:
                start = found.get(event)
                if start is not None:
                    line, column, xml_id = start
                    attributes = (XML_ID, xml_id) if xml_id else ()
                    scene = scene._replace(line=line, column=column, attributes=attributes)
                if not (event.is_end and self._lacks_inclusion(scene, event)):
                    self._say(scene, words(scene))

    def _lacks_inclusion(self, scene: Scene, event: Event) -> bool:
        """Whether an element is unfinished because an inclusion in it failed: that was said."""
        return any(
            path == scene.path and (scene.line, scene.column) < (line, column) < event[:2]
            for path, line, column in self.stream.failed_inclusions
        )

    def _names(self) -> Names:
        """How names are written here; asked anew only where a declaration began or ended."""
        frame = self.stream.frame
        if frame is not self._scope[0] or frame.scope_changes != self._scope[1]:
            self._scope = (frame, frame.scope_changes)
            self._written = self._wording.naming.names(self.stream.namespaces)
        return self._written

    def _say(self, scene: Scene, words: Words) -> None:
        self.findings.append(finding(scene, words))

    def _identify(
        self, name: str, attribute: str, value: str, id_type: str, attributes: list[str]
    ) -> None:
        ids = self._ids
        for word in value.split():
            if id_type == "ID" and word not in ids:
                ids[word] = (self.path, self.expat.CurrentLineNumber)
            elif id_type == "ID":
                scene = self._scene(name, attributes)
                words = self._wording.attributes.duplicate_id(scene, attribute, word, ids[word])
                self._say(scene, words)
            elif word not in ids and word not in self._references:
                self._references[word] = (self._scene(name, attributes), attribute)


def _the_first(attributes: Sequence[str]) -> list[str]:
    """The element's identifier and the first attributes of very many."""
    first = list(attributes[:_ATTRIBUTES_SEEN])
    for index in range(_ATTRIBUTES_SEEN, len(attributes), 2):
        if attributes[index] == XML_ID:
            first += attributes[index : index + 2]
    return first
