# SPDX-License-Identifier: MIT
"""What the generated stylesheet reports, read back as violations."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree

from tei_edition.findings import Severity
from tei_edition.schematron.compiled import described
from tei_edition.schematron.model import Assertion, Let
from tei_edition.schematron.source import Element, Position

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tei_edition.schematron.generate import Generated
    from tei_edition.schematron.lines import Part
    from tei_edition.schematron.repetitions import Repetition


class Violation(NamedTuple):
    """One thing that a run over one document has to say."""

    code: str
    """``rule-failed``, or the code of what kept a rule from being applied."""
    path: str
    """Where, as XPath 3.1 ``path()`` gives it: the ``@subject`` where the rule has one, else the
    context node. Empty where the document as a whole is meant."""
    message: str
    severity: Severity
    kind: str = ""
    """``assert`` (it did not hold) or ``report`` (it did); empty where a rule was not applied."""
    id: str = ""
    """``@id`` of the assertion."""
    pattern: str = ""
    """``@id`` of its pattern."""
    rule: Position = Position("", 0, 0)
    """Where the assertion stands in its schema file."""
    diagnostics: tuple[str, ...] = ()
    properties: tuple[tuple[str, str], ...] = ()
    """Identifier and text of each."""
    role: str = ""
    flag: str = ""
    see: str = ""
    context: str = ""
    """The context node, where :attr:`path` is that of a subject."""
    document: str = ""
    """The address of the document, where a pattern names others (``@documents``)."""


def violations(
    report: str, generated: Generated, repetitions: Mapping[int, Repetition]
) -> Iterator[Violation]:
    """The violations in a report, each once.

    Of assertions that repeat each other, one speaks; a fault in a rule that repeats itself is given
    once, with a count.
    """
    root = ElementTree.fromstring(report)  # noqa: S314 - Saxon wrote it a moment ago
    repeated = _repeated(root, generated, repetitions) if repetitions else set()
    faults: dict[int, tuple[Part, str, str]] = {}
    counts: Counter[int] = Counter()
    for element in root:
        if element.tag == "r" and element not in repeated:
            yield _violation(element, generated)
        for failed in element.iter("f"):
            part = _at_fault(failed, generated)
            path = failed.get("p") or element.get("p") or ""
            faults.setdefault(id(part), (part, path, _text(failed)))
            counts[id(part)] += 1
    for number, (part, path, description) in faults.items():
        yield fault_at(part, path, description, counts[number])


def _repeated(
    root: ElementTree.Element, generated: Generated, repetitions: Mapping[int, Repetition]
) -> set[ElementTree.Element]:
    """The reports that say what another says of the same node."""
    stated: dict[tuple[int, str], list[tuple[Repetition, ElementTree.Element]]] = {}
    for element in root.iter("r"):
        part = generated.parts[int(element.get("i", "0"))]
        if (repetition := repetitions.get(id(part))) is not None:
            place = (repetition.of, element.get("p", ""))
            stated.setdefault(place, []).append((repetition, element))
    return {
        element
        for same in stated.values()
        for best in [min(same, key=lambda one: one[0].rank)[0]]
        for repetition, element in same
        if repetition.rule != best.rule
    }


def documents(report: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The other documents that patterns ask for: number of the mode, addresses."""
    for element in ElementTree.fromstring(report).iter("documents"):  # noqa: S314 - as above
        yield int(element.get("n", "0")), tuple((uri.text or "").strip() for uri in element)


def fault_at(part: Part, path: str, description: str, count: int = 1) -> Violation:
    """A rule that raised an error while it was applied."""
    times = f" (and at {count - 1} more places)" if count > 1 else ""
    place = f"line {part.position.line} of {part.position.path}"
    message = f"{described(part)} ({place}) cannot be evaluated here{times}: {description}"
    rule = part.id if isinstance(part, Assertion) else ""
    return Violation("rule-fault", path, message, Severity.ERROR, id=rule, rule=part.position)


def _at_fault(failed: ElementTree.Element, generated: Generated) -> Part:
    """What raised the error: a variable or function where it arose in one, else the part."""
    line = int(failed.get("l") or 0)
    origin = generated.origins[line - 1] if 0 < line <= len(generated.origins) else None
    if isinstance(origin, Let | Element):
        return origin
    return generated.parts[int(failed.get("i", "0"))]


def _violation(element: ElementTree.Element, generated: Generated) -> Violation:
    number = int(element.get("i", "0"))
    part = generated.parts[number]
    assert isinstance(part, Assertion)
    pattern = generated.patterns[number]
    context = element.get("p", "")
    subject = element.get("s")
    message = next((_text(child) for child in element if child.tag == "m"), "")
    return Violation(
        code="rule-failed",
        path=subject or context,
        message=message or _unworded(part),
        severity=part.severity,
        kind=part.kind,
        id=part.id,
        pattern=pattern.id if pattern else "",
        rule=part.position,
        diagnostics=tuple(_text(child) for child in element if child.tag == "d"),
        properties=tuple(
            (child.get("i", ""), _text(child)) for child in element if child.tag == "q"
        ),
        role=part.role,
        flag=part.flag,
        see=part.see,
        context=context if subject else "",
    )


def _unworded(part: Assertion) -> str:
    holds = "holds" if part.kind == "report" else "does not hold"
    return f"The rule “{part.test}” {holds}"


def _text(element: ElementTree.Element) -> str:
    """The text, white space collapsed; an expression that failed stands as an ellipsis."""
    parts = [element.text or ""]
    for child in element:
        parts += ("…" if child.tag == "f" else _text(child), child.tail or "")
    return " ".join("".join(parts).split())
