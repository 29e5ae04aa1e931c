"""What every test shares: one hypothesis profile, and the long sweeps left out unless asked for."""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Iterator

import pytest
from hypothesis import is_hypothesis_test, settings

from tests.conformance import (  # noqa: F401 - pytest finds them here
    compared,
    ledger,
    pytest_addoption,
    pytest_collection_finish,
)

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything loads Qt

# Some examples build numbers of a hundred thousand bits: their time says nothing about a defect.
settings.register_profile("fpviz", deadline=None, print_blob=True, max_examples=40)
settings.register_profile("sweep", settings.get_profile("fpviz"), max_examples=200)


def pytest_configure(config: pytest.Config) -> None:
    """A property is tried with some examples in each run, and with more in the sweep."""
    settings.load_profile("sweep" if _sweeps(config) else "fpviz")


def _sweeps(config: pytest.Config) -> bool:
    chosen = config.option.markexpr
    return "sweep" in chosen and "not sweep" not in chosen


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the sweep out unless ``-m`` speaks of it; properties belong to the sweep, too."""
    if _sweeps(config):
        for item in items:
            if isinstance(item, pytest.Function) and is_hypothesis_test(item.obj):
                item.add_marker("sweep")
    if "sweep" in config.option.markexpr:
        return
    swept = [item for item in items if item.get_closest_marker("sweep")]
    if swept:
        config.hook.pytest_deselected(items=swept)
        items[:] = [item for item in items if not item.get_closest_marker("sweep")]


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop() -> None:
    """Set apart what collecting tests has made: no collection of garbage goes through it again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes what the user keeps."""
    home = tmp_path_factory.getbasetemp() / "home"
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home / name))


@pytest.fixture(autouse=True)
def _quiet_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning in the log is a failure, as a Python or Qt warning is."""
    yield
    loud = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not loud, [record.getMessage() for record in loud]


@pytest.fixture
def foreign(qapp) -> Iterator[None]:
    """A language in which every phrase, and nothing else, stands in angle quotes."""
    from PySide6.QtCore import QTranslator  # noqa: PLC0415 - core's tests need no Qt

    class Foreign(QTranslator):
        def translate(self, context, text, disambiguation=None, n=-1) -> str | None:
            return f"«{text}»" if context == "Phrase" else None

    translator = Foreign()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture
def commands(tmp_path, monkeypatch):
    """Makes programs that end with a status, the only ones that are found."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))

    def make(**statuses):
        for name, status in statuses.items():
            program = folder / name.replace("_", "-")
            program.write_text(f"#!/bin/sh\nexit {status}\n")
            program.chmod(0o755)

    return make
