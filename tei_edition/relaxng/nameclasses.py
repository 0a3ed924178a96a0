# SPDX-License-Identifier: MIT
"""Name classes, and the one question the restrictions ask of two of them: do they overlap?

A name is written as expat reports it with a blank as separator: ``namespace local``, or the
local name alone where there is no namespace.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

IMPOSSIBLE = "\0"
"""A local name (and a namespace) that no document can hold: it stands for "any other"."""


def qualified(namespace: str, local: str) -> str:
    """The name as the engine writes it."""
    return f"{namespace} {local}" if namespace else local


def split(name: str) -> tuple[str, str]:
    """The namespace (empty for none) and the local name."""
    namespace, _, local = name.rpartition(" ")
    return namespace, local


class NameClass:
    """A set of names (section 3, nameClass)."""

    __slots__ = ()

    open = False
    """Whether it holds infinitely many names."""

    def contains(self, name: str) -> bool:
        """Whether the name belongs to the class (section 6.1)."""
        raise NotImplementedError

    def representatives(self) -> Iterator[str]:
        """Enough names to tell any two classes apart: if they overlap, they share one of these."""
        raise NotImplementedError

    def specificity(self, name: str) -> int:
        """How closely the class means this name: 0 not at all, 1 any, 2 its namespace, 3 itself."""
        raise NotImplementedError


class Name(NameClass):
    """One name."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def contains(self, name: str) -> bool:
        """Whether the name belongs to the class."""
        return name == self.name

    def representatives(self) -> Iterator[str]:
        """Names that tell it from others."""
        yield self.name

    def specificity(self, name: str) -> int:
        """How closely it means the name."""
        return 3 if name == self.name else 0


class NsName(NameClass):
    """All names of one namespace, but for some."""

    __slots__ = ("excluded", "namespace")

    open = True

    def __init__(self, namespace: str, excluded: NameClass | None = None) -> None:
        self.namespace = namespace
        self.excluded = excluded

    def contains(self, name: str) -> bool:
        """Whether the name belongs to the class."""
        if split(name)[0] != self.namespace:
            return False
        return self.excluded is None or not self.excluded.contains(name)

    def representatives(self) -> Iterator[str]:
        """Names that tell it from others."""
        yield qualified(self.namespace, IMPOSSIBLE)
        if self.excluded is not None:
            yield from self.excluded.representatives()

    def specificity(self, name: str) -> int:
        """How closely it means the name."""
        return 2 if self.contains(name) else 0


class AnyName(NameClass):
    """All names, but for some."""

    __slots__ = ("excluded",)

    open = True

    def __init__(self, excluded: NameClass | None = None) -> None:
        self.excluded = excluded

    def contains(self, name: str) -> bool:
        """Whether the name belongs to the class."""
        return self.excluded is None or not self.excluded.contains(name)

    def representatives(self) -> Iterator[str]:
        """Names that tell it from others."""
        yield qualified(IMPOSSIBLE, IMPOSSIBLE)
        if self.excluded is not None:
            yield from self.excluded.representatives()

    def specificity(self, name: str) -> int:
        """How closely it means the name."""
        return 1 if self.contains(name) else 0


class NameChoice(NameClass):
    """The union of several classes; single names are kept in a set."""

    __slots__ = ("members", "names", "open", "others")

    def __init__(self, members: tuple[NameClass, ...]) -> None:
        self.members = members
        self.names = frozenset(m.name for m in members if isinstance(m, Name))
        self.others = tuple(m for m in members if not isinstance(m, Name))
        self.open = any(m.open for m in self.others)

    def contains(self, name: str) -> bool:
        """Whether the name belongs to the class."""
        return name in self.names or any(m.contains(name) for m in self.others)

    def representatives(self) -> Iterator[str]:
        """Names that tell it from others."""
        yield from self.names
        for member in self.others:
            yield from member.representatives()

    def specificity(self, name: str) -> int:
        """How closely it means the name."""
        if name in self.names:
            return 3
        return max((m.specificity(name) for m in self.others), default=0)


def shared_name(first: NameClass, second: NameClass) -> str | None:
    """A name that belongs to both classes; none where they do not overlap."""
    if isinstance(first, Name):
        return first.name if second.contains(first.name) else None
    if isinstance(second, Name):
        return second.name if first.contains(second.name) else None
    for one, other in ((first, second), (second, first)):
        for name in one.representatives():
            if one.contains(name) and other.contains(name):
                return name
    return None
