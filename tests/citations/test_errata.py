"""Errata are recorded in the registry, and stated in the documents; the two cannot drift."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from lxml import etree

from tei_edition.citations import check, keeping
from tei_edition.citations.errata import as_json, errata
from tei_edition.citations.registry import Registry
from tei_edition.edition import Edition
from tei_edition.errors import TeiEditionError

Make = Callable[..., Edition]

BODY = '<p xml:id="a-p01">one</p><p xml:id="a-p02">two</p>'


def codes(edition: Edition) -> list[str]:
    return sorted(finding.code for finding in check(edition))


@pytest.fixture
def corrected(edition_of: Make) -> Edition:
    """An edition in which a word was corrected and recorded."""
    keeping.publish(edition_of(a=BODY), first=True, on="2026-11-25")
    edition = edition_of(a=BODY.replace("one", "won"))
    keeping.record_change(edition, ["a-p01"], "“won” for “one” & “<one>”", on="2027-03-01")
    return edition


def test_every_recorded_change_is_listed_the_latest_first(
    corrected: Edition, edition_of: Make
) -> None:
    keeping.publish(corrected, "1.1", on="2027-03-02")
    edition = edition_of(b='<p xml:id="b-p01">won</p><p xml:id="b-p02">two</p>')
    keeping.move(edition, "a", "b", "renamed", on="2028-01-01")
    found = errata(Registry.load(Path("citations.json")))
    assert [(each.on, each.version, each.id, each.document, each.words) for each in found] == [
        ("2028-01-01", "", "a", "b", "Now b: renamed"),
        ("2027-03-01", "1.1", "a-p01", "b", "“won” for “one” & “<one>”"),
    ]
    assert json.loads(json.dumps(as_json(found[0]))) == {
        "on": "2028-01-01",
        "id": "a",
        "label": "Letter A",
        "document": "b",
        "title": "Letter B",
        "what": "moved",
        "into": ["b"],
        "note": "renamed",
        "words": "Now b: renamed",
    }


def test_a_recorded_change_is_stated_in_the_document(corrected: Edition) -> None:
    root = etree.parse("a.xml").getroot()
    (change,) = root.iter("{*}change")
    assert dict(change.attrib) == {"type": "erratum", "when": "2027-03-01", "n": "a-p01"}
    assert change.text == "“won” for “one” & “<one>”"
    assert change.getparent().tag.endswith("}revisionDesc")
    assert change.getparent().getparent()[-1] is change.getparent()
    assert codes(corrected) == []


def test_a_statement_that_is_edited_or_taken_out_is_found(corrected: Edition) -> None:
    text = Path("a.xml").read_text()
    Path("a.xml").write_text(text.replace("“won” for", "“won”, not"))
    assert codes(corrected) == ["erratum-unrecorded", "erratum-unstated"]
    assert keeping.publish(corrected, "1.1").errors
    Path("a.xml").write_text(re.sub("<revisionDesc>.*</revisionDesc>", "", text, flags=re.DOTALL))
    assert codes(corrected) == ["erratum-unstated"]
    assert keeping.state_errata(corrected) == ["a.xml"]
    assert codes(corrected) == []
    assert keeping.state_errata(corrected) == []


def test_what_was_stated_in_another_language_is_stated(
    corrected: Edition, edition_of: Make
) -> None:
    body = '<p xml:id="a-p01">won</p>'
    text = Path("a.xml").read_text().replace('<p xml:id="a-p02">two</p>', "")
    Path("a.xml").write_text(text)
    keeping.retire(corrected, ["a-p02"], ["a-p01"], "one thought", on="2027-03-02")
    stated = Path("a.xml").read_text()
    assert ">Merged into a-p01: one thought</change>" in stated
    settings = Path("edition.toml").read_text()
    Path("edition.toml").write_text(settings.replace("[edition]", '[edition]\nlanguage = "de"'))
    german = Edition.load(Path("edition.toml"))
    assert codes(german) == []
    assert keeping.state_errata(german) == []
    Path("a.xml").write_text(text.replace("two", ""))
    assert body in text
    assert codes(german) == ["erratum-unstated"]
    keeping.state_errata(german)
    assert ">Aufgegangen in a-p01: one thought</change>" in Path("a.xml").read_text()
    assert codes(german) == codes(corrected) == []


def test_an_erratum_that_was_written_by_hand_is_found(corrected: Edition) -> None:
    path = Path("a.xml")
    more = '<revisionDesc><change type="erratum" when="2027-01-01" n="a-p02">x</change>'
    path.write_text(path.read_text().replace("<revisionDesc>", more))
    assert codes(corrected) == ["erratum-unrecorded"]
    path.write_text(path.read_text().replace('type="erratum" when="2027-01-01"', 'type="x"'))
    assert codes(corrected) == []


LISTED = "<revisionDesc><listChange><desc>d</desc> {}<change>x</change></listChange></revisionDesc>"


@pytest.mark.parametrize(("new", "ways"), [(None, ("ab", "bc")), ("b-p02", ("ab",))])
def test_errata_stay_in_the_document_where_the_passage_stood(
    edition_of: Make, new: str | None, ways: Sequence[str]
) -> None:
    """Also after the passage moved to another one, and on from there."""
    other = '<p xml:id="b-p01">x</p>'
    bodies = {"a": BODY, "b": other, "c": other.replace("b-", "c-")}
    keeping.publish(edition_of(**bodies), first=True, on="2026-11-25")
    edition = edition_of(**bodies | {"a": BODY.replace("two", "too")})
    keeping.record_change(edition, ["a-p02"], "“too” for “two”")
    keeping.publish(edition, "1.1")
    passage = '<p xml:id="a-p02">too</p>'
    for here, there in ways:
        path, goal = Path(f"{here}.xml"), Path(f"{there}.xml")
        path.write_text(path.read_text(encoding="utf-8").replace(passage, ""), encoding="utf-8")
        moved = goal.read_text(encoding="utf-8").replace(
            "</body>", f"{passage.replace('a-p02', new or 'a-p02')}</body>"
        )
        goal.write_text(moved, encoding="utf-8")
        keeping.move(edition, "a-p02", new)
        assert codes(edition) == []
        assert keeping.publish(edition, "1.1").errors == ()
    assert "“too” for “two”" in Path("a.xml").read_text(encoding="utf-8")
    assert "“too” for “two”" not in Path("b.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("header", "space"),
    [
        ("<revisionDesc>\r\n\t{}<change>x</change>\r\n</revisionDesc>", "\r\n\t"),
        ("<revisionDesc>{}<change/></revisionDesc>", ""),
        (LISTED, " "),
    ],
)
@pytest.mark.parametrize("prefix", ["", "t:"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_a_statement_is_all_that_is_added(
    edition_of: Make, header: str, space: str, prefix: str, encoding: str
) -> None:
    def written(word: str, statement: str) -> bytes:
        namespace = f"xmlns:{prefix[:-1]}" if prefix else "xmlns"
        text = (
            f'<TEI {namespace}="http://www.tei-c.org/ns/1.0" xml:id="a"><teiHeader><fileDesc '
            f"n='&#x20;'/><!-- <change> -->{header}</teiHeader><text><p xml:id='a-p01'>{word}</p>"
            "</text></TEI>"
        )
        marked = re.sub("<(/?)([a-zA-Z])", rf"<\1{prefix}\2", text).replace("{}", statement)
        return f'<?xml version="1.0" encoding="{encoding}"?>\r\n{marked}'.encode(encoding)

    edition = edition_of(a="")
    path = Path("a.xml")
    path.write_bytes(written("one", ""))
    keeping.publish(edition, first=True)
    path.write_bytes(written("won", ""))
    keeping.record_change(edition, ["a-p01"], "“won”", on="2027-03-01")
    words = "“won”" if encoding.startswith("utf") else "&#8220;won&#8221;"
    change = f'<{prefix}change type="erratum" when="2027-03-01" n="a-p01">{words}</{prefix}change>'
    assert path.read_bytes() == written("won", change + space)
    assert codes(edition) == []


@pytest.mark.parametrize(
    ("empty", "filled"),
    [
        ("<{0}revisionDesc/>", "<{0}revisionDesc>{1}</{0}revisionDesc>"),
        ("<{0}revisionDesc n='1' />", "<{0}revisionDesc n='1' >{1}</{0}revisionDesc>"),
        ("<{0}revisionDesc></{0}revisionDesc>", "<{0}revisionDesc>{1}</{0}revisionDesc>"),
        (
            "<{0}revisionDesc>\n </{0}revisionDesc>",
            "<{0}revisionDesc>\n   {1}\n </{0}revisionDesc>",
        ),
        ("\n <{0}revisionDesc/>", "\n <{0}revisionDesc>\n   {1}\n </{0}revisionDesc>"),
        (
            "<{0}revisionDesc><!-- none --></{0}revisionDesc>",
            "<{0}revisionDesc><!-- none -->{1}</{0}revisionDesc>",
        ),
    ],
)
@pytest.mark.parametrize("prefix", ["", "t:"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_a_statement_goes_into_an_empty_revision_description(
    edition_of: Make, empty: str, filled: str, prefix: str, encoding: str
) -> None:
    def written(word: str, revisions: str) -> bytes:
        namespace = f"xmlns:{prefix[:-1]}" if prefix else "xmlns"
        text = (
            f'<?xml version="1.0" encoding="{encoding}"?><{prefix}TEI {namespace}="http://www.tei-c'
            f'.org/ns/1.0" xml:id="a"><{prefix}teiHeader>{revisions}</{prefix}teiHeader><{prefix}'
            f"text><{prefix}p xml:id='a-p01'>{word}</{prefix}p></{prefix}text></{prefix}TEI>"
        )
        return text.encode(encoding)

    edition = edition_of(a="")
    path = Path("a.xml")
    path.write_bytes(written("one", empty.format(prefix)))
    keeping.publish(edition, first=True)
    path.write_bytes(written("won", empty.format(prefix)))
    keeping.record_change(edition, ["a-p01"], "x", on="2027-03-01")
    change = f'<{prefix}change type="erratum" when="2027-03-01" n="a-p01">x</{prefix}change>'
    assert path.read_bytes() == written("won", filled.format(prefix, change))
    assert codes(edition) == []


def test_where_no_statement_can_be_made_nothing_is_recorded(edition_of: Make) -> None:
    edition = edition_of(a=BODY)
    path = Path("a.xml")
    text = path.read_text().replace(
        "</teiHeader>", "<revisionDesc><list/></revisionDesc></teiHeader>"
    )
    path.write_text(text)
    keeping.publish(edition, first=True)
    path.write_text(text.replace("one", "won"))
    registry = Path("citations.json").read_bytes()
    with pytest.raises(TeiEditionError, match=r"made of <list>, .* as <change> elements"):
        keeping.record_change(edition, ["a-p01"], "x")
    assert Path("citations.json").read_bytes() == registry
    assert path.read_text() == text.replace("one", "won")
    path.write_text(path.read_text().replace("<list/>", "<change>y</change>"))
    keeping.record_change(edition, ["a-p01"], "x")
    assert codes(edition) == []


def test_a_command_in_a_hint_can_be_pasted_into_a_shell(edition_of: Make) -> None:
    keeping.publish(edition_of(a=BODY), first=True, on="2026-11-25")
    hints = [finding.hint for finding in check(edition_of(a=BODY.replace("one", "won")))]
    command = hints[0].partition("tei-edition ")[2]
    assert shlex.split(command) == ["ids", "record-change", "a-p01", "--note", "what was corrected"]
