# SPDX-License-Identifier: MIT
"""The check ``references``: every pointer resolves, and to the right kind of thing.

A pointer is resolved in the file it stands in, also where XInclude brought it somewhere else. It
works on the facts gathered from all documents of a run; a file that is pointed at and was not part
of the run is read for its ``xml:id``s, once. Links to the web are not followed.

Rules: TEI Guidelines chapter 17 (Linking, Segmentation, and Alignment); URI syntax is RFC 3986.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag, urljoin

from tei_edition.checks.targets import Targets
from tei_edition.checks.uris import SCHEME
from tei_edition.findings import Finding, Severity
from tei_edition.paths import real
from tei_edition.wording import any_of, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from tei_edition.checks.facts import Facts, Place, Pointer, Prefix

_NOT_URI = re.compile(r"""[\s<>"{}|\\^`]|%(?![0-9A-Fa-f]{2})""")
_PUBLIC_SCHEMES = frozenset(
    ("http", "https", "ftp", "mailto", "urn", "doi", "info", "tag", "geo", "tel", "data", "ark")
)
_DEPTH = 5
"""How many prefixes may lead to one another."""


class References:
    """Resolves the pointers of a run.

    Args:
        documents: facts of the documents of the run.
        load: gives the identifiers of a file that was not part of the run, or None where it is
            not XML.
        targets: gives what pointers may point at in a document, by its path.
    """

    def __init__(
        self,
        documents: Iterable[Facts],
        load: Callable[[str], Mapping[str, Place] | None],
        targets: Callable[[str], Targets] = lambda path: Targets(),
    ) -> None:
        self._documents = list(documents)
        self._load = load
        self._targets_of = targets
        self._allowed = Targets()
        self._tables: dict[Path, Mapping[str, Place] | None] = {
            _real(facts.path): facts.identifiers for facts in self._documents
        }
        self._bases = {
            path: base for facts in self._documents for path, base in facts.bases.items()
        }
        self._partial = {_real(facts.path) for facts in self._documents if not facts.is_whole}
        self._targets: dict[tuple[str, str], Path] = {}
        self._near: dict[tuple[Path, str], str] = {}
        """What may be meant by an ``xml:id`` that a file does not have."""
        self._homes: dict[str, Path] = {}
        """A file for each ``xml:id``, made when the first one is looked for."""
        self.used: set[tuple[Path, str]] = set()
        """Every target that something points at: file and ``xml:id``."""

    def findings(self) -> Iterator[Finding]:
        """Findings about pointers and repeated identifiers, document by document."""
        seen: set[tuple[Place, str]] = set()
        for facts in self._documents:
            self._allowed = self._targets_of(facts.path)
            prefixes = {prefix.ident: prefix for prefix in facts.prefixes}
            for xml_id, place in facts.repeated:
                yield _repeated(xml_id, place, facts.identifiers[xml_id])
            for pointer in facts.pointers:
                if (pointer.place, pointer.attribute) in seen:
                    continue
                if pointer.place.path != facts.path or facts.included:
                    seen.add((pointer.place, pointer.attribute))
                for uri in pointer.value.split():
                    finding = self._resolve(pointer, uri, prefixes, _DEPTH)
                    if finding is not None:
                        yield finding

    def files(self) -> set[str]:
        """Every file that a pointer names, there or not; absolute paths."""
        return {str(path) for path in (*self._tables, *self._targets.values())}

    def _resolve(
        self, pointer: Pointer, uri: str, prefixes: Mapping[str, Prefix], depth: int
    ) -> Finding | None:
        if _NOT_URI.search(uri):
            return _finding(
                pointer,
                "pointer-not-uri",
                f"“{uri}” is not an address: it holds a character that no URI may hold",
                "write the character percent-encoded, for instance %20 for a space",
            )
        scheme = SCHEME.match(uri)
        if scheme is None:
            return self._resolve_local(pointer, uri)
        name = scheme[1]
        if name in prefixes:
            expanded = expand_prefix(prefixes[name], uri[scheme.end() :])
            if expanded is None:
                pattern = prefixes[name].match_pattern
                return _finding(
                    pointer,
                    "prefix-mismatch",
                    f"“{uri}” does not fit the pattern “{pattern}” that the header gives for "
                    f"“{name}:”",
                )
            return self._resolve(pointer, expanded, prefixes, depth - 1) if depth else None
        if name.lower() in _PUBLIC_SCHEMES:
            return None
        if name.lower() == "file":
            return self._resolve_local(pointer, unquote(uri.removeprefix("file://")))
        return _finding(
            pointer,
            "unknown-scheme",
            f"“{uri}” begins with “{name}:”, which no prefixDef in the header explains",
            "",
            Severity.INFO,
        )

    def _resolve_local(self, pointer: Pointer, uri: str) -> Finding | None:
        here = pointer.place.path
        if uri.startswith("#"):
            address, fragment = "", uri[1:]
        else:
            address, fragment = urldefrag(uri)
        base = self._bases.get(here, "")
        if address and base:
            address = _joined(base, address)
            if SCHEME.match(address):
                return None
        target = self._target(here, address)
        table = self._table(target)
        if table is None:
            if address and not target.exists():
                return _finding(
                    pointer,
                    "pointer-file-missing",
                    f"points to “{uri}”, but there is no file “{unquote(address)}”",
                    self._near_file(here, address),
                )
            return None
        if not fragment:
            return None
        if fragment.startswith(("xpath(", "range(", "left(", "right(", "string-", "match(")):
            return None
        found = table.get(unquote(fragment))
        if found is None and target in self._partial:
            return None  # it may stand behind the place where the file stops being XML
        if found is None:
            where = "this file" if not address else f"“{unquote(address)}”"
            return _finding(
                pointer,
                "dangling-pointer",
                f"points to “{uri}”, but {where} has no xml:id “{fragment}”",
                self._near_id(target, fragment, here),
            )
        self.used.add((target, fragment))
        return _wrong_kind(pointer, uri, found, self._allowed)

    def _target(self, here: str, address: str) -> Path:
        """The file that the part of a pointer before the fragment names."""
        key = (here, address)
        if key not in self._targets:
            # No file name holds U+0000, and looking for one raises ValueError.
            name = unquote(address).replace("\0", "\ufffd")
            path = Path(here).parent / name if address else Path(here)
            self._targets[key] = _real(str(path))
        return self._targets[key]

    def _table(self, path: Path) -> Mapping[str, Place] | None:
        if path not in self._tables:
            self._tables[path] = self._load(str(path)) if path.is_file() else None
        return self._tables[path]

    def _near_id(self, target: Path, fragment: str, here: str) -> str:
        # The same name is often missing many times in one file.
        key = (target, fragment)
        if key not in self._near:
            self._near[key] = nearest(fragment, self._tables[target] or {})
        if self._near[key]:
            return f"did you mean “#{self._near[key]}”?"
        if not self._homes:
            for path, others in self._tables.items():
                for xml_id in others or ():
                    self._homes.setdefault(xml_id, path)
        home = self._homes.get(fragment)
        return f"that xml:id is in {_relative(home, _real(here).parent)}" if home else ""

    def _near_file(self, here: str, address: str) -> str:
        target = self._target(here, address)
        if not target.parent.is_dir():
            return f"there is no folder “{target.parent.name}” either"
        near = nearest(target.name, [path.name for path in target.parent.iterdir()])
        return f"did you mean “{near}”?" if near else ""


