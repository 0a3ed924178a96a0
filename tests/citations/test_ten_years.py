"""Ten years of an edition: whatever is done, every identifier ever published leads to its
passage, or to a true account of what became of it."""

from __future__ import annotations

import pytest
from lxml import html

from tei_edition.citations import keeping
from tei_edition.citations.registry import Status
from tei_edition.errors import TeiEditionError
from tei_edition.rendering.publish import Request, render
from tests.citations.life import Life, swapped


def test_ten_years_of_an_edition(life: Life) -> None:
    for step in (
        correct_a_word,
        split_a_paragraph,
        delete_a_note,
        rename_a_document,
        add_two_documents,
        publish_on_two_branches,
        renumber_carelessly,
        lose_the_registry,
    ):
        step(life)
        life.holds()
    life.publish("2.0", "2037-01-01")
    life.holds()
    registry = life.registry
    assert [each.name for each in registry.versions] == ["1.0", "1.1", "1.2", "1.10", "2.0"]
    assert all(unit.version for unit in registry)
    assert all(event.version for unit in registry for event in unit.history)
    site_answers(life)


def site_answers(life: Life) -> None:
    """The site leads from every address to the passage, or says what became of it."""
    settings = life.home / "edition.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace('version = "1.0"', 'version = "2.0"'), encoding="utf-8")
    folder = life.home / "site"
    assert not render(None, folder, Request(outputs=("html",), release=True)).failures
    for xml_id, unit in life.registry.units.items():
        page = html.document_fromstring((folder / f"{xml_id}.html").read_bytes())
        refresh = page.xpath("//meta[@http-equiv='refresh']/@content")
        if xml_id in life.gone:
            assert not refresh
            assert life.gone[xml_id][2] in page.text_content()
        elif not unit.is_document:
            target, _, anchor = refresh[0].removeprefix("0; url=").partition("#")
            there = html.document_fromstring((folder / target).read_bytes())
            assert anchor == xml_id
            assert there.xpath("//*[@id=$id]", id=anchor)
        assert (folder / "2.0" / f"{xml_id}.html").is_file()
    for xml_id in life.gone:
        former = life.registry.units[xml_id]
        once = html.document_fromstring((folder / f"{former.document}.html").read_bytes())
        assert former.is_document or once.xpath("//*[@id=$id]", id=xml_id), xml_id


def correct_a_word(life: Life) -> None:
    life.edit("a", ("Munday", "Monday"))
    assert life.codes() == {"citation-changed"}
    assert keeping.publish(life.edition, "1.1").errors
    keeping.record_change(life.edition, ["a-p01"], "“Monday” for “Munday”", on="2028-02-01")
    assert life.git("diff", "--numstat", "citations.json").split()[:2] == ["1", "1"]
    life.commit("correct a word")
    life.texts["a-p01"] = "We arrived on Monday."
    life.errata["a-p01"] = ["“Monday” for “Munday”"]


def split_a_paragraph(life: Life) -> None:
    life.edit("a", (" Snow at night.", '</p><p xml:id="a-p04">Snow at night.'))
    assert life.codes() == {"citation-changed"}
    keeping.record_change(life.edition, ["a-p02"], "divided", ["a-p04"], on="2028-03-01")
    life.texts |= {"a-p02": "Rain all day.", "a-p04": "Snow at night."}
    life.errata["a-p02"] = ["divided"]
    assert life.registry.resolve("a-p02").account[0][1].into == ("a-p04",)
    life.publish("1.1", "2028-04-01")


def delete_a_note(life: Life) -> None:
    life.edit("a", ('<note xml:id="a-n01">Until May.</note>', ""))
    assert life.codes() == {"citation-vanished"}
    keeping.retire(life.edition, ["a-n01"], reason="the note was mistaken", on="2029-01-01")
    life.commit("delete a note")
    del life.texts["a-n01"]
    life.gone["a-n01"] = (Status.RETIRED, (), "the note was mistaken")


