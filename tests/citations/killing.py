"""Does a piece of work again and again, and kills it (SIGKILL) at its first, second, … system call
until it comes through. Run as a program, in the folder of an edition; prints what it left, as JSON.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from tei_edition.citations import check, keeping
from tei_edition.citations.assignment import assign
from tei_edition.edition import Edition

CALLS = ("open", "tempfile.mkstemp", "os.chmod", "os.rename", "os.remove", "fcntl.flock")
FILES = (Path("a.xml"), Path("citations.json"))


def edition() -> Edition:
    return Edition.load(Path("edition.toml"))


WORK: dict[str, Callable[[], object]] = {
    "publish": lambda: keeping.publish(edition(), "1.1", on="2027-01-01"),
    "assign": lambda: list(assign()),
    "record": lambda: keeping.record_change(edition(), ["a-p01"], "x", on="2027-01-01"),
}


def killed_at(step: int, work: Callable[[], object]) -> bool:
    """Whether the work was killed before it was done."""
    child = os.fork()
    if child:
        status = os.waitpid(child, 0)[1]
        assert os.WIFSIGNALED(status) or status == 0
        return os.WIFSIGNALED(status)
    count = 0

    def hook(event: str, _: object) -> None:
        nonlocal count
        if event in CALLS:
            count += 1
            if count == step:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)
    work()
    os._exit(0)


def main() -> None:
    work = WORK[sys.argv[1]]
    before = [path.read_bytes() for path in FILES]
    outcomes = []
    was_killed, step = True, 0
    while was_killed:
        step += 1
        for path, content in zip(FILES, before, strict=True):
            path.write_bytes(content)
        was_killed = killed_at(step, work)
        codes = [finding.code for finding in check(edition())]
        outcomes.append(([path.read_text() for path in FILES], codes))
        if codes == ["erratum-unstated"]:
            keeping.state_errata(edition())
            assert list(check(edition())) == []
    print(json.dumps(outcomes))


if __name__ == "__main__":
    main()
