"""The same verdicts as jing, but where the cases say that, and why, they differ."""

from __future__ import annotations

import random
from collections.abc import Iterator

from tei_edition.relaxng.datatypes import XML_SCHEMA, library


def test_jing_has_the_verdicts_of_the_cases(cases, jing, data):
    asked = [
        (
            data(case["type"], case.get("params", [])),
            case.get("valid", []) + case.get("invalid", []),
        )
        for case in cases
    ]
    for case, (_, texts), verdicts in zip(cases, asked, jing(asked), strict=True):
        if verdicts is None:
            assert case.get("jing_refuses"), case["section"]
            continue
        assert not case.get("jing_refuses"), case["section"]
        differing = [
            text
            for text, verdict in zip(texts, verdicts, strict=True)
            if verdict != (text in case.get("valid", []))
        ]
        assert sorted(differing) == sorted(case.get("jing_differs", [])), case["section"]


def test_jing_takes_the_same_texts_for_the_same_value(cases, jing, value):
    pairs = [
        (case, one, other, wanted)
        for case in cases
        for wanted in ("same", "different")
        for one, other in case.get(wanted, ())
    ]
    asked = [(value(case["type"], one), [other]) for case, one, other, _ in pairs]
    for (case, one, other, wanted), verdicts in zip(pairs, jing(asked), strict=True):
        expected = wanted == "same" or [one, other] in case.get("jing_same", ())
        assert verdicts == [expected], (case["section"], one, other)


def test_jing_refuses_the_same_types_and_parameters(read, jing, data):
    cases = read("parameters")["wrong"]
    asked = [(data(case["type"], case.get("params", [])), []) for case in cases]
    for case, verdicts in zip(cases, jing(asked), strict=True):
        assert (verdicts is not None) == ("jing_accepts" in case), case


def test_jing_refuses_the_same_expressions(read, jing, data):
    patterns = read("patterns")["illegal"]["patterns"]
    asked = [(data("string", [["pattern", pattern]]), []) for pattern in patterns]
    for pattern, verdicts in zip(patterns, jing(asked), strict=True):
        assert verdicts is None, pattern


def random_expression(random_: random.Random, depth: int = 0) -> str:
    atoms = [
        "a",
        "b",
        "c",
        ".",
        "[ab]",
        "[^a]",
        r"\d",
        "[a-c-[b]]",
        r"\w",
        r"\p{L}",
        r"[\d\s]",
        "-",
    ]
    kind = random_.random()
    if depth > 3 or kind < 0.35:
        return random_.choice(atoms)
    inner = random_expression(random_, depth + 1)
    if kind < 0.55:
        return inner + random_expression(random_, depth + 1)
    if kind < 0.7:
        return f"({inner}|{random_expression(random_, depth + 1)})"
    return f"({inner}){random_.choice(['*', '+', '?', '{2}', '{1,3}', '{0,2}', '{2,}'])}"


def random_date(random_: random.Random, name: str) -> str:
    year = random_.choice(["", "", "-"]) + f"{random_.randint(0, 2100):04}"
    month, day = f"{random_.randint(0, 13):02}", f"{random_.randint(0, 32):02}"
    time = ":".join(f"{random_.randint(0, most):02}" for most in (24, 60, 61))
    time += random_.choice(["", "", ".5", ".120"])
    zone = random_.choice(["", "", "Z", "+01:00", "-05:30", "+14:00", "-12:59", "+14:01", "z"])
    parts = {
        "dateTime": f"{year}-{month}-{day}T{time}",
        "date": f"{year}-{month}-{day}",
        "time": time,
        "gYear": year,
        "gYearMonth": f"{year}-{month}",
        "gMonthDay": f"--{month}-{day}",
        "gDay": f"---{day}",
        "gMonth": f"--{month}",
    }
    return parts[name] + zone


def random_duration(random_: random.Random) -> str:
    def some(letters: str) -> str:
        return "".join(random_.choice(["", f"{random_.randint(0, 40)}{x}"]) for x in letters)

    return random_.choice(["", "-"]) + "P" + some("YMD") + random_.choice(["", "T"]) + some("HMS")


def random_text(random_: random.Random, characters: str, longest: int) -> str:
    return "".join(random_.choices(characters, k=random_.randint(0, longest)))


def random_cases() -> Iterator[tuple[str, list[list[str]], list[str]]]:
    random_ = random.Random(20021)

    def texts(characters: str, longest: int, number: int) -> list[str]:
        return [random_text(random_, characters, longest) for _ in range(number)]

    for _ in range(300):
        yield "string", [["pattern", random_expression(random_)]], texts("abcx1- ", 6, 12)
    heads = ["", "http://", "a:", "//", "//[", "/", "http://[::1]", "#", "?"]
    uris = [
        random_.choice(heads) + random_text(random_, "ab1:/?#[]@%41.-_!,;= é<|", 8)
        for _ in range(3000)
    ]
    addresses = [f"//[{random_text(random_, '0:1fF.', 12)}]" for _ in range(1500)]
    yield "anyURI", [], uris + addresses
    bounds = {
        "dateTime": "1500-06-15T12:00:00Z",
        "date": "1500-06-15",
        "time": "12:00:00Z",
        "gYear": "1500",
        "gYearMonth": "1500-06Z",
        "gMonthDay": "--06-15",
        "gDay": "---15Z",
        "gMonth": "--06",
    }
    for name, bound in bounds.items():
        for params in ([], [["minInclusive", bound]], [["maxExclusive", bound]]):
            yield name, params, [random_date(random_, name) for _ in range(400)]
    for bound in ("P1Y", "P5M", "-P1M", "PT36H"):
        for facet in ("minInclusive", "maxExclusive"):
            yield "duration", [[facet, bound]], [random_duration(random_) for _ in range(300)]
    for name in ("decimal", "integer", "byte", "double", "nonPositiveInteger", "unsignedInt"):
        yield name, [], texts("0123+-.eE", 5, 400)
    for name in ("QName", "NCName", "Name", "NMTOKENS", "IDREFS", "language"):
        yield name, [], texts("ab1:-.é ", 8, 400)
    for name in ("hexBinary", "base64Binary"):
        yield name, [], texts("AAQg0=/ ", 9, 600)


def test_jing_agrees_on_random_texts(jing, data):
    cases = list(random_cases())
    answers = jing([(data(name, params), texts) for name, params, texts in cases])
    allowed = total = 0
    for (name, params, texts), verdicts in zip(cases, answers, strict=True):
        assert verdicts is not None, (name, params)
        tested = library(XML_SCHEMA).datatype(name, [(n, v) for n, v in params])
        namespaces = {"a": "urn:a", "b": "urn:a", "c": "urn:c"}
        for text, verdict in zip(texts, verdicts, strict=True):
            assert tested.allows(text, namespaces) == verdict, (name, params, text)
            total += 1
            allowed += verdict
    assert 0.1 < allowed / total < 0.9, "the random texts must be of both kinds"
