"""Two editors publish at once, each on a branch: what is merged is whole, or fails loudly."""

from __future__ import annotations

from collections.abc import Callable

from tei_edition.citations import check, keeping
from tei_edition.citations.registry import Status
from tests.citations.life import Life


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
