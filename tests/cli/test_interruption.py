# SPDX-License-Identifier: MIT
"""Ctrl-C, and other ways to be ended from outside, end a command quietly, whenever they come."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    os.name == "nt", reason="Windows has no signals for a process: run it elsewhere"
)

DEADLINE = 60
"""Seconds after which something that has not happened will not happen."""

PROGRAM = """
import os, signal, sys

class Interrupting:
    # Sends SIGINT when a module is looked for.
    def find_spec(self, name, path=None, target=None):
        if name == module:
            os.kill(os.getpid(), signal.SIGINT)

_, module, *arguments = sys.argv
sys.argv = ["tei-edition", *arguments]
sys.meta_path.insert(0, Interrupting())
from tei_edition.__main__ import main
main()
"""


def run_program(
    program: str, *arguments: str, cwd: Path, repository: Path
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(repository)},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=DEADLINE,
    )


@pytest.mark.parametrize(
    "module",
    ["tei_edition.cli", "click", "tei_edition.cli.validate", "tei_edition.checks.run", "tomllib"],
)
def test_an_interruption_while_modules_are_read_is_no_traceback(
    repository: Path, tmp_path: Path, module: str
) -> None:
    (tmp_path / "a.xml").write_text("<a/>")
    (tmp_path / "edition.toml").write_text('documents = ["a.xml"]\n[edition]\ntitle = "A"\n')
    done = run_program(PROGRAM, module, "validate", "a.xml", cwd=tmp_path, repository=repository)
    assert (done.returncode, done.stdout) == (130, "")
    assert done.stderr.strip() == "tei-edition: interrupted"


ODDLY_TIMED = {
    "in a finaliser, out of which no exception leads": """
class Finalised:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGINT)
        sum(range(10))
def command_line():
    Finalised()
    while True:
        pass
""",
    "again, while the first is being heeded": """
def command_line():
    try:
        os.kill(os.getpid(), signal.SIGINT)
        sum(range(10))
    finally:
        os.kill(os.getpid(), signal.SIGINT)
        sum(range(10))
""",
    "when all is done": """
import atexit
def command_line():
    atexit.register(os.kill, os.getpid(), signal.SIGINT)
    sys.exit(0)
""",
}


@pytest.mark.parametrize("when", ODDLY_TIMED)
def test_an_interruption_is_not_lost_and_no_traceback_whenever_it_comes(
    repository: Path, tmp_path: Path, when: str
) -> None:
    program = f"""import os, signal, sys
from tei_edition import cli
{ODDLY_TIMED[when]}
cli.main = command_line
from tei_edition.__main__ import main
main()
"""
    done = run_program(program, cwd=tmp_path, repository=repository)
    assert (done.returncode, done.stderr) == (130, "tei-edition: interrupted\n")


TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p>Text {}</p></body>
</text></TEI>"""
EDITION = """documents = ["a.xml", "b.xml"]
[edition]
title = "Letters"
editors = ["Ada Editor"]
base_url = "https://example.org/letters/"
[rendering]
templates = "theme.xsl"
"""
ENDLESS = "count(for $i in 1 to 1000000, $j in 1 to 1000000 return ($i + $j)[. = -1])"
THEME = f"""<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="tei-edition:html.xsl"/>
<xsl:template match="*:hi" mode="html"><b><xsl:value-of select="{ENDLESS}"/></b></xsl:template>
</xsl:stylesheet>"""
RULES = f"""<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3">
<ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/>
<pattern><rule context="tei:hi"><assert test="{ENDLESS} = 0">x</assert></rule></pattern></schema>"""

Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def endless(repository: Path, tmp_path: Path) -> Iterator[Start]:
    """A function (arguments) → a command that never ends by itself, in a session of its own."""
    (tmp_path / "a.xml").write_text(TEI.format("A"), encoding="utf-8")
    (tmp_path / "b.xml").write_text(TEI.format("<hi>B</hi>"), encoding="utf-8")
    (tmp_path / "edition.toml").write_text(EDITION, encoding="utf-8")
    (tmp_path / "theme.xsl").write_text(THEME, encoding="utf-8")
    (tmp_path / "rules.sch").write_text(RULES, encoding="utf-8")
    (tmp_path / "temporary").mkdir()
    processes = []

    def start(*arguments: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "tei_edition", *arguments],
            cwd=tmp_path,
            env={
                **os.environ,
                "PYTHONPATH": str(repository),
                "TMPDIR": str(tmp_path / "temporary"),
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )
        processes.append(process)
        return process

    yield start
    for process in processes:
        process.kill()
        process.communicate()


