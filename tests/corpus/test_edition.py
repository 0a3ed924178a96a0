# SPDX-License-Identifier: MIT
"""What the edition promises of its documents and authority files."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
POINTERS = ("ref", "corresp", "target", "hand", "resp", "who", "source", "assertedValue")

Files = dict[str, etree._ElementTree]


def test_every_file_is_valid_against_the_editions_schema(
    repository: Path,
    expanded: Files,
    grammar_errors: Callable[[Path, etree._ElementTree], list[str]],
) -> None:
    schema = repository / "schemas" / "documentary.rng"
    assert {path: grammar_errors(schema, tree) for path, tree in expanded.items()} == {
        path: [] for path in expanded
    }


def test_every_file_is_valid_against_the_whole_of_tei(
    test_data: Path,
    expanded: Files,
    grammar_errors: Callable[[Path, etree._ElementTree], list[str]],
) -> None:
    schema = test_data / "schemas" / "tei_all.rng"
    assert {path: grammar_errors(schema, tree) for path, tree in expanded.items()} == {
        path: [] for path in expanded
    }


def test_identifiers_begin_with_their_documents_and_are_used_once_in_the_edition(
    files: Files,
) -> None:
    seen: Counter[str] = Counter()
    for path, tree in files.items():
        document = tree.getroot().get(XML_ID)
        assert document == Path(path).stem
        for identifier in tree.xpath("//@xml:id"):
            seen[identifier] += 1
            assert identifier == document or identifier.startswith(f"{document}-")
    assert [identifier for identifier, uses in seen.items() if uses > 1] == []


def test_every_citable_unit_of_the_text_has_an_identifier(files: Files) -> None:
    anywhere = "p ab div head item list stamp opener closer signed dateline note gap supplied seg"
    citable = [f"self::tei:{name}" for name in anywhere.split(" ")]
    # Of a correction the pair is the unit; an error left standing is one by itself.
    citable += ["self::tei:sic[not(parent::tei:choice)]", "self::tei:choice[tei:sic]"]
    path = f"//tei:text//*[{' or '.join(citable)}][not(@xml:id)]"
    missing = {
        name: [
            etree.tostring(element, encoding="unicode")[:60]
            for element in tree.xpath(path, namespaces={"tei": TEI.strip("{}")})
        ]
        for name, tree in files.items()
    }
    assert missing == {name: [] for name in files}


def pointers(tree: etree._ElementTree) -> Iterator[tuple[etree._Element, str, str]]:
    """Every pointer into the edition: its element, its attribute, its value."""
    for element in tree.iter(etree.Element):
        for attribute in POINTERS:
            for value in element.get(attribute, "").split():
                if not value.startswith("https://"):
                    yield element, attribute, value


def resolve(files: Files, path: str, pointer: str, corpus: Path) -> etree._Element | None:
    """The element a pointer leads to, from the file it stands in."""
    target, _, fragment = pointer.partition("#")
    file = (corpus / path).parent / target if target else corpus / path
    tree = files.get(file.resolve().relative_to(corpus.resolve()).as_posix())
    if tree is None or not fragment:
        return None if tree is None else tree.getroot()
    return next(tree.iterfind(f".//*[@{XML_ID}='{fragment}']"), None)


def test_every_pointer_leads_to_something_in_the_edition(corpus: Path, files: Files) -> None:
    dangling = [
        (path, attribute, pointer)
        for path, tree in files.items()
        for element, attribute, pointer in pointers(tree)
        if resolve(files, path, pointer, corpus) is None
        and not (corpus / path).parent.joinpath(pointer).is_file()
    ]
    assert dangling == []


def test_every_entry_of_the_authority_files_is_mentioned(corpus: Path, files: Files) -> None:
    mentioned = {
        target.get(XML_ID)
        for path, tree in files.items()
        for element, attribute, pointer in pointers(tree)
        if attribute == "ref" and (target := resolve(files, path, pointer, corpus)) is not None
    }
    entries = {
        entry.get(XML_ID)
        for tree in files.values()
        for kind in ("person", "place", "org")
        for entry in tree.iter(f"{TEI}{kind}")
    }
    assert entries - mentioned == set()


def test_what_the_header_repeats_says_what_the_text_says(corpus: Path, files: Files) -> None:
    """In ``correspDesc``, a name or date with ``@corresp`` has its like at that place."""
    compared = 0
    for path, tree in files.items():
        for item in tree.iterfind(f".//{TEI}correspAction/*[@corresp]"):
            key = "when" if item.tag == f"{TEI}date" else "ref"
            for pointer in item.get("corresp").split():
                place = resolve(files, path, pointer, corpus)
                assert item.get(key) in {e.get(key) for e in place.iter(item.tag)}, pointer
                compared += 1
    assert compared > 20


def test_whoever_is_marked_unidentified_has_an_entry_that_says_so(
    corpus: Path, files: Files
) -> None:
    named = {
        resolve(files, path, name.get("ref"), corpus).get(XML_ID)
        for path, tree in files.items()
        for name in tree.iterfind(f".//{TEI}text//{TEI}persName[@role='unidentified']")
    }
    entries = {
        person.get(XML_ID)
        for tree in files.values()
        for person in tree.iterfind(f".//{TEI}person[@role='unidentified']")
    }
    assert named == entries == {"persons-chief-department4", "persons-shcherbakova"}


def test_the_proper_names_are_marked_at_every_mention(files: Files) -> None:
    """No name of the authority files stands in the text outside a name element."""
    names = (
        "Stalin|Kim Il Sung|Pak Heon-Yeong|Gromyko|Shtykov|Pyongyang|Moscow|Incheon|Chemulpo|"
        "Seoul|South Korea|North Korea|Korea|Soviet Union|China|US|People’s Army"
    )
    pattern = re.compile(rf"\b({names})\b", re.IGNORECASE)
    elements = " or ".join(
        f"ancestor::tei:{name}" for name in ("persName", "placeName", "orgName", "note")
    )
    unmarked = []
    for path, tree in files.items():
        texts = tree.xpath(
            f"//tei:text//text()[not({elements})]", namespaces={"tei": TEI.strip("{}")}
        )
        # “us”, the pronoun, is no name.
        unmarked += [
            (path, match[0])
            for text in texts
            for match in pattern.finditer(text)
            if match[0] != "us"
        ]
    assert unmarked == []


def test_every_abbreviation_of_a_word_has_its_expansion_at_every_mention(files: Files) -> None:
    abbreviations = Counter(
        abbr.text for tree in files.values() for abbr in tree.iterfind(f".//{TEI}choice/{TEI}abbr")
    )
    assert abbreviations == {"Cde.": 14, "US": 2, "CC": 1}


def test_every_file_states_its_address_and_version_as_the_settings_do(
    files: Files, settings: dict[str, Any]
) -> None:
    base = settings["edition"]["base_url"]
    for path, tree in files.items():
        address = base + Path(path).stem
        assert [e.text for e in tree.iterfind(f".//{TEI}publicationStmt/{TEI}idno")] == [address]
        assert [e.get("n") for e in tree.iterfind(f".//{TEI}edition")] == [
            settings["edition"]["version"]
        ]
        for correspondence in tree.iterfind(f".//{TEI}correspDesc"):
            assert correspondence.get("ref") == address
        for prefix in tree.iterfind(f".//{TEI}prefixDef"):
            assert prefix.get("replacementPattern").startswith(base)


def test_a_line_of_the_source_holds_one_block_indented_by_two_spaces_a_level(
    corpus: Path, files: Files
) -> None:
    block = re.compile(r"<(?:p|ab|item|head|addrLine|signed|note type=\"editorial\")[ >]")
    for path in files:
        for number, line in enumerate((corpus / path).read_text(encoding="utf-8").split("\n"), 1):
            indent = len(line) - len(line.lstrip(" "))
            assert indent % 2 == 0, f"{path}:{number}"
            assert line == line.rstrip(), f"{path}:{number}"
            assert "\t" not in line, f"{path}:{number}"
            blocks = [m for m in block.findall(line) if not m.startswith("<note")]
            assert len(blocks) <= 1, f"{path}:{number}"
