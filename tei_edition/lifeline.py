# SPDX-License-Identifier: MIT
"""A process that ends with the one it works for, even within a call that cannot be interrupted."""

from __future__ import annotations

import os
import sys


def hold(descriptor: int) -> None:
    """End this process when the other end of a pipe closes through which nothing is ever sent.

    The system does that (Linux: ``SIGIO``), so that it happens also while Saxon works. Elsewhere a
    process learns that its parent is gone when it next asks it for work.
    """
    if sys.platform != "linux":
        return
    import fcntl
    import select
    import signal

    signal.signal(signal.SIGIO, signal.SIG_DFL)
    fcntl.fcntl(descriptor, fcntl.F_SETOWN, os.getpid())
    flags = fcntl.fcntl(descriptor, fcntl.F_GETFL)
    fcntl.fcntl(descriptor, fcntl.F_SETFL, flags | os.O_ASYNC)
    if select.select([descriptor], [], [], 0)[0]:  # it was closed before anybody could tell
        os._exit(1)
