# SPDX-License-Identifier: MIT
"""A second, light pass over a document, for checks that need to know where an element stands.

It keeps what the header says of the correspondence, what opener, closer and dateline say, language
tags, numbers, and the lives in authority entries: attributes only, no text. Elements that matter
for none of these cost a look into a table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from tei_edition.checks.dates import span
from tei_edition.checks.facts import ROOTS
from tei_edition.checks.records import (
    PLACES,
    Dated,
    Document,
    Life,
    Mention,
    Named,
    Number,
    Spot,
    Tag,
)
from tei_edition.document import TEI_NAMESPACE, action_kind
from tei_edition.findings import Severity
from tei_edition.parser import INCLUDE, XML_ID, Stream
from tei_edition.parser.names import XML_BASE, XML_LANG

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tei_edition.checks.dates import Span
    from tei_edition.findings import Finding

_TEI = f"{TEI_NAMESPACE} "

_PERSONS = frozenset({"persName", "orgName", "name", "rs"})
_NAMES = _PERSONS | PLACES
_DATES = frozenset({"date", "time"})
_NUMBERED = frozenset({"pb", "p", "item", "div", "row"})
_ENTRIES = frozenset({"person", "place", "org"})
_BEGINNINGS = frozenset({"birth"})
_ENDINGS = frozenset({"death"})
_NEAR = frozenset({"correspAction", "creation", "opener", "closer", "dateline", "signed"})
"""Where names and dates are those of the document itself."""
_QUOTING = ("floatingText", "note", "quote", "q", "cit", "bibl")
"""What stands inside these is not the document's own."""
_CONTEXTS = (
    _NEAR
    | _ENTRIES
    | frozenset(_QUOTING)
    | {"sourceDesc", "langUsage", "correspContext", "salute", "text", "list"}
    | {"body", "front", "back", "div", "item", "table"}
)
"""Elements whose end matters: what they are to those inside, or whose parents they are."""
_INTERESTING = {
    _TEI + name: name
    for name in _CONTEXTS
    | _NAMES
    | _DATES
    | _NUMBERED
    | _BEGINNINGS
    | _ENDINGS
    | ROOTS
    | {"ref", "language", "textLang", "num"}
}
_EVEN_BARE = frozenset({"list", "person", "place", "org"})
"""Elements that are looked at even if they have no attribute."""
_ENDING = {_TEI + name: name for name in _CONTEXTS | ROOTS}


