# SPDX-License-Identifier: MIT
"""Whether the time of rendering grows as a document does, for each of what may be many in one.

``python -m bench.growth [CASE…]`` prints, for each case of ``growth.toml`` whose name has one of
these words, and for each output, the seconds that it takes with :data:`FEW` and with :data:`MANY`
of them. Processor time, since one process is the subject; compiling is not counted.
"""

from __future__ import annotations

import re
import sys
import time
import tomllib
from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tei_edition.rendering import Renderer, read_source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from tei_edition.rendering import Source

FEW = 500
MANY = 4 * FEW

STEEP = 7.0
"""A ratio of times above which both are taken once more: garbage may have been collected in one."""

_REPEATED = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)

_DOCUMENT = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>'
    "<titleStmt><title>T</title>{title}</titleStmt>"
    "<publicationStmt><publisher>P</publisher>{publication}</publicationStmt>"
    "<sourceDesc>{source}</sourceDesc></fileDesc><encodingDesc>{encoding}</encodingDesc>"
    "<profileDesc>{profile}</profileDesc><revisionDesc>{revision}</revisionDesc></teiHeader>"
    "{before}<text>{text}</text></TEI>"
)


def cases() -> list[dict[str, str]]:
    """The cases: parts of a document by name, among them ``name``, that of the case."""
    file = Path(__file__).with_suffix(".toml")
    found: list[dict[str, str]] = tomllib.loads(file.read_text(encoding="utf-8"))["case"]
    return found


def document(case: Mapping[str, str], number: int) -> str:
    """A document (TEI) in which as many stand of what the case repeats."""
    parts = defaultdict(str)
    for name, part in case.items():
        parts[name] = _REPEATED.sub(lambda match: _many(match[1], number), part)
    parts["body"] = parts["body"] or "<p>a</p>"
    parts["text"] = parts["group"] or "<body>{body}</body><back>{back}</back>".format_map(parts)
    return _DOCUMENT.format_map(parts)


def _many(piece: str, number: int) -> str:
    def numbered(i: int) -> str:
        said = piece
        for name, value in {"i": i, "last": i - 1, "next": i + 1, "other": i * 7 % number}.items():
            said = said.replace(f"{{{name}}}", str(value))
        return said

    return "".join(map(numbered, range(number)))


def measure(chosen: Sequence[Mapping[str, str]]) -> Iterator[tuple[str, str, float, float]]:
    """The name of each case, that of each output, and the seconds that few and many take."""
    renderer = Renderer()
    outputs: dict[str, Callable[[Source], object]] = {
        "html": renderer.html,
        "text": lambda source: renderer.text(source, "reading"),
        "markdown": renderer.markdown,
    }
    with TemporaryDirectory() as folder:
        file = Path(folder) / "document.xml"

        def seconds(text: str, make: Callable[[Source], object]) -> float:
            file.write_text(text, encoding="utf-8")
            begin = time.process_time()
            make(read_source(file))
            return time.process_time() - begin

        for make in outputs.values():
            seconds(document({}, 1), make)
        for case in chosen:
            few, many = document(case, FEW), document(case, MANY)
            for output, make in outputs.items():
                little, much = seconds(few, make), seconds(many, make)
                if much / little > STEEP:
                    little, much = max(little, seconds(few, make)), min(much, seconds(many, make))
                yield case["name"], output, little, much


if __name__ == "__main__":
    words = sys.argv[1:]
    asked = [case for case in cases() if not words or any(word in case["name"] for word in words)]
    for name, output, little, much in measure(asked):
        print(name, output, little, much, sep="\t", flush=True)
