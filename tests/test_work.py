from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time

import pytest

from tei_edition.work import Failure, Pool, run


def square(number: int) -> int:
    return number * number


def hostile(number: int) -> int:
    if number == 2:
        os._exit(9)
    if number == 4:
        time.sleep(600)
    if number == 6:
        raise ValueError("six")
    return number


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_order_from_any_number_of_processes(jobs: int) -> None:
    assert list(run(square, range(40), jobs=jobs)) == [number * number for number in range(40)]


def test_a_worker_that_dies_or_hangs_costs_only_its_own_piece() -> None:
    results = list(run(hostile, range(6), jobs=2, deadline=3))
    assert [result for result in results if not isinstance(result, Failure)] == [0, 1, 3, 5]
    dead, hung = (result for result in results if isinstance(result, Failure))
    assert dead.piece == 2
    assert "unexpectedly" in dead.reason
    assert hung.piece == 4
    assert "3 seconds" in hung.reason


def test_a_piece_is_begun_and_its_result_taken_later() -> None:
    with Pool(hostile, 1) as pool:
        result = pool.begin(3)
        assert result() == 3
        assert isinstance(pool.begin(2)(), Failure)
        assert list(pool.each([0, 1])) == [0, 1]


def test_an_exception_of_the_function_reaches_the_caller() -> None:
    with pytest.raises(ValueError, match="six"):
        list(run(hostile, [6], jobs=2, deadline=60))


def is_interruptible(_: int) -> bool:
    return signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no masks: run it elsewhere")
def test_an_interruption_reaches_no_worker_while_it_starts_and_is_held_back_from_us_no_longer() -> (
    None
):
    assert list(run(is_interruptible, [0, 1], jobs=2)) == [False, False]
    assert is_interruptible(0)


_STOPPED_EARLY = """
import os, signal, sys
from tei_edition import work
from tei_edition.interruption import Ending
Ending().listen()
begin = os.fork
def fork():
    # The signal that asks a worker to leave comes before the worker can heed it.
    child = begin()
    if child:
        os.kill(child, signal.SIGTERM)
    return child
os.fork = fork
pool = work.Pool(abs, 1)
pool.start()
worker, = pool._idle
worker.process.join(30)
status = worker.process.exitcode
worker.process.kill()
sys.exit(status != 0)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="forks on Linux only: run it there")
def test_a_worker_that_is_asked_to_leave_before_it_is_ready_leaves() -> None:
    done = subprocess.run([sys.executable, "-c", _STOPPED_EARLY], timeout=120)
    assert done.returncode == 0


def test_no_work_gives_no_results() -> None:
    assert list(run(square, [], jobs=2)) == []


def test_workers_may_be_started_before_their_work_is_known() -> None:
    pool: Pool[int, int] = Pool(square, 2)
    pool.start()
    processes = multiprocessing.active_children()
    assert len(processes) == 2
    assert list(pool.results(range(5))) == [0, 1, 4, 9, 16]
    assert not set(multiprocessing.active_children()) & set(processes)


def test_workers_stay_for_more_work_until_it_is_done() -> None:
    with Pool(square, 2) as pool:
        assert list(pool.each(range(5))) == [0, 1, 4, 9, 16]
        processes = set(multiprocessing.active_children())
        assert len(processes) == 2
        assert list(pool.each(range(3))) == [0, 1, 4]
        assert processes <= set(multiprocessing.active_children())
    assert not processes & set(multiprocessing.active_children())


def test_workers_end_when_their_work_is_not_wanted() -> None:
    pool: Pool[int, int] = Pool(square, 2)
    pool.start()
    pool.end()
    assert not multiprocessing.active_children()


_PARENT = """
import time
from tei_edition.work import Pool
pool = Pool(abs, 2)
pool.start()
print("started", flush=True)
time.sleep(600)
"""


def test_workers_end_with_the_process_that_they_work_for() -> None:
    with subprocess.Popen([sys.executable, "-c", _PARENT], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline()
        parent.kill()
        # The workers have its standard output, too: that ends when the last of them does.
        parent.communicate(timeout=60)