def rename_a_document(life: Life) -> None:
    life.git("mv", "b.xml", "brother.xml")
    life.settings("a", "brother")
    path = life.home / "brother.xml"
    path.write_text(path.read_text().replace('xml:id="b', 'xml:id="brother'))
    assert life.codes() == {"citation-vanished"}
    keeping.move(life.edition, "b", "brother", "named after its addressee", on="2030-01-01")
    life.commit("rename a document")
    for old in ("b", "b-p01", "b-p02"):
        new = old.replace("b", "brother", 1)
        life.texts[new] = life.texts.pop(old)
        life.gone[old] = (Status.MOVED, (new,), "named after its addressee")


def add_two_documents(life: Life) -> None:
    life.settings("a", "brother", "c", "d")
    life.write("c", '<p xml:id="c-p01">Third.</p>')
    life.write("d", '<p xml:id="d-p01">Fourth.</p>')
    life.publish("1.2", "2031-01-01")
    life.texts |= {"c": "", "c-p01": "Third.", "d": "", "d-p01": "Fourth."}


def publish_on_two_branches(life: Life) -> None:
    """Two editors publish at once: one adds to a letter and corrects it, the other to its end."""
    life.git("checkout", "-q", "-b", "other")
    life.edit("d", ("Fourth.</p>", 'Fourth.</p>\n<p xml:id="d-p02">And last.</p>'))
    life.edit("c", ("Third.", "The third."))
    keeping.record_change(life.edition, ["c-p01"], "“The” was left out", on="2032-01-01")
    life.publish("1.10", "2032-01-02")
    life.git("checkout", "-q", "main")
    life.edit("d", ("Fourth.", "The fourth."))
    keeping.record_change(life.edition, ["d-p01"], "“The” was left out", on="2032-01-01")
    life.edit("c", ("</p>\n", '</p>\n<p xml:id="c-p02">It ends.</p>\n'))
    life.publish("1.10", "2032-01-02")
    life.git("merge", "-q", "other", fails=True)  # the lines of the letters touch: an editor's work
    conflicts = life.git("diff", "--name-only", "--diff-filter=U").split()
    assert "citations.json" not in conflicts
    life.write("d", '<p xml:id="d-p01">The fourth.</p>\n<p xml:id="d-p02">And last.</p>')
    life.write("c", '<p xml:id="c-p01">The third.</p>\n<p xml:id="c-p02">It ends.</p>')
    keeping.state_errata(life.edition)
    life.commit("merge")
    life.texts |= {
        "c-p01": "The third.",
        "c-p02": "It ends.",
        "d-p01": "The fourth.",
        "d-p02": "And last.",
    }
    life.errata |= {"c-p01": ["“The” was left out"], "d-p01": ["“The” was left out"]}


def renumber_carelessly(life: Life) -> None:
    before = (life.home / "a.xml").read_bytes()
    path = life.home / "a.xml"
    text = path.read_text().replace("a-p04", "a-p05").replace("a-p03", "a-p04")
    text = text.replace("a-p02", "a-p03")
    path.write_text(
        text.replace('<p xml:id="a-p03">', '<p xml:id="a-p02">A new one.</p><p xml:id="a-p03">')
    )
    assert "citation-reassigned" in life.codes()
    done = keeping.publish(life.edition, "2.0")
    assert {error.code for error in done.errors} >= {"citation-reassigned"}
    path.write_bytes(before)
    swap_two_paragraphs(life)


def swap_two_paragraphs(life: Life) -> None:
    """A renumbering is no erratum, whatever the editor says."""
    path = life.home / "a.xml"
    before = path.read_text()
    registry = (life.home / "citations.json").read_bytes()
    path.write_text(swapped(before, "a-p01", "a-p02"))
    for xml_ids in (["a-p01", "a-p02"], ["a-p02"]):
        with pytest.raises(TeiEditionError, match="that is no correction"):
            keeping.record_change(life.edition, xml_ids, "swapped", on="2035-01-01")
    assert (life.home / "citations.json").read_bytes() == registry
    path.write_text(before)


def lose_the_registry(life: Life) -> None:
    (life.home / "citations.json").unlink()
    assert life.codes() == {"registry-missing"}
    with pytest.raises(TeiEditionError, match="restore it from your version control"):
        keeping.publish(life.edition, "2.0")
    life.git("checkout", "--", "citations.json")