def wait_until(happened: Callable[[], bool], process: subprocess.Popen[str]) -> None:
    end = time.monotonic() + DEADLINE
    while not happened():
        assert time.monotonic() < end
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.02)


def children_of(process: int) -> list[int]:
    """The processes that a process has started, in whatever thread."""
    threads = Path(f"/proc/{process}/task").glob("*/children")
    return [int(child) for each in threads for child in each.read_text(encoding="utf-8").split()]


@pytest.mark.parametrize(
    ("arguments", "kill", "number", "status", "words"),
    [
        ((), os.kill, signal.SIGINT, 130, "interrupted"),
        (("-j", "2"), os.killpg, signal.SIGINT, 130, "interrupted"),
        (("-j", "1"), os.killpg, signal.SIGTERM, 143, "ended by another program (SIGTERM)"),
        ((), os.killpg, signal.SIGHUP, 129, "ended, as its terminal was closed (SIGHUP)"),
    ],
)
def test_a_template_that_comes_to_no_end_is_ended(
    endless: Start,
    tmp_path: Path,
    arguments: tuple[str, ...],
    kill: Callable[[int, int], None],
    number: signal.Signals,
    status: int,
    words: str,
) -> None:
    process = endless("render", "-o", "site", *arguments)
    wait_until((tmp_path / "site" / "a.html").is_file, process)
    kill(process.pid, number)  # to it alone, or, as a terminal does it, to all of its group
    # Its workers have its standard error, too: that ends when the last of them does.
    _, said = process.communicate(timeout=DEADLINE)
    assert (process.returncode, said.strip()) == (status, f"tei-edition: {words}")
    assert not list((tmp_path / "temporary").iterdir())
    assert not list((tmp_path / "site").rglob(".*.tmp"))
    assert (tmp_path / "site" / "a.html").read_text(encoding="utf-8").endswith("</html>")


@pytest.mark.skipif(sys.platform != "linux", reason="children are found in /proc: run it on Linux")
@pytest.mark.parametrize(
    ("number", "arguments"),
    [
        (signal.SIGINT, ("render", "-o", "-", "--to", "html", "b.xml")),
        (signal.SIGKILL, ("render", "-o", "-", "--to", "html", "b.xml")),
        (signal.SIGINT, ("validate", "--schema", "rules.sch", "a.xml", "b.xml")),
        (signal.SIGTERM, ("validate", "--schema", "rules.sch", "-j", "2", "a.xml", "b.xml")),
        (signal.SIGKILL, ("validate", "--schema", "rules.sch", "-j", "2", "a.xml", "b.xml")),
    ],
)
def test_what_works_for_a_command_ends_with_it(
    endless: Start, arguments: tuple[str, ...], number: signal.Signals
) -> None:
    process = endless(*arguments)
    wait_until(lambda: bool(children_of(process.pid)), process)
    workers = children_of(process.pid)
    workers += [grandchild for worker in workers for grandchild in children_of(worker)]
    process.send_signal(number)
    _, said = process.communicate(timeout=DEADLINE)
    assert process.returncode in {130, 143, -signal.SIGKILL}
    assert "Traceback" not in said
    end = time.monotonic() + DEADLINE
    while any(is_running(worker) for worker in workers):
        assert time.monotonic() < end
        os.sched_yield()


def is_running(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2]
    except OSError:
        return False
    return state.split()[0] not in {"Z", "X"}