class Survey:
    """Makes the pass; :meth:`documents` gives what was found.

    Args:
        path: the document.
        name: what it is called in findings.
        root: the folder that inclusions must not leave.
        mentions: also record the dates that the text mentions.
    """

    def __init__(self, path: Path, name: str, root: Path, *, mentions: bool = True) -> None:
        self._mentions = mentions
        self._stream = Stream(path, name, root=root)
        self._done: list[Document] = []
        self._open: list[Document] = []
        self._inside = dict.fromkeys(_CONTEXTS, 0)
        self._parents: list[int] = [0]
        self._count = 0
        self._near = 0
        """How many of the elements that hold the document's own names and dates are open."""
        self._action = ""
        self._actions = 0
        self._base = ""
        """``xml:base`` of the root, as pointers of the check ``references`` are resolved."""
        self._distribution: list[int] = []
        self._entry: tuple[Spot, list[Span], list[Span]] | None = None
        self._handlers: dict[str, Callable[[str, dict[str, str]], None]] = {
            **dict.fromkeys(_NAMES, self._name),
            **dict.fromkeys(_DATES, self._date),
            **dict.fromkeys(_NUMBERED, self._number),
            **dict.fromkeys(_ENTRIES, self._begin_entry),
            **dict.fromkeys(_BEGINNINGS | _ENDINGS, self._life),
            "ref": self._ref,
            "correspAction": self._begin_action,
            "language": self._language,
            "textLang": self._text_language,
            "list": self._begin_list,
            "num": self._copy,
        }

    def documents(self) -> list[Document]:
        """Read the file; in one that is not well-formed, what stands before the fault."""
        self._stream.run(self._start, self._end)
        return [*self._done, *reversed(self._open)]

    @property
    def faults(self) -> tuple[Finding, ...]:
        """What keeps the file, or what it includes, from being read to the end."""
        return tuple(fault for fault in self._stream.faults if fault.severity is Severity.ERROR)

    def _start(self, name: str, attributes: list[str]) -> None:
        element = _INTERESTING.get(name)
        if element is None:
            if name == INCLUDE:
                self._stream.include(attributes)
            elif attributes and XML_LANG in attributes and self._open:
                self._foreign(name.rpartition(" ")[2], attributes)
            return
        if element in ROOTS:
            self._begin_document(element, attributes)
        if attributes and self._open:
            if XML_LANG in attributes:
                self._foreign(element, attributes)
            handler = self._handlers.get(element)
            if handler is not None and self._matters(element, attributes):
                handler(element, dict(zip(attributes[::2], attributes[1::2], strict=True)))
        if element in self._inside:
            if not attributes and element in _EVEN_BARE and self._open:
                self._handlers[element](element, {})
            self._inside[element] += 1
            self._near += element in _NEAR
            self._count += 1
            self._parents.append(self._count)

    def _matters(self, element: str, attributes: list[str]) -> bool:
        """Whether an element is one to look at more closely; most names and paragraphs are not."""
        if element in _NUMBERED:
            return "n" in attributes
        if element in _NAMES:
            return self._near > 0
        return element not in _DATES or self._near > 0 or self._mentions

    def _begin_document(self, element: str, attributes: list[str]) -> None:
        given = dict(zip(attributes[::2], attributes[1::2], strict=True))
        document = Document(self._spot(element, given))
        if self._open:
            document.declared = self._open[-1].declared
        self._base = given.get(XML_BASE, self._base)
        self._open.append(document)

    def _end(self, name: str) -> None:
        element = _ENDING.get(name)
        if element is None:
            return
        if element in ROOTS:
            self._done.append(self._open.pop())
            return
        self._parents.pop()
        self._inside[element] -= 1
        self._near -= element in _NEAR
        if element == "correspAction":
            self._action = ""
        elif element == "list" and self._open:
            self._distribution.pop()
        elif element in _ENTRIES and self._entry is not None:
            spot, begins, ends = self._entry
            if (begins or ends) and self._open:
                self._open[-1].lives.append(Life(spot, tuple(begins), tuple(ends)))
            self._entry = None

    def _foreign(self, element: str, attributes: list[str]) -> None:
        given = dict(zip(attributes[::2], attributes[1::2], strict=True))
        self._tag(element, given, "xml:lang", given[XML_LANG])

    def _spot(self, element: str, given: dict[str, str]) -> Spot:
        return Spot(*self._stream.position(), element, given.get(XML_ID, ""))

    def _tag(self, element: str, given: dict[str, str], attribute: str, value: str) -> None:
        tags = self._open[-1].tags
        for tag in value.split() if attribute == "otherLangs" else [value]:
            if tag and (attribute, tag) not in tags:
                tags[attribute, tag] = Tag(self._spot(element, given), attribute, tag)

    def _language(self, element: str, given: dict[str, str]) -> None:
        if "ident" in given:
            self._tag(element, given, "ident", given["ident"])
            if self._inside["langUsage"]:
                document = self._open[-1]
                document.declared = document.declared | {given["ident"].lower()}

    def _text_language(self, element: str, given: dict[str, str]) -> None:
        for attribute in ("mainLang", "otherLangs"):
            if attribute in given:
                self._tag(element, given, attribute, given[attribute])

    def _ref(self, element: str, given: dict[str, str]) -> None:
        kind, target = given.get("type"), given.get("target")
        if target is None:
            return
        if kind == "transcription" and self._inside["sourceDesc"]:
            named = Named(self._spot(element, given), self._resolved(target))
            self._open[-1].transcriptions.append(named)
        elif kind == "carrier" and self._inside["correspContext"]:
            named = Named(self._spot(element, given), self._resolved(target))
            self._open[-1].carriers.append(named)

    def _resolved(self, uri: str) -> str:
        """A pointer, relative to the base of its file if that has one."""
        if not self._base or uri.startswith("#"):
            return uri
        try:
            return urljoin(self._base, uri)
        except ValueError:
            return uri

    def _begin_action(self, element: str, given: dict[str, str]) -> None:
        self._action = action_kind(given.get("type", ""))
        self._actions += 1

    def _is_own(self) -> bool:
        """Whether we are in the document's own text."""
        inside = self._inside
        return bool(inside["text"]) and not any(inside[name] for name in _QUOTING)

    def _date(self, element: str, given: dict[str, str]) -> None:
        inside = self._inside
        document = self._open[-1]
        found = span(given)
        if found is None:
            return
        spot = self._spot(element, given)
        dated = Dated(spot, found, self._action, self._actions, "corresp" in given)
        if inside["correspAction"]:
            document.actions.append(dated)
        elif inside["creation"]:
            document.created.append(dated)
        elif self._is_own():
            (document.datelines if inside["dateline"] else document.mentioned).append(dated)

    def _name(self, element: str, given: dict[str, str]) -> None:
        refs = tuple(map(self._resolved, given.get("ref", "").split()))
        if not refs:
            return
        inside = self._inside
        document = self._open[-1]
        spot = self._spot(element, given)
        mention = Mention(spot, refs, self._action, self._actions, "corresp" in given)
        if inside["correspAction"]:
            document.parties.append(mention)
        elif not self._is_own():
            return
        elif element in PLACES:
            if inside["dateline"]:
                document.placed.append(mention)
        elif inside["signed"]:
            document.signed.append(mention)
        elif inside["salute"] and inside["opener"]:
            document.saluted.append(mention)

    def _number(self, element: str, given: dict[str, str]) -> None:
        label = given["n"]
        if not label or not self._inside["text"]:
            return
        kind = given.get("type", "") if element == "div" else given.get("ed", "")
        # Pages run through the text, whatever they stand in; other numbers run within a parent.
        parent = self._inside["floatingText"] and -1 if element == "pb" else self._parents[-1]
        numbers = self._open[-1].numbers.setdefault((element, parent, kind), [])
        numbers.append(Number(self._spot(element, given), label))

    def _begin_list(self, element: str, given: dict[str, str]) -> None:
        is_distribution = given.get("type") == "distribution"
        # Its own number among the parents is the next one.
        self._distribution.append(self._count + 1 if is_distribution else 0)

    def _copy(self, element: str, given: dict[str, str]) -> None:
        if given.get("type") == "copy" and self._distribution and self._distribution[-1]:
            self._open[-1].counted.add(self._distribution[-1])

    def _begin_entry(self, element: str, given: dict[str, str]) -> None:
        own = span(given) if element != "person" else None
        begins = [own] if own is not None and own.has_start else []
        ends = [own] if own is not None and own.has_end else []
        self._entry = (self._spot(element, given), begins, ends)

    def _life(self, element: str, given: dict[str, str]) -> None:
        found = span(given)
        if self._entry is not None and found is not None:
            _, begins, ends = self._entry
            (begins if element in _BEGINNINGS else ends).append(found)
