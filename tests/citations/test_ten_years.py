"""Ten years of an edition: whatever is done, every identifier ever published leads to its
passage, or to a true account of what became of it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from lxml import html

from tei_edition.checks.run import Options, validate
from tei_edition.citations import check, keeping, resolve
from tei_edition.citations.digest import digest
from tei_edition.citations.identifiers import read
from tei_edition.citations.registry import Registry, Status, What
from tei_edition.edition import Edition
from tei_edition.errors import TeiEditionError
from tei_edition.rendering.publish import Request, render
from tests.citations.conftest import SETTINGS, document

CITATIONS = Options(checks=("xml", "citations"))


@dataclass
class Life:
    """An edition under git, and what its readers know of it."""

    home: Path
    texts: dict[str, str] = field(default_factory=dict)
    """The words of each current unit, as a reader would find them now."""
    gone: dict[str, tuple[Status, tuple[str, ...], str]] = field(default_factory=dict)
    """Of each identifier that is no unit's any more: what became of it, where it leads, why."""
    errata: dict[str, list[str]] = field(default_factory=dict)
    """The notes of recorded changes, by identifier."""

    def git(self, *arguments: str, fails: bool = False) -> str:
        done = subprocess.run(
            ["git", "-c", "user.name=E", "-c", "user.email=e@example.org", *arguments],
            cwd=self.home,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert bool(done.returncode) == fails, done.stdout + done.stderr
        return done.stdout

    def commit(self, message: str) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)

    def settings(self, *names: str) -> None:
        listed = ", ".join(f'"{name}.xml"' for name in names)
        text = SETTINGS.format(documents=listed, more="")
        (self.home / "edition.toml").write_text(text, encoding="utf-8")

    def write(self, name: str, body: str) -> None:
        (self.home / f"{name}.xml").write_text(document(name, body), encoding="utf-8")

    def edit(self, name: str, *changes: tuple[str, str]) -> None:
        path = self.home / f"{name}.xml"
        text = path.read_text(encoding="utf-8")
        for old, new in changes:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")

    @property
    def edition(self) -> Edition:
        return Edition.load(self.home / "edition.toml")

    @property
    def registry(self) -> Registry:
        return Registry.load(self.home / "citations.json")

    def codes(self) -> set[str]:
        """What ``ids check`` and ``validate`` say; of published identifiers they say the same."""
        own = {finding.code for finding in check(self.edition)}
        validated = {f.code for batch in validate(None, CITATIONS) for f in batch.findings}
        assert {code for code in own if not code.startswith("id-")} == validated
        return own

    def publish(self, version: str, on: str, *, first: bool = False) -> None:
        done = keeping.publish(self.edition, version, first=first, on=on)
        assert done.errors == ()
        self.commit(f"publish {version}")

    def holds(self) -> None:
        """Every identifier ever published leads to the right passage or to a true account."""
        assert self.codes() == set()
        registry = self.registry
        edition = self.edition
        digests = {f.xml_id: f.digest for units in read(self.edition) for f in units.found}
        assert set(registry.units) == {*self.texts, *self.gone}
        for xml_id, words in self.texts.items():
            found = registry.resolve(xml_id)
            assert found.status is Status.CURRENT
            assert [each.xml_id for each in found.now] == [xml_id]
            assert digests[xml_id] == registry.units[xml_id].digest == digest(words), xml_id
            assert resolve(edition, xml_id).passage == words
        for xml_id, (status, now, reason) in self.gone.items():
            found = registry.resolve(xml_id)
            assert found.status is status, xml_id
            assert tuple(each.xml_id for each in found.now) == now
            assert all(each in digests for each in now)
            assert found.reason == reason
            told = resolve(edition, f"{edition.base_url}1.0/page#{xml_id}")
            assert reason in told.history[-1][1] or status is Status.MOVED
            assert told.citation.account
        for xml_id, notes in self.errata.items():
            history = registry.units[xml_id].history
            assert [each.note for each in history if each.what is What.CHANGED] == notes


A = (
    '<p xml:id="a-p01">We arrived on Munday.</p><p xml:id="a-p02">Rain all day. Snow at night.</p>'
    '<p xml:id="a-p03">The post is late.<note xml:id="a-n01">Until May.</note></p>'
)
B = '<p xml:id="b-p01">Dear brother,</p><p xml:id="b-p02">all is well.</p>'


