# SPDX-License-Identifier: MIT
"""What every datatype and datatype library offers to the engine (RELAX NG §2, §6.2.8, §6.2.9)."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import ClassVar, Literal

from tei_edition.errors import TeiEditionError

IdType = Literal["ID", "IDREF", "IDREFS"]
Params = Sequence[tuple[str, str]]
"""Name and value of each ``param``, in the order of the schema."""


class DatatypeError(TeiEditionError):
    """A ``data`` or ``value`` names a datatype, or gives it a parameter, that there is not."""

    def __init__(self, message: str, hint: str = "", param: int | None = None) -> None:
        """Take the sentence the user reads.

        ``hint`` says what was probably meant; ``param`` is the index, from 0, of the parameter at
        fault, None where the type itself is.
        """
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.param = param


class Context(dict[str, str]):
    """Namespaces by prefix (``""`` is the default namespace), and the unparsed entities declared.

    Only ENTITY and ENTITIES look at the entities; a plain mapping of namespaces declares none.
    """

    def __init__(
        self, namespaces: Mapping[str, str] = {}, unparsed_entities: frozenset[str] = frozenset()
    ) -> None:
        super().__init__(namespaces)
        self.unparsed_entities = unparsed_entities


class Datatype(ABC):
    """A set of texts and, among them, which are the same value."""

    __slots__ = ("library", "name", "params")

    def __init__(self, library: str, name: str, params: Params = ()) -> None:
        self.library = library
        self.name = name
        self.params = tuple(params)

    @property
    def needs_context(self) -> bool:
        """Whether a verdict depends on the namespaces (or entities) in scope, not on text alone."""
        return False

    @property
    def id_type(self) -> IdType | None:
        """What RELAX NG DTD Compatibility takes attributes of this type to be."""
        return None

    @abstractmethod
    def allows(self, text: str, namespaces: Mapping[str, str] | None = None) -> bool:
        """Whether the text, as it stands in the document, is a value of this type.

        White space is normalised here, as the type has it.
        """

    @abstractmethod
    def key(self, text: str, namespaces: Mapping[str, str] | None = None) -> Hashable | None:
        """What two texts share exactly when they are the same value; None where not allowed."""

    def checker(self) -> Callable[[str], bool]:
        """``allows`` for a type that needs no context, as quick as can be."""
        return self.allows

    @property
    @abstractmethod
    def words(self) -> str:
        """The values in plain words, as an object: “a date such as 1950-09-30”."""

    @property
    @abstractmethod
    def example(self) -> str | None:
        """An allowed text, or None where none is known."""


class DatatypeLibrary(ABC):
    """The datatypes behind one ``datatypeLibrary`` URI."""

    uri: ClassVar[str]

    @abstractmethod
    def datatype(
        self, name: str, params: Params = (), namespaces: Mapping[str, str] | None = None
    ) -> Datatype:
        """Return the type of that name, restricted by the parameters.

        ``namespaces`` are those in scope in the schema at ``data`` or ``value``.
        Raises DatatypeError.
        """
