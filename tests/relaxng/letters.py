"""Small letters, and their grammar."""

from __future__ import annotations

from pathlib import Path

from tei_edition.findings import Finding
from tei_edition.relaxng import Schema

LETTER = """
namespace xlink = "http://www.w3.org/1999/xlink"
default namespace = "http://example.org/letter"
datatypes xsd = "http://www.w3.org/2001/XMLSchema-datatypes"
start = letter
letter = element letter { ids, head, (p | \\list)+, sign?, physDesc? }
ids = attribute xml:id { xsd:ID }?, attribute see { xsd:IDREFS }?
head = element head { attribute when { xsd:date }, text }
p = element p { attribute unit { "line" | "word" | "page" }?, attribute n { text }?, inline }
inline = (text | element hi { inline } | gap)*
gap = element gap { attribute reason { text }, attribute extent { xsd:positiveInteger }?, empty }
\\list = element list { ids, element item { ids, text }+ }
sign = element sign { xsd:integer }
physDesc = element physDesc { supportDesc }
supportDesc = element supportDesc { element support { text }, element width { xsd:decimal }? }
"""


def letter_schema(folder: Path) -> Schema:
    """The grammar, its file in a folder."""
    path = folder / "letter.rnc"
    path.write_text(LETTER, "utf-8")
    return Schema.load(path, cache=None)


def findings_of(schema: Schema, body: str, root: str = "") -> list[Finding]:
    document = f'<letter xmlns="http://example.org/letter"{root}>{body}</letter>'
    return list(schema.validate(document.encode()))


HEAD = '<head when="1950-09-29">To Paris</head>'