@pytest.fixture
def life(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Life:
    """The edition as it was published in version 1.0."""
    monkeypatch.chdir(tmp_path)
    life = Life(tmp_path)
    life.git("init", "-q", "-b", "main")
    (tmp_path / ".gitattributes").write_text("citations.json merge=union\n")
    life.settings("a", "b")
    life.write("a", A)
    life.write("b", B)
    life.publish("1.0", "2027-01-01", first=True)
    life.texts = {
        "a": "",
        "a-p01": "We arrived on Munday.",
        "a-p02": "Rain all day. Snow at night.",
        "a-p03": "The post is late.",
        "a-n01": "Until May.",
        "b": "",
        "b-p01": "Dear brother,",
        "b-p02": "all is well.",
    }
    life.holds()
    return life


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


def swapped(text: str, one: str, other: str) -> str:
    """A text in which two identifiers have changed places."""
    marks = {f'"{one}"': f'"{other}"', f'"{other}"': f'"{one}"'}
    return re.sub("|".join(marks), lambda found: marks[found[0]], text)


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


DIVISIONS = (
    '<div xml:id="e-div1"><p xml:id="e-p01">One.</p><list xml:id="e-list1">'
    '<item xml:id="e-item1">First.</item></list></div>'
    '<div xml:id="e-div2"><p xml:id="e-p02">Two.</p><list xml:id="e-list2">'
    '<item xml:id="e-item2">Second.</item></list></div>'
)


@pytest.fixture
def divided(life: Life) -> Life:
    """The edition with a document whose divisions and lists have no words of their own."""
    life.settings("a", "b", "e")
    life.write("e", DIVISIONS)
    life.publish("1.1", "2028-01-01")
    assert life.codes() == set()
    assert life.registry.units["e-div1"].holds == ("e-p01", "e-list1")
    return life


@pytest.mark.parametrize(
    "body",
    [
        swapped(DIVISIONS, "e-div1", "e-div2"),
        swapped(DIVISIONS, "e-list1", "e-list2"),
        '<div xml:id="e-div1"><p xml:id="e-p03">New.</p></div>'
        + DIVISIONS.replace("e-div1", "e-div3"),
        '<div xml:id="e-div1"/>' + DIVISIONS.replace(' xml:id="e-div1"', ""),
        '<div xml:id="e-div1"><p xml:id="e-p03">New.</p></div>'
        + DIVISIONS.replace("e-div2", "e-div3").replace("e-div1", "e-div2"),
    ],
    ids=["divisions swapped", "lists swapped", "given to a new one", "to an empty one", "shifted"],
)
def test_divisions_and_lists_are_not_renumbered_unnoticed(divided: Life, body: str) -> None:
    divided.write("e", body)
    assert divided.codes() == {"citation-reassigned"}
    done = keeping.publish(divided.edition, "1.2", on="2029-01-01")
    assert {error.code for error in done.errors} == {"citation-reassigned"}


def test_swapped_divisions_are_no_erratum(divided: Life) -> None:
    divided.write("e", swapped(DIVISIONS, "e-div1", "e-div2"))
    with pytest.raises(TeiEditionError, match="was published as “e-div2”: that is no correction"):
        keeping.record_change(divided.edition, ["e-div1", "e-div2"], "swapped", on="2029-01-01")


@pytest.mark.parametrize(
    "body",
    [
        DIVISIONS.replace("<list", '<p xml:id="e-p03">More.</p><list', 1),
        DIVISIONS.replace(
            '<p xml:id="e-p01">', '<div xml:id="e-div3"><p xml:id="e-p01">', 1
        ).replace("</list></div>", "</list></div></div>", 1),
        re.sub(r"(<div.*?</div>)(<div.*?</div>)", r"\2\1", DIVISIONS),
    ],
    ids=["added to", "divided inside", "in another order"],
)
def test_divisions_may_be_added_to_and_rearranged(divided: Life, body: str) -> None:
    divided.write("e", body)
    assert divided.codes() == set()


def test_a_division_that_lost_a_part_of_its_content_is_recorded(divided: Life) -> None:
    first = '<p xml:id="e-p01">One.</p>'
    divided.write("e", DIVISIONS.replace(first, "") + f'<div xml:id="e-div3">{first}</div>')
    assert divided.codes() == {"citation-changed"}
    keeping.record_change(divided.edition, ["e-div1"], "divided", ["e-div3"], on="2029-01-01")
    assert divided.codes() == set()
    divided.publish("1.2", "2029-01-01")
    assert divided.registry.units["e-div3"].holds == ("e-p01",)


def test_a_division_whose_content_went_elsewhere_is_recorded(divided: Life) -> None:
    everything = re.findall(r"<div[^>]*>(.*?)</div>", DIVISIONS)
    body = '<div xml:id="e-div1"><p xml:id="e-p03">New.</p></div><div xml:id="e-div2">{}</div>'
    divided.write("e", body.format("".join(everything)))
    assert divided.codes() == {"citation-reassigned"}
    keeping.record_change(divided.edition, ["e-div1"], "its text went to 2", on="2029-01-01")
    assert divided.codes() == set()


def test_what_two_branches_add_to_one_division_is_merged(divided: Life) -> None:
    def adding(after: str, new: str) -> Callable[[], None]:
        def add() -> None:
            divided.edit("e", (after, f'{after}<p xml:id="{new}">{new}</p>'))

        return add

    divided.write("e", DIVISIONS.replace("</p>", "</p>\n\n\n\n\n"))
    divided.commit("lay out")
    divided.git("checkout", "-q", "-b", "other")
    adding("One.</p>", "e-p03")()
    divided.publish("1.2", "2029-01-01")
    divided.git("checkout", "-q", "main")
    adding("First.</item></list>", "e-p04")()
    divided.publish("1.2", "2029-01-01")
    divided.git("merge", "-q", "other")
    assert divided.codes() == set()
    held = divided.registry.units["e-div1"].holds
    assert sorted(held) == ["e-list1", "e-p01", "e-p03", "e-p04"]


def lose_the_registry(life: Life) -> None:
    (life.home / "citations.json").unlink()
    assert life.codes() == {"registry-missing"}
    with pytest.raises(TeiEditionError, match="restore it from your version control"):
        keeping.publish(life.edition, "2.0")
    life.git("checkout", "--", "citations.json")


def publish_differently(life: Life, ours: Callable[[], None], theirs: Callable[[], None]) -> None:
    """One change on a branch, another on the main line, both published, and merged."""
    life.git("checkout", "-q", "-b", "other")
    theirs()
    life.publish("1.1", "2028-01-01")
    life.git("checkout", "-q", "main")
    ours()
    life.publish("1.1", "2028-01-01")


def test_two_documents_added_on_two_branches_are_merged_without_a_conflict(life: Life) -> None:
    life.settings("a", "b", "c", "d")
    life.write("c", '<p xml:id="c-p01">Third.</p>')
    life.write("d", '<p xml:id="d-p01">Fourth.</p>')
    life.publish("1.0", "2027-01-01")

    def adding(name: str) -> Callable[[], None]:
        def add() -> None:
            life.edit(name, ("</p>", f'</p><p xml:id="{name}-p02">More.</p>'))

        return add

    publish_differently(life, adding("c"), adding("d"))
    life.git("merge", "-q", "other")
    life.texts |= {"c": "", "c-p01": "Third.", "c-p02": "More."}
    life.texts |= {"d": "", "d-p01": "Fourth.", "d-p02": "More."}
    life.holds()


def test_two_accounts_of_one_passage_fail_loudly(life: Life) -> None:
    def correcting(word: str) -> Callable[[], None]:
        def correct() -> None:
            life.edit("a", ("Munday", word))
            keeping.record_change(life.edition, ["a-p01"], f"it is {word}", on="2028-01-01")

        return correct

    publish_differently(life, correcting("Monday"), correcting("Sunday"))
    life.git("merge", "-q", "other", fails=True)
    life.git("checkout", "--ours", "a.xml")
    assert life.codes() == {"registry-unreadable"}
    (finding,) = (f for f in check(life.edition) if f.code == "registry-unreadable")
    assert "two lines for “a-p01” that contradict each other" in finding.message
    line = (life.home / "citations.json").read_text().splitlines()[finding.line - 1]
    assert line.lstrip().startswith('"a-p01"')


def test_a_conflict_that_git_leaves_fails_loudly_and_is_solved_by_keeping_all_lines(
    life: Life,
) -> None:
    (life.home / ".gitattributes").unlink()
    life.settings("a", "b", "c", "d")
    life.write("c", '<p xml:id="c-p01">Third.</p>')
    life.write("d", '<p xml:id="d-p01">Fourth.</p>')
    life.publish("1.0", "2027-01-01")

    def retiring(xml_id: str, words: str) -> Callable[[], None]:
        def retire() -> None:
            life.edit("b", (f'<p xml:id="{xml_id}">{words}</p>', ""))
            keeping.retire(life.edition, [xml_id], reason="x", on="2028-01-01")

        return retire

    publish_differently(life, retiring("b-p01", "Dear brother,"), retiring("b-p02", "all is well."))
    life.git("merge", "-q", "other", fails=True)
    life.write("b", "")
    assert life.codes() == {"registry-unreadable"}
    path = life.home / "citations.json"
    lines = path.read_text().splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith(("<<<", "===", ">>>"))))
    keeping.state_errata(life.edition)
    life.commit("merge")
    del life.texts["b-p01"], life.texts["b-p02"]
    life.texts |= {"c": "", "c-p01": "Third.", "d": "", "d-p01": "Fourth."}
    life.gone |= {"b-p01": (Status.RETIRED, (), "x"), "b-p02": (Status.RETIRED, (), "x")}
    life.holds()
