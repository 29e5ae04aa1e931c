"""``resources/conformance.json`` lists the checks that the tests declare, and leaves none out."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import defaultdict

import pytest

from fpviz.app import conformance
from fpviz.app.conformance import load_conformance
from fpviz.core.formats import CATALOGUE
from fpviz.core.formats.families.binary_names import BINARY
from tests.checkout import ROOT
from tests.conformance import Check, has_all_of_core, listed
from tests.conformance import declared as collected

by_format = pytest.mark.parametrize("fmt", BINARY.formats, ids=lambda fmt: fmt.name)


@pytest.fixture(scope="module")
def declared(request, tmp_path_factory):
    """What the tests of core declare, as pytest collects them: here, or beside this run."""
    if has_all_of_core(request.session):
        return collected(request.session)
    path = tmp_path_factory.mktemp("checks") / "declared.json"
    command = [sys.executable, "-m", "pytest", "-q", "--collect-only", "tests/core"]
    done = subprocess.run(
        [*command, f"--list-checks={path}"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    return json.loads(path.read_text())


def test_the_file_lists_the_checks_that_tests_declare(declared):
    tests = {Check(*check): number for *check, number in declared["checks"]}
    assert dict(listed().tests) == tests
    assert load_conformance().disagreements == tuple(declared["disagreements"])


@by_format
def test_every_format_is_checked_in_every_way(fmt):
    table = load_conformance()
    known = {(check.kind, check.scope, check.against) for check in table.of(fmt)}
    assert ("decoding", "", "definitions") in known
    assert ("encoding", "", "decoding") in known
    assert ("rounding", "every rule", "definitions") in known
    assert ("arithmetic", "every rule", "definitions") in known
    assert ("arrays", "every rule", "scalar") in known


WITHOUT_ORACLE = {
    "tf32": "no library has the type",
    **dict.fromkeys(("ibm128", "vax_g", "vax_h"), "libraries read the shorter ones alone"),
    **dict.fromkeys(("mil1750a_32", "mil1750a_48"), "vectors of Yamcs's tests are among ours"),
    **dict.fromkeys(
        ("c3x_short", "c3x_single", "c3x_extended"), "vectors of a published converter are"
    ),
    **dict.fromkeys(("microchip24", "microchip32"), "vectors of the application note are"),
    "linear11": "no oracle was found",
    **dict.fromkeys(("posit32", "posit64"), "posit-playground is asked about the shorter ones"),
    **dict.fromkeys(
        ("takum8", "takum16", "takum32", "takum64"), "libtakum is no package; its vectors are"
    ),
    **dict.fromkeys(("medfloat32", "sfloat16"), "no oracle was found"),
}
"""Formats that nothing made by others is asked about, and why; definitions hold for all."""


def test_every_format_is_checked_against_its_definition_and_others_or_is_known_not_to_be(declared):
    checked = defaultdict(set)
    for name, kind, scope, against, _ in declared["checks"]:
        checked[name].add((kind, scope, against))
    for fmt in CATALOGUE:
        assert ("decoding", "", "definitions") in checked[fmt.name], fmt.name
        assert ("encoding", "", "decoding") in checked[fmt.name], fmt.name
        others = {against for _, _, against in checked[fmt.name]} & {*conformance.LIBRARIES}
        assert bool(others) != (fmt.name in WITHOUT_ORACLE), (fmt.name, others)


def test_everything_that_is_listed_has_its_words():
    table = load_conformance()
    for check in table.checks:
        assert check.kind in conformance.KINDS
        assert check.scope in conformance.SCOPES
        assert check.against in conformance.ORACLES
    assert set(table.disagreements) == set(conformance.DISAGREEMENTS)
    assert set(table.versions) == {*conformance.LIBRARIES} - {"gcc", "decimal", "processor"}
