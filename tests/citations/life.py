"""An edition under git that lives on: published, changed, published again."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from tei_edition.checks.run import Options, validate
from tei_edition.citations import check, keeping, resolve
from tei_edition.citations.digest import digest
from tei_edition.citations.identifiers import read
from tei_edition.citations.registry import Registry, Status, What
from tei_edition.edition import Edition

CITATIONS = Options(checks=("xml", "citations"))

SETTINGS = """documents = [{documents}]
[edition]
title = "Letters"
editors = ["Ada Editor", "Ben Editor"]
base_url = "https://example.org/letters/"
version = "1.0"
[identifiers]
registry = "citations.json"
{more}
"""


def document(name: str, body: str) -> str:
    """A document with a body."""
    return (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:xi="http://www.w3.org/2001/XInclude" '
        f'xml:id="{name}">\n<teiHeader><fileDesc><titleStmt><title>Letter {name.upper()}</title>'
        f"</titleStmt></fileDesc></teiHeader>\n<text><body>\n{body}\n</body></text></TEI>\n"
    )


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


def begun(home: Path) -> Life:
    """The edition in a folder, the working directory, as it was published in version 1.0."""
    life = Life(home)
    life.git("init", "-q", "-b", "main")
    (home / ".gitattributes").write_text("citations.json merge=union\n")
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


def swapped(text: str, one: str, other: str) -> str:
    """A text in which two identifiers have changed places."""
    marks = {f'"{one}"': f'"{other}"', f'"{other}"': f'"{one}"'}
    return re.sub("|".join(marks), lambda found: marks[found[0]], text)
