"""RELAX NG's own library, the library of DTD compatibility, and unknown ones."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tei_edition.relaxng.datatypes import (
    BUILTIN,
    DTD_COMPATIBILITY,
    XML_SCHEMA,
    DatatypeError,
    library,
)


def test_an_unknown_library_is_none():
    assert library("http://example.org/") is None
    assert library(XML_SCHEMA + "/") is None


def test_a_library_is_made_once():
    for uri in (BUILTIN, XML_SCHEMA, DTD_COMPATIBILITY):
        assert library(uri) is library(uri)
        assert library(uri).uri == uri


def test_the_builtin_library_compares_strings_as_they_are_and_tokens_normalised():
    string, token = (library(BUILTIN).datatype(name) for name in ("string", "token"))
    for tested in (string, token):
        assert tested.allows("")
        assert tested.checker()(" \n")
    assert string.key(" a ") != string.key("a")
    assert token.key(" a\n b ") == token.key("a b")
    assert token.key("a\u00a0b") != token.key("a b")


def test_the_builtin_library_has_nothing_else():
    with pytest.raises(DatatypeError, match="not “integer”"):
        library(BUILTIN).datatype("integer")
    with pytest.raises(DatatypeError, match="takes no parameters") as caught:
        library(BUILTIN).datatype("token", [("pattern", "a")])
    assert caught.value.param == 0


def test_dtd_compatibility_has_id_idref_and_idrefs_only():
    compatible = library(DTD_COMPATIBILITY)
    for name in ("ID", "IDREF", "IDREFS"):
        tested = compatible.datatype(name)
        assert tested.id_type == name
        assert tested.allows(" a ")
        assert not tested.allows("1")
    assert compatible.datatype("IDREFS").allows("a b")
    with pytest.raises(DatatypeError, match="only"):
        compatible.datatype("token")
    with pytest.raises(DatatypeError, match="takes no parameters") as caught:
        compatible.datatype("ID", [("maxLength", "3")])
    assert caught.value.param == 0


def test_the_same_type_with_the_same_parameters_is_the_same_object():
    types = library(XML_SCHEMA)
    assert types.datatype("token", [("pattern", "a")]) is types.datatype(
        "token", (("pattern", "a"),)
    )
    assert types.datatype("token") is not types.datatype("token", [("pattern", "a")])


def test_no_large_library_is_imported_for_datatypes(repository):
    program = (
        "import sys\n"
        "from tei_edition.relaxng.datatypes import XML_SCHEMA, library\n"
        "types = library(XML_SCHEMA)\n"
        "assert types.datatype('token', [('pattern', r'[^\\p{C}\\p{Z}]+')]).checker()('é')\n"
        "assert types.datatype('date').checker()('1950-09-30')\n"
        "assert types.datatype('NCName').checker()('é')\n"
        "large = {'elementpath', 'lxml', 'decimal', 'datetime', 'fractions', 'jsonschema'}\n"
        "sys.exit(' '.join(large & set(sys.modules)) or 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=repository
    )
    assert done.returncode == 0, done.stderr
