"""Does a piece of work again and again, and kills it (SIGKILL) at its first, second, … system call
until it comes through. Run as a program, in the folder of an edition; prints what it left, as JSON.
"""

from __future__ import annotations

import json
import os
import signal
import sys

from tei_edition.citations import check
from tests.citations.faults import WORK, Work, complete, contents, edition, restore

CALLS = ("open", "tempfile.mkstemp", "os.chmod", "os.rename", "os.remove", "fcntl.flock")


def killed_at(step: int, work: Work) -> bool:
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
    work.do(edition())
    os._exit(0)


def main() -> None:
    work = WORK[sys.argv[1]]
    before = contents()
    outcomes = []
    was_killed, step = True, 0
    while was_killed:
        step += 1
        restore(before)
        was_killed = killed_at(step, work)
        left = contents()
        codes = [finding.code for finding in check(edition())]
        said = complete(work) if was_killed else ""
        outcomes.append(
            {
                "left": [each.decode() for each in left],
                "codes": codes,
                "said": said,
                "completed": [each.decode() for each in contents()],
            }
        )
    print(json.dumps(outcomes))


if __name__ == "__main__":
    main()
