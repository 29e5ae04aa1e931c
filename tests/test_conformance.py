"""``resources/conformance.json`` lists the checks that the tests declare, and leaves none out."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from fpviz.app import conformance
from fpviz.app.conformance import load_conformance
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


@by_format
def test_every_format_but_one_is_checked_against_a_library(fmt):
    against = {check.against for check in load_conformance().of(fmt)}
    libraries = against & {"numpy", "ml_dtypes", "gfloat", "MPFR"}
    assert libraries or fmt.name == "tf32"  # which no library has


def test_everything_that_is_listed_has_its_words():
    table = load_conformance()
    for check in table.checks:
        assert check.kind in conformance.KINDS
        assert check.scope in conformance.SCOPES
        assert check.against in conformance.ORACLES
    assert set(table.disagreements) == set(conformance.DISAGREEMENTS)
    assert {"numpy", "ml_dtypes", "gfloat", "MPFR"} == set(table.versions)
