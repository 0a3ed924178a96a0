"""A function in a process that can be killed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tei_edition.worker import DiedError, OverdueError, Worker

_FUNCTIONS = """
import os, time
def double(request):
    print("noise on standard output")
    return {"twice": request * 2, "process": os.getpid()}
def sleepy(request):
    time.sleep(request)
    return "awake"
def die(request):
    os._exit(3)
def hoard(request):
    return len(bytearray(request))
"""


@pytest.fixture
def functions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (tmp_path / "some_functions.py").write_text(_FUNCTIONS, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    return "some_functions"


def test_answers_come_from_another_process_which_stays(functions: str) -> None:
    worker = Worker(f"{functions}:double")
    try:
        first, second = worker.call("añ", 10), worker.call([1], 10)
    finally:
        worker.close()
    assert isinstance(first, dict)
    assert isinstance(second, dict)
    assert first["twice"] == "añañ"
    assert second["twice"] == [1, 1]
    assert first["process"] == second["process"] != os.getpid()


def test_large_requests_and_answers_arrive_whole(functions: str) -> None:
    worker = Worker(f"{functions}:double")
    try:
        answer = worker.call("x" * 5_000_000, 20)
    finally:
        worker.close()
    assert isinstance(answer, dict)
    assert answer["twice"] == "x" * 10_000_000


def test_what_takes_too_long_is_killed_and_the_next_call_works(functions: str) -> None:
    worker = Worker(f"{functions}:sleepy")
    try:
        with pytest.raises(OverdueError):
            worker.call(60, 0.5)
        assert worker.call(0, 10) == "awake"
    finally:
        worker.close()


def test_a_process_that_ends_is_an_error_and_the_next_call_works(functions: str) -> None:
    worker = Worker(f"{functions}:die")
    try:
        for _ in range(2):
            with pytest.raises(DiedError):
                worker.call(None, 10)
    finally:
        worker.close()


@pytest.mark.skipif(not Path("/proc/self/limits").exists(), reason="bounded on Linux only")
def test_memory_is_bounded(functions: str) -> None:
    worker = Worker(f"{functions}:hoard", memory=512 << 20)
    try:
        assert worker.call(1 << 20, 10) == 1 << 20
        with pytest.raises(DiedError):
            worker.call(1 << 30, 10)
    finally:
        worker.close()


def test_closing_ends_the_process(functions: str) -> None:
    worker = Worker(f"{functions}:double")
    answer = worker.call(1, 10)
    worker.close()
    assert isinstance(answer, dict)
    process = answer["process"]
    assert isinstance(process, int)
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
