"""A cluster does the same work as this process."""

from __future__ import annotations

import sys

import pytest

from fpviz.data.census import census as counting
from tests.checkout import ROOT

LAST = ROOT / "tests" / "data" / "mlp_digits" / "mlp-digits-step2999.npz"


def test_who_looks_sees_how_much_is_done(run, monkeypatch):
    words = ("census", str(LAST), "--pairs", "--lr", "0.5", "--json", "-f", "bf16")
    expected = run(*words)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr(counting, "PIECE", 777)
    status, out, err = run(*words)
    shares = [int(each[:-2]) for each in err.split("\r") if each.endswith(" %")]
    assert (status, out, "") == expected
    assert shares == sorted(shares)
    assert shares[-1] == 100
    assert err.endswith("\r     \r")


def test_without_dask_it_says_how_to_get_it(run, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    status, out, err = run("census", str(LAST), "--cluster", "tcp://127.0.0.1:1")
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "pip install 'fpviz[cluster]'" in err


@pytest.mark.sweep
@pytest.mark.filterwarnings("ignore")
def test_workers_of_dask_change_no_byte(run, monkeypatch):
    distributed = pytest.importorskip("distributed", reason="Dask is not installed")
    words = ("census", str(LAST.relative_to(ROOT)), "--pairs", "--lr", "0.5", "--json")
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("PYTHONPATH", str(ROOT), prepend=":")
    expected = run(*words)
    monkeypatch.setattr(counting, "PIECE", 777)
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
    ) as cluster:
        found = run(*words, "--cluster", cluster.scheduler_address)
    assert found == expected
    assert found[0] == 0


@pytest.mark.sweep
@pytest.mark.filterwarnings("ignore")
def test_an_address_of_nobody_is_one_line(run, monkeypatch):
    pytest.importorskip("distributed", reason="Dask is not installed")
    status, out, err = run("census", str(LAST), "--cluster", "tcp://127.0.0.1:1")
    assert (status, out) == (2, "")
    assert "no scheduler of Dask answers at 'tcp://127.0.0.1:1'" in err.splitlines()[-1]
