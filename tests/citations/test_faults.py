"""Whatever interrupts a write, every file is the old one or the new one."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from tei_edition import files
from tei_edition.citations import check, keeping
from tei_edition.citations.assignment import assign
from tei_edition.citations.registry import Registry
from tei_edition.edition import Edition
from tei_edition.errors import TeiEditionError

Make = Callable[..., Edition]

BODY = '<p xml:id="a-p01">one</p>'


def prepared(edition_of: Make) -> Edition:
    """An edition with a publication to make and a unit to name."""
    edition = edition_of(a=BODY)
    keeping.publish(edition, first=True, on="2026-11-25")
    return edition_of(a=BODY + '<p xml:id="a-p02">two</p>')


def publish() -> None:
    keeping.publish(Edition.load(Path("edition.toml")), "1.1", on="2027-01-01")


def assign_all() -> None:
    list(assign())


WRITES = pytest.mark.parametrize(
    ("write", "target"), [(publish, "citations.json"), (assign_all, "a.xml")]
)


def ready(edition_of: Make, target: str) -> bytes:
    """The old content of the file that will be written."""
    prepared(edition_of)
    if target == "a.xml":
        path = Path("a.xml")
        path.write_text(path.read_text().replace('<p xml:id="a-p02">', "<p>"))
    return Path(target).read_bytes()


def new_content(write: Callable[[], None], target: str, old: bytes) -> bytes:
    write()
    new = Path(target).read_bytes()
    assert new != old
    Path(target).write_bytes(old)
    return new


@contextmanager
def full_disk(size: int) -> Iterator[None]:
    """No file can grow beyond a size: the write that would do it breaks off there."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@WRITES
def test_a_write_that_breaks_off_at_any_byte_leaves_the_old_file(
    edition_of: Make, write: Callable[[], None], target: str
) -> None:
    old = ready(edition_of, target)
    new = new_content(write, target, old)
    names = sorted(os.listdir())
    for size in range(len(new)):
        with full_disk(size), pytest.raises(TeiEditionError, match="cannot be written"):
            write()
        assert Path(target).read_bytes() == old
        assert sorted(os.listdir()) == names
    with full_disk(len(new)):
        write()
    assert Path(target).read_bytes() == new


@WRITES
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_interruption_at_any_step_leaves_the_old_file_or_the_new_one(
    edition_of: Make, write: Callable[[], None], target: str
) -> None:
    old = ready(edition_of, target)
    new = new_content(write, target, old)
    outcomes = set()
    for step in range(1, 1000):
        Path(target).write_bytes(old)
        interrupted = _interrupted(write, step)
        content = Path(target).read_bytes()
        assert content in (old, new)
        outcomes.add(content)
        if not interrupted:
            break
    assert not interrupted
    assert content == new
    assert outcomes == {old, new}


def _interrupted(write: Callable[[], None], step: int) -> bool:
    """Whether Ctrl-C at a step (a line of what writes a file) came before the end."""
    count = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        if frame.f_code is not files.replace.__code__:
            return None
        if event == "line":
            count += 1
            if count == step:
                raise KeyboardInterrupt
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        write()
    except KeyboardInterrupt:
        return True
    finally:
        sys.settrace(before)
    return False


def outcomes(work: str) -> list[tuple[tuple[str, str], list[str]]]:
    """What a killed process left, at every step: the two files, and what is said of them."""
    program = Path(__file__).with_name("killing.py")
    done = subprocess.run([sys.executable, program, work], check=True, stdout=subprocess.PIPE)
    return [(tuple(files), codes) for files, codes in json.loads(done.stdout)]


@pytest.mark.parametrize(("work", "target"), [("publish", "citations.json"), ("assign", "a.xml")])
def test_a_process_that_is_killed_at_any_system_call_leaves_the_old_file_or_the_new_one(
    edition_of: Make, work: str, target: str
) -> None:
    old = ready(edition_of, target).decode()
    other = {"citations.json": "a.xml", "a.xml": "citations.json"}[target]
    kept = Path(other).read_text()
    left = [
        dict(zip(("a.xml", "citations.json"), files, strict=True)) for files, _ in outcomes(work)
    ]
    new = left[-1][target]
    assert new != old
    assert {files[target] for files in left} == {old, new}
    assert {files[other] for files in left} == {kept}
    publish()  # the lock of a process that was killed is gone


def test_a_record_that_is_cut_off_between_its_two_files_is_said_and_can_be_completed(
    edition_of: Make,
) -> None:
    keeping.publish(edition_of(a=BODY), first=True, on="2026-11-25")
    edition_of(a=BODY.replace("one", "won"))
    states: list[list[str]] = []
    for _, codes in outcomes("record"):
        if codes not in states:
            states.append(codes)
    assert states == [["citation-changed"], ["erratum-unstated"], []]


def test_two_writers_lose_nothing(edition_of: Make) -> None:
    count = 6
    body = "".join(f'<p xml:id="a-p0{number}">{{}}{number}</p>' for number in range(count))
    keeping.publish(edition_of(a=body.format(*"x" * count)), first=True)
    edition = edition_of(a=body.format(*"y" * count))
    program = (
        "import sys; from pathlib import Path\n"
        "from tei_edition.citations import keeping\n"
        "from tei_edition.edition import Edition\n"
        "edition = Edition.load(Path('edition.toml'))\n"
        "keeping.record_change(edition, [sys.argv[1]], 'x')\n"
    )
    writers = [
        subprocess.Popen([sys.executable, "-c", program, f"a-p0{number}"])
        for number in range(count)
    ]
    assert [writer.wait() for writer in writers] == [0] * count
    assert list(check(edition)) == []
    registry = Registry.load(Path("citations.json"))
    assert sum(len(unit.history) for unit in registry) == count


def test_a_writer_that_has_to_wait_too_long_says_so(
    edition_of: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition = prepared(edition_of)
    monkeypatch.setattr(files, "PATIENCE", 0.05)
    with (
        files.locked(edition.root / "citations.json"),
        pytest.raises(TeiEditionError, match="another program is writing"),
    ):
        publish()