_joined = lru_cache(maxsize=10_000)(urljoin)


def orphans(documents: Iterable[Facts], used: set[tuple[Path, str]]) -> Iterator[Finding]:
    """Entries of authority files that nothing in the run points at."""
    for facts in documents:
        path = _real(facts.path)
        for xml_id, place in facts.identifiers.items():
            if place.element in {"person", "place", "org"} and (path, xml_id) not in used:
                message = f"nothing in the edition refers to this {place.element}"
                yield Finding(
                    *place[:3],
                    "orphan",
                    Severity.INFO,
                    "references",
                    message,
                    element=place.element,
                    xml_id=xml_id,
                )


def _wrong_kind(pointer: Pointer, uri: str, found: Place, targets: Targets) -> Finding | None:
    allowed = targets.of(pointer.place.element, pointer.attribute)
    if not allowed or found.element in allowed:
        return None
    return _finding(
        pointer,
        "wrong-target",
        f"points to “{uri}”, which is <{found.element}>; expected "
        f"{any_of(f'<{name}>' for name in sorted(allowed))}",
    )


def _repeated(xml_id: str, place: Place, first: Place) -> Finding:
    return Finding(
        *place[:3],
        "duplicate-id",
        Severity.ERROR,
        "references",
        f"the xml:id “{xml_id}” is used twice: first on <{first.element}> in line {first.line}",
        "give one of the two another xml:id",
        place.element,
        xml_id,
        "xml:id",
    )


def _finding(
    pointer: Pointer, code: str, words: str, hint: str = "", severity: Severity = Severity.ERROR
) -> Finding:
    place = pointer.place
    return Finding(
        place.path,
        place.line,
        place.column,
        code,
        severity,
        "references",
        f"@{pointer.attribute} of <{place.element}>: {words}",
        hint,
        place.element,
        pointer.xml_id,
        pointer.attribute,
    )


def expand_prefix(prefix: Prefix, rest: str) -> str | None:
    """The URI that a ``prefixDef`` makes of what stands behind its prefix."""
    try:
        found = re.fullmatch(prefix.match_pattern, rest)
    except re.error:
        return None
    if found is None:
        return None
    groups = (found[0], *found.groups(""))
    return re.sub(
        r"\$(\d)",
        lambda match: groups[int(match[1])] if int(match[1]) < len(groups) else "",
        prefix.replacement_pattern,
    )


def _real(path: str) -> Path:
    return real(Path(path))


def _relative(path: Path, folder: Path) -> str:
    return str(path.relative_to(folder)) if path.is_relative_to(folder) else path.name
