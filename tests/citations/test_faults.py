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
from tei_edition.citations.registry import Registry
from tei_edition.edition import Edition
from tei_edition.errors import TeiEditionError
from tests.citations import faults
from tests.citations.faults import PUBLISHED, RECORDS, WORK, Work, complete, contents

Make = Callable[..., Edition]
Contents = tuple[bytes, ...]

EVERY = pytest.mark.parametrize("name", WORK)


@pytest.fixture
def ready(edition_of: Make, name: str) -> tuple[Work, Contents, Contents]:
    """A piece of work, with what its files hold before and after it."""
    work = WORK[name]
    keeping.publish(edition_of(a=PUBLISHED), first=True, on="2026-11-25")
    if work.earlier:
        body, record = work.earlier
        record(edition_of(a=body))
        stated = Path("a.xml").read_text()
    edition = edition_of(a=work.body)
    if work.earlier and "citations.json" in work.targets:  # what was stated stays
        Path("a.xml").write_text(stated.replace(body, work.body))
    before = contents()
    work.do(edition)
    after = contents()
    changed = [
        name for name, *held in zip(faults.FILES, before, after, strict=True) if held[0] != held[1]
    ]
    assert changed == list(work.targets)
    faults.restore(before)
    return work, before, after


def is_in_order(left: Contents, before: Contents, after: Contents) -> bool:
    """Whether each file is the old or the new one, and no document ahead of the registry."""
    registry, document = left
    return (registry, document) in (before, (after[0], before[1]), after)


@contextmanager
def full_disk(size: int) -> Iterator[None]:
    """No file can grow beyond a size: the write that would do it breaks off there."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@EVERY
def test_a_write_that_breaks_off_at_any_byte_leaves_the_old_file(
    ready: tuple[Work, Contents, Contents],
) -> None:
    work, before, after = ready
    names = sorted(os.listdir())
    needed = max(len(new) for old, new in zip(before, after, strict=True) if old != new)
    lefts = set()
    for size in range(needed):
        with full_disk(size), pytest.raises(TeiEditionError, match="cannot be written"):
            work.do(faults.edition())
        left = contents()
        assert is_in_order(left, before, after)
        assert sorted(os.listdir()) == names
        if left != before:
            lefts.add(left)
            faults.restore(before)
    with full_disk(needed):
        work.do(faults.edition())
    assert contents() == after
    for left in lefts:
        faults.restore(left)
        assert "errata --write" in complete(work)
        assert contents() == after


@EVERY
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_interruption_at_any_step_can_be_completed(
    ready: tuple[Work, Contents, Contents],
) -> None:
    work, before, after = ready
    outcomes = set()
    for step in range(1, 1000):
        faults.restore(before)
        interrupted = _interrupted(work, step)
        left = contents()
        assert is_in_order(left, before, after)
        outcomes.add(left)
        if not interrupted:
            break
        complete(work)
        assert contents() == after
    assert not interrupted
    assert left == after
    assert len(outcomes) == len(work.targets) + 1


def _interrupted(work: Work, step: int) -> bool:
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
        work.do(faults.edition())
    except KeyboardInterrupt:
        return True
    finally:
        sys.settrace(before)
    return False


@EVERY
def test_a_process_that_is_killed_at_any_system_call_can_be_completed(
    ready: tuple[Work, Contents, Contents], name: str, repository: Path
) -> None:
    work, before, after = ready
    done = subprocess.run(
        [sys.executable, "-m", "tests.citations.killing", name],
        env={**os.environ, "PYTHONPATH": str(repository)},
        check=True,
        stdout=subprocess.PIPE,
    )
    outcomes = json.loads(done.stdout)
    lefts = []
    for outcome in outcomes:
        left = tuple(text.encode() for text in outcome["left"])
        assert is_in_order(left, before, after)
        lefts.append(left)
        assert tuple(text.encode() for text in outcome["completed"]) == after
        if name in RECORDS:
            is_cut_off = left == (after[0], before[1])
            assert ("erratum-unstated" in outcome["codes"]) == is_cut_off
            assert ("errata --write" in outcome["said"]) == is_cut_off
            assert bool(outcome["said"]) == (left[0] == after[0] and outcome is not outcomes[-1])
    assert len(set(lefts)) == len(work.targets) + 1
    keeping.state_errata(faults.edition())  # the lock of a process that was killed is gone


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
    edition = edition_of(a=PUBLISHED)
    keeping.publish(edition, first=True)
    monkeypatch.setattr(files, "PATIENCE", 0.05)
    with (
        files.locked(edition.root / "citations.json"),
        pytest.raises(TeiEditionError, match="another program is writing"),
    ):
        keeping.publish(edition, "1.1")
