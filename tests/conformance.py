"""Which formats are checked against what: counted by the tests that check it.

A test declares its check with ``checks`` and tells ``compared`` how many results it has compared.
The counts are kept in ``resources/conformance.json``, which the program shows. A run fails when
it counts otherwise than the file says; ``test_conformance.py`` fails when the file lists other
checks than the tests declare. To write the file anew:

    python -m pytest tests/core --write-conformance
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

import gmpy2
import pytest

from fpviz.core.formats import CATALOGUE
from tests.checkout import ROOT

FILE = ROOT / "resources" / "conformance.json"
KINDS = ("decoding", "encoding", "rounding", "arithmetic", "arrays")
INSTALLED = ("numpy", "ml_dtypes", "gfloat", "en_dtypes", "apytypes", "rms-vax")
ASKED_BEFORE = {"ibm2ieee": "1.3.3", "posit-playground": "0.1.3"}
"""Oracles that want other libraries than the tests have: what they say is kept as a digest."""

_NAMES = [fmt.name for fmt in CATALOGUE]


@dataclass(frozen=True, order=True)
class Check:
    """What of a format is checked, within what scope, against whose results."""

    format: str
    kind: str
    scope: str
    against: str


def checks(
    kind: str, scope: str = "", *, against: str | Callable[[str], str], name: str = ""
) -> pytest.MarkDecorator:
    """Declares what a test checks: of the format ``name``, or of the one it is parametrized by.

    ``against`` may depend on the format's name. A test that checks several things of the same
    codes has several.
    """
    assert kind in KINDS
    return pytest.mark.checks(kind, scope, against, name)


def disagrees(key: str) -> pytest.MarkDecorator:
    """Declares that a test shows an oracle to differ from fpviz; the program words it."""
    return pytest.mark.disagrees(key)


def checks_of(item: pytest.Item) -> list[Check]:
    """The checks that a test declares, of the catalogue's formats; custom ones are not listed."""
    if item.get_closest_marker("sweep"):
        return []
    found = (_check(item, *mark.args) for mark in item.iter_markers("checks"))
    return [check for check in found if check.format in _NAMES]


def _check(
    item: pytest.Item, kind: str, scope: str, against: str | Callable[[str], str], name: str
) -> Check:
    if not name:
        params = item.callspec.params
        found = next(params[key] for key in ("fmt", "name", "target") if key in params)
        name = getattr(found, "name", found)
    return Check(name, kind, scope, against if isinstance(against, str) else against(name))


class Ledger:
    """How many tests have checked what, and how many results they have compared."""

    def __init__(self) -> None:
        self.tests = Counter[Check]()
        self.cases = Counter[Check]()

    def add(self, check: Check, cases: int) -> None:
        assert cases > 0
        self.tests[check] += 1
        self.cases[check] += cases

    def rows(self) -> list[dict[str, str | int]]:
        """The rows of the file."""
        ordered = sorted(self.tests, key=lambda check: (_NAMES.index(check.format), check))
        return [
            {**asdict(check), "tests": self.tests[check], "cases": self.cases[check]}
            for check in ordered
        ]


def listed() -> Ledger:
    """What the file says."""
    ledger = Ledger()
    for row in json.loads(FILE.read_text())["checks"]:
        check = Check(row["format"], row["kind"], row["scope"], row["against"])
        ledger.tests[check], ledger.cases[check] = row["tests"], row["cases"]
    return ledger


def write(ledger: Ledger, disagreements: list[str]) -> None:
    """Write the file, a row a line."""
    rows = ",\n".join(f"    {json.dumps(row)}" for row in ledger.rows())
    versions = {name: metadata.version(name) for name in INSTALLED}
    versions |= {"MPFR": gmpy2.mpfr_version().removeprefix("MPFR ")} | ASKED_BEFORE
    FILE.write_text(
        f'{{\n  "versions": {json.dumps(versions)},\n'
        f'  "disagreements": {json.dumps(disagreements)},\n'
        f'  "checks": [\n{rows}\n  ]\n}}\n'
    )


# -- for pytest: conftest.py takes these in ------------------------------------------------------


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("fpviz")
    group.addoption("--write-conformance", action="store_true", help="write what was counted")
    group.addoption("--list-checks", type=Path, help="write the checks that tests declare")


def pytest_collection_finish(session: pytest.Session) -> None:
    if path := session.config.getoption("--list-checks"):
        path.write_text(json.dumps(declared(session)))


def declared(session: pytest.Session) -> dict[str, list[Any]]:
    """What the tests that were collected declare: the checks, each with its tests' number last."""
    tests = Counter(check for item in session.items for check in checks_of(item))
    rows = [[*asdict(check).values(), number] for check, number in tests.items()]
    return {"checks": rows, "disagreements": _disagreements(session)}


def has_all_of_core(session: pytest.Session) -> bool:
    """Whether all tests of core were collected, and none of them left out by a choice."""
    options, core = session.config.option, ROOT / "tests" / "core"
    given = [session.config.invocation_params.dir / arg for arg in session.config.args]
    chosen = options.keyword or options.markexpr or options.deselect or options.lf
    return not chosen and any(path in (core, *core.parents) for path in given)


def _disagreements(session: pytest.Session) -> list[str]:
    marks = (mark for item in session.items for mark in item.iter_markers("disagrees"))
    return sorted({mark.args[0] for mark in marks})


@pytest.fixture(scope="session")
def ledger(request: pytest.FixtureRequest) -> Iterator[Ledger]:
    """What this run counts; at its end, the file is to say the same of what was run entirely."""
    counted = Ledger()
    yield counted
    if request.config.getoption("--write-conformance"):
        write(counted, _disagreements(request.session))
        return
    known = listed()
    for check, cases in counted.cases.items():
        if counted.tests[check] >= known.tests[check]:
            said = known.tests[check], known.cases[check]
            assert (counted.tests[check], cases) == said, f"{FILE.name} is stale: {check}"


@pytest.fixture
def compared(request: pytest.FixtureRequest, ledger: Ledger) -> Callable[[int], None]:
    """Takes how many results a test has compared, once it has."""
    checks = checks_of(request.node)

    def count(cases: int) -> None:
        for check in checks:
            ledger.add(check, cases)

    return count
