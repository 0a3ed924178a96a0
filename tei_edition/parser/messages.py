# SPDX-License-Identifier: MIT
"""Words for those of expat's errors that say everything by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.parsers.expat import errors

if TYPE_CHECKING:
    from tei_edition.parser.scene import Words

FIXED: dict[str, Words] = {
    errors.XML_ERROR_MISPLACED_XML_PI: (
        "declaration-misplaced",
        "the XML declaration (<?xml …?>) does not stand at the very start of the file",
        "take out what stands before it, blanks and empty lines too",
    ),
    errors.XML_ERROR_XML_DECL: (
        "declaration-wrong",
        "the XML declaration is not as it must be",
        'write <?xml version="1.0" encoding="UTF-8"?>',
    ),
    errors.XML_ERROR_RECURSIVE_ENTITY_REF: ("entity-loop", "this entity refers to itself", ""),
    errors.XML_ERROR_ASYNC_ENTITY: (
        "entity-unbalanced",
        "this entity opens an element that it does not close, or closes one that it did not open",
        "an entity has to hold whole elements",
    ),
    errors.XML_ERROR_BINARY_ENTITY_REF: (
        "external-entity",
        "this reference is to an entity that is no XML (NDATA)",
        "name such a file in an attribute, for instance graphic/@url",
    ),
    errors.XML_ERROR_PARTIAL_CHAR: (
        "encoding-wrong",
        "the file ends in the middle of a character",
        "was it cut off when it was copied?",
    ),
    errors.XML_ERROR_UNDECLARING_PREFIX: (
        "undeclared-prefix",
        "a prefix cannot be declared with an empty namespace",
        "take the declaration out, or write the namespace",
    ),
    errors.XML_ERROR_RESERVED_PREFIX_XML: (
        "reserved-prefix",
        "the prefix “xml” belongs to XML itself and cannot be given another namespace",
        "take the declaration out: “xml” is always declared",
    ),
    errors.XML_ERROR_RESERVED_PREFIX_XMLNS: (
        "reserved-prefix",
        "the prefix “xmlns” belongs to XML itself and cannot be declared",
        "take the declaration out",
    ),
    errors.XML_ERROR_RESERVED_NAMESPACE_URI: (
        "reserved-prefix",
        "this namespace belongs to XML itself and cannot be given another prefix",
        "take the declaration out",
    ),
    "limit on input amplification factor (from DTD and entities) breached": (
        "entity-too-large",
        "the entities of this file multiply without measure",
        "write the text where it belongs",
    ),
}
