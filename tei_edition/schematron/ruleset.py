# SPDX-License-Identifier: MIT
"""Rule sets: read from ``.sch``, ``.rng`` or ``.odd`` files, run over documents."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from tei_edition.errors import TeiEditionError
from tei_edition.findings import Severity
from tei_edition.saxon import SaxonError, parse
from tei_edition.schematron.assemble import Assembler, is_schematron
from tei_edition.schematron.belongings import with_belongings
from tei_edition.schematron.compiled import Compiled
from tei_edition.schematron.compose import compose
from tei_edition.schematron.embedded import embedded_schema
from tei_edition.schematron.report import Violation, documents, fault_at, violations

if TYPE_CHECKING:
    from collections.abc import Iterator
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
            stands_alone = is_schematron(root)
            if stands_alone:
                root = assembler.expand(root, (root,))
            else:
                root = embedded_schema(root, assembler, faults)
            if root is not None:
                root = with_belongings(root, assembler.homes())
                schema = compose(root, faults, must_check=stands_alone)
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
        folder: Path | None = None,
    ) -> list[Violation]:
        """What the rules find in a document, in document order.

        *text* is the whole document as XML text, XInclude expanded, without a document type
        declaration. *folder* holds the other documents that patterns may name (``@documents``);
        nothing outside it is read. Raises :class:`UnknownPhaseError`.
        """
        compiled = self._for_phase(phase)
        if compiled is None or compiled.stylesheet is None:
            return []
        try:
            document = parse(text, base_uri, locked=not self.trusted)
        except SaxonError as error:
            message = f"The rules cannot be applied to this document: {error}"
            return [Violation("rules-not-run", "", message, Severity.ERROR)]
        return list(self._violations(compiled, document, folder))

    def _violations(
        self, compiled: Compiled, document: PyXdmNode, folder: Path | None
    ) -> Iterator[Violation]:
        if compiled.stylesheet is None:
            return
        try:
            report = compiled.stylesheet.transform(document)
        except SaxonError as error:
            # Too deep a recursion cannot be caught in XSLT: find the pattern that does it.
            yield from self._one_by_one(compiled, document, folder, error)
            return
        yield from violations(report, compiled.generated, compiled.repetitions)
        for number, addresses in documents(report):
            for address in addresses:
                yield from self._elsewhere(compiled, number, address, folder)

    def _one_by_one(
        self,
        compiled: Compiled,
        document: PyXdmNode,
        folder: Path | None,
        error: SaxonError,
    ) -> Iterator[Violation]:
        if len(compiled.patterns) == 1:
            yield fault_at(compiled.patterns[0], "", str(error))
            return
        middle = len(compiled.patterns) // 2
        for half in (compiled.patterns[:middle], compiled.patterns[middle:]):
            yield from self._violations(compiled.only(half), document, folder)

    def _elsewhere(
        self,
        compiled: Compiled,
        number: int,
        address: str,
        folder: Path | None,
    ) -> Iterator[Violation]:
        assert compiled.stylesheet is not None
        pattern = compiled.generated.documents[number]
        text = _beside(folder, address)
        if text is None:
            yield fault_at(pattern, "", f"there is no document “{address}” beside this one")
            return
        try:
            document = parse(text, locked=not self.trusted)
            report = compiled.stylesheet.transform(document, mode=f"start-{number}")
        except SaxonError as error:
            yield fault_at(pattern, "", f"“{address}”: {error}")
            return
        for violation in violations(report, compiled.generated, compiled.repetitions):
            yield violation._replace(document=address)

    def check_phase(self, phase: str) -> None:
        """Raise :class:`UnknownPhaseError` where the rules have no such phase."""
        known = (DEFAULT_PHASE, ALL_PHASES, "", *self.phases)
        if self.schema is not None and phase not in known:
            names = ", ".join(f"“{name}”" for name in self.phases) or "it has none"
            raise UnknownPhaseError(f"{self.path} has no phase “{phase}” (phases: {names})")

    def _for_phase(self, phase: str) -> Compiled | None:
        self.check_phase(phase)
        if self.schema is None:
            return None
        name = self.schema.default_phase if phase in (DEFAULT_PHASE, "") else phase
        if name not in self._compiled:
            chosen = self.schema.phases.get(name)
            patterns = self.schema.patterns
            if chosen is not None:
                patterns = tuple(p for p in patterns if p.id in chosen.active)
            self._compiled[name] = Compiled(self.schema, patterns, chosen, trusted=self.trusted)
        return self._compiled[name]


def _beside(folder: Path | None, address: str) -> str | None:
    """The text of a document in *folder* or below it; ``None`` where there is none."""
    parts = urlsplit(address)
    if folder is None or parts.scheme or parts.netloc:
        return None
    path = (folder / unquote(parts.path)).resolve()
    if not path.is_relative_to(folder.resolve()):
        return None
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None
    return re.sub(r"^<\?xml\s.*?\?>", "", text, count=1, flags=re.DOTALL)
