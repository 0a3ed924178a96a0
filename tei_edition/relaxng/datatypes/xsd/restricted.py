# SPDX-License-Identifier: MIT
"""A datatype of XML Schema with the parameters of one ``data`` pattern."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping

from tei_edition.relaxng.datatypes.datatype import Datatype, IdType, Params
from tei_edition.relaxng.datatypes.whitespace import collapse, replace
from tei_edition.relaxng.datatypes.xsd.facets import Facet
from tei_edition.relaxng.datatypes.xsd.primitive import Lexical, Primitive, WhiteSpace, itself

_NORMALIZE: dict[WhiteSpace, Callable[[str], str]] = {
    WhiteSpace.PRESERVE: itself,
    WhiteSpace.REPLACE: replace,
    WhiteSpace.COLLAPSE: collapse,
}


class XsdDatatype(Datatype):
    """A datatype of XML Schema, whose texts all facets must allow."""

    __slots__ = ("_lexical", "_normalize", "facets", "primitive")

    def __init__(
        self,
        library: str,
        primitive: Primitive,
        params: Params = (),
        facets: tuple[Facet, ...] = (),
    ) -> None:
        super().__init__(library, primitive.name, params)
        self.primitive = primitive
        self.facets = facets
        self._normalize = _NORMALIZE[primitive.white_space]
        self._lexical: Lexical | None = None

    @property
    def needs_context(self) -> bool:
        """Whether values are names that must be declared where they stand."""
        return self.primitive.resolve is not None

    @property
    def id_type(self) -> IdType | None:
        """ID, IDREF or IDREFS for the types of those names."""
        return self.primitive.id_type

    @property
    def lexical(self) -> Lexical:
        """The test of a normalised text without facets."""
        if self._lexical is None:
            self._lexical = self.primitive.lexical()
        return self._lexical

    def _allowed(self, normalized: str) -> bool:
        return bool(self.lexical(normalized)) and all(
            facet.allows(normalized) for facet in self.facets
        )

    def allows(self, text: str, namespaces: Mapping[str, str] | None = None) -> bool:
        """Whether the text is a value; ``namespaces`` count for types that need context only."""
        text = self._normalize(text)
        if not self._allowed(text):
            return False
        resolve = self.primitive.resolve
        return resolve is None or resolve(text, namespaces or {}) is not None

    def key(self, text: str, namespaces: Mapping[str, str] | None = None) -> Hashable | None:
        """Return the value, None where there is none."""
        text = self._normalize(text)
        if not self._allowed(text):
            return None
        resolve = self.primitive.resolve
        return self.primitive.key(text) if resolve is None else resolve(text, namespaces or {})

    def checker(self) -> Callable[[str], bool]:
        """Return ``allows`` without what this type, with these facets, does not need."""
        if self.needs_context:
            return self.allows
        tests: list[Lexical] = [facet.allows for facet in self.facets]
        if self.name not in _TEXTS or not tests:
            tests.insert(0, self.lexical)
        white_space = self.primitive.white_space
        if white_space is WhiteSpace.PRESERVE or (self.name in _TEXTS and not self.facets):
            return _all_of(tests, itself)
        if white_space is WhiteSpace.REPLACE:
            return _all_of(tests, replace)
        if len(tests) > 1:
            return _all_of(tests, collapse)
        test = tests[0]

        def check(text: str) -> bool:
            if " " in text or "\n" in text or "\t" in text or "\r" in text:
                text = collapse(text)
            return bool(test(text))

        return check

    @property
    def words(self) -> str:
        """The values in plain words, with what the facets say."""
        from tei_edition.relaxng.datatypes.xsd.wording import describe

        return describe(self)

    @property
    def example(self) -> str | None:
        """An allowed text, as short and telling as can be found."""
        from tei_edition.relaxng.datatypes.xsd.wording import find_example

        return find_example(self)


_TEXTS = ("string", "normalizedString", "token")
"""Types that any text belongs to, so that only facets need to be asked."""


def _all_of(tests: list[Lexical], normalize: Callable[[str], str]) -> Callable[[str], bool]:
    if len(tests) == 1:
        test = tests[0]
        if normalize is itself:
            return lambda text: bool(test(text))
        return lambda text: bool(test(normalize(text)))

    def check(text: str) -> bool:
        text = normalize(text)
        return all(test(text) for test in tests)

    return check
