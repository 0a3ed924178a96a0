# SPDX-License-Identifier: MIT
"""The datatypes of W3C XML Schema Part 2 (1.0, Second Edition), as RELAX NG uses them.

``types`` lists them; ``numbers``, ``dates``, ``durations``, ``names``, ``binary`` and ``uris`` say
what texts and values they have, ``facets`` what the parameters restrict; ``library`` puts the two
together, after "Guidelines for using W3C XML Schema Datatypes with RELAX NG".
"""
