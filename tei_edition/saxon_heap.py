# SPDX-License-Identifier: MIT
"""A heap for Saxon in which a few pages are made before it looks for garbage.

SaxonC runs in a virtual machine of its own. Its heap begins with room for 48 MB of new objects;
compiling one of our stylesheets takes 150 MB, so that garbage is collected three times before the
first page is written, each time with all that a stylesheet is made of: a quarter of that page's
time. Later collections find little, and cost nothing to speak of.

GraalVM takes the size of a heap as an argument where a machine is created (“Native Image C API”,
``graal_create_isolate``); SaxonC passes none on. So the machine is created here, and put where
SaxonC looks for one that is there already (``SaxonProcessor::sxn_environ`` in its C++ API).
"""

from __future__ import annotations

import ctypes
import sys

OPTIONS = ("-Xms640m",)
"""Of the virtual machine: three eighths of this are for new objects. Of the computer it takes
what is used: with one page the process is 260 MB large, and not 185."""

TESTED = frozenset({"13.1.1"})
"""Versions of SaxonC that are known to be made as is described here."""

_FORM = 4
"""The version of the form in which GraalVM is given its arguments."""
_MACHINE = "_ZN14SaxonProcessor11sxn_environE"
_IS_THERE = "_ZN14SaxonProcessor13jvmCreatedCPPE"


class _Arguments(ctypes.Structure):
    """``graal_create_isolate_params_t``."""

    _fields_ = (
        ("version", ctypes.c_int),
        ("reserved_address_space_size", ctypes.c_size_t),
        ("auxiliary_image_path", ctypes.c_char_p),
        ("auxiliary_image_reserved_space_size", ctypes.c_size_t),
        ("argc", ctypes.c_int),
        ("argv", ctypes.POINTER(ctypes.c_char_p)),
        ("pkey", ctypes.c_int),
        ("ignore_unrecognized_args", ctypes.c_char),
        ("exit_when_arguments_fail", ctypes.c_char),
    )


class _Machine(ctypes.Structure):
    """``sxnc_environment``."""

    _fields_ = (
        ("isolate", ctypes.c_void_p),
        ("thread", ctypes.c_void_p),
        ("mainthread", ctypes.c_void_p),
    )


_machine = _Machine()
"""The one of this process, if it was created here."""


def create(file: str, version: str) -> bool:
    """Create this process's virtual machine, before SaxonC does.

    ``file`` is the module of SaxonC as it is imported, a library, and ``version`` is its version.

    Gives False where nothing was done, and SaxonC creates its own as ever, only slower: with
    versions that were not tested, on systems other than Linux, where there is one already, or
    where there is no room.
    """
    if sys.platform != "linux" or version not in TESTED:
        return False
    library = ctypes.CDLL(file)  # and all that it is linked with
    is_there = ctypes.c_int.in_dll(library, _IS_THERE)
    machine = ctypes.c_void_p.in_dll(library, _MACHINE)
    if is_there.value:
        return False
    words = [b"saxon", *(option.encode() for option in OPTIONS)]
    arguments = _Arguments(
        version=_FORM,
        argc=len(words),
        argv=(ctypes.c_char_p * (len(words) + 1))(*words),
        ignore_unrecognized_args=1,
    )
    isolate, thread = ctypes.c_void_p(), ctypes.c_void_p()
    create_isolate = library.graal_create_isolate
    if create_isolate(ctypes.byref(arguments), ctypes.byref(isolate), ctypes.byref(thread)):
        return False
    _machine.isolate, _machine.thread, _machine.mainthread = isolate, thread, thread
    # SaxonC looks there to the very end, when Python has let go of modules and what is in them.
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(_machine))
    machine.value = ctypes.addressof(_machine)
    is_there.value = 1
    return True
