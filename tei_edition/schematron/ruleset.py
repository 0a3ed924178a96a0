# SPDX-License-Identifier: MIT
"""Rule sets: read from ``.sch``, ``.rng`` or ``.odd`` files, run over documents."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tei_edition.errors import TeiEditionError
from tei_edition.findings import Severity
from tei_edition.saxon import SaxonError, parse
from tei_edition.schematron.assemble import Assembler, is_schematron
from tei_edition.schematron.compiled import Compiled
from tei_edition.schematron.compose import compose
from tei_edition.schematron.embedded import embedded_schema
from tei_edition.schematron.report import Violation, documents, fault_at, violations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from saxonche import PyXdmNode

    from tei_edition.findings import Finding
    from tei_edition.schematron.model import Schema

DEFAULT_PHASE = "#DEFAULT"
ALL_PHASES = "#ALL"


class UnknownPhaseError(TeiEditionError):
    """A phase was asked for that the rules do not have."""


@dataclass(slots=True)
class RuleSet:
    """The Schematron rules of one file, with what it includes.

    >>> rules = RuleSet.load(Path("rules.sch"))
    >>> [violation.message for violation in rules.run("<TEI/>")]
    """

    path: str
    """The file as the caller named it."""
    schema: Schema | None
    """``None`` where the file holds no rules that could be run."""
    reading_faults: tuple[Finding, ...]
    """What is wrong with the schema as Schematron. Such rules are left out, the others stand."""
    trusted: bool
    """Whether the rules are the toolkit's own. Others run locked down."""
    files: tuple[Path, ...]
    """Every file the rules were read from."""
    _compiled: dict[str, Compiled] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path, *, trusted: bool = False) -> RuleSet:
        """Read the rules of a Schematron schema, or those embedded in RELAX NG or in an ODD.

        Costs no start of Saxon. Never raises for what the file says: that is in
        :attr:`reading_faults`.
        """
        faults: list[Finding] = []
        assembler = Assembler(path, str(path), faults)
        schema: Schema | None = None
        root = assembler.main()
        if root is not None:
            if is_schematron(root):
                root = assembler.expand(root, (root,))
            else:
                root = embedded_schema(root, assembler, faults)
            schema = compose(root, faults) if root is not None else None
        return cls(str(path), schema, tuple(faults), trusted, assembler.files)

    @property
    def phases(self) -> tuple[str, ...]:
        """The names of the phases."""
        return tuple(self.schema.phases) if self.schema else ()

    def faults(self, phase: str = DEFAULT_PHASE) -> tuple[Finding, ...]:
        """Everything wrong with the rules that can be told without a document. Compiles them."""
        compiled = self._for_phase(phase)
        return (*self.reading_faults, *(compiled.faults if compiled else ()))

    def run(
        self,
        text: str,
        phase: str = DEFAULT_PHASE,
        *,
        base_uri: str = "",
        read: Callable[[str], str | None] | None = None,
    ) -> list[Violation]:
        """What the rules find in a document, in document order.

        *text* is the whole document as XML text, XInclude expanded, without a document type
        declaration. *read* gives the text of another document by its address, for patterns that
        name some (``@documents``). Raises :class:`UnknownPhaseError`.
        """
        compiled = self._for_phase(phase)
        if compiled is None or compiled.stylesheet is None:
            return []
        try:
            document = parse(text, base_uri, locked=not self.trusted)
        except SaxonError as error:
            message = f"The rules cannot be applied to this document: {error}"
            return [Violation("rules-not-run", "", message, Severity.ERROR)]
        return list(self._violations(compiled, document, read))

    def _violations(
        self, compiled: Compiled, document: PyXdmNode, read: Callable[[str], str | None] | None
    ) -> Iterator[Violation]:
        if compiled.stylesheet is None:
            return
        try:
            report = compiled.stylesheet.transform(document)
        except SaxonError as error:
            # Too deep a recursion cannot be caught in XSLT: find the pattern that does it.
            yield from self._one_by_one(compiled, document, read, error)
            return
        yield from violations(report, compiled.generated)
        for number, addresses in documents(report):
            for address in addresses:
                yield from self._elsewhere(compiled, number, address, read)

    def _one_by_one(
        self,
        compiled: Compiled,
        document: PyXdmNode,
        read: Callable[[str], str | None] | None,
        error: SaxonError,
    ) -> Iterator[Violation]:
        if len(compiled.patterns) == 1:
            yield fault_at(compiled.patterns[0], "", str(error))
            return
        middle = len(compiled.patterns) // 2
        for half in (compiled.patterns[:middle], compiled.patterns[middle:]):
            yield from self._violations(compiled.only(half), document, read)

    def _elsewhere(
        self,
        compiled: Compiled,
        number: int,
        address: str,
        read: Callable[[str], str | None] | None,
    ) -> Iterator[Violation]:
        assert compiled.stylesheet is not None
        pattern = compiled.generated.documents[number]
        text = read(address) if read else None
        if text is None:
            message = f"the document “{address}” is not at hand"
            yield fault_at(pattern, "", message)
            return
        try:
            document = parse(text, locked=not self.trusted)
            report = compiled.stylesheet.transform(document, mode=f"start-{number}")
        except SaxonError as error:
            yield fault_at(pattern, "", f"“{address}”: {error}")
            return
        for violation in violations(report, compiled.generated):
            yield violation._replace(document=address)

    def _for_phase(self, phase: str) -> Compiled | None:
        if self.schema is None:
            return None
        name = self.schema.default_phase if phase in (DEFAULT_PHASE, "") else phase
        if name not in self._compiled:
            chosen = None
            patterns = self.schema.patterns
            if name != ALL_PHASES:
                chosen = self.schema.phases.get(name)
                if chosen is None:
                    known = ", ".join(f"“{known}”" for known in self.phases) or "none"
                    message = f"{self.path} has no phase “{name}” (its phases: {known})"
                    raise UnknownPhaseError(message)
                patterns = tuple(p for p in patterns if p.id in chosen.active)
            self._compiled[name] = Compiled(self.schema, patterns, chosen, trusted=self.trusted)
        return self._compiled[name]
