"""Settings: kept between runs, and never trusted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray, QSettings

from fpviz.model.settings import LAST_FOLDER, THEME, Settings


@pytest.fixture
def store(tmp_path):
    def opened():
        return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)

    return opened


def test_a_setting_is_kept(store):
    first = store()
    Settings(first).set(THEME, "dark")
    Settings(first).set(LAST_FOLDER, "/a folder/é")
    first.sync()
    second = Settings(store())
    assert second.get(THEME) == "dark"
    assert second.get(LAST_FOLDER) == "/a folder/é"


def test_an_unknown_value_becomes_the_default(store):
    raw = store()
    raw.setValue(THEME.key, "purple")
    raw.setValue(LAST_FOLDER.key, ["a", "b"])
    assert Settings(raw).get(THEME) == THEME.default
    assert Settings(raw).get(LAST_FOLDER) == LAST_FOLDER.default


def test_a_value_outside_the_choices_is_refused(store):
    with pytest.raises(ValueError, match="purple"):
        Settings(store()).set(THEME, "purple")


def test_the_layout_is_kept_and_one_of_another_version_is_not_taken(store):
    first = store()
    settings = Settings(first)
    assert settings.geometry() is settings.docks("value") is None
    states = {name: QByteArray(name.encode()) for name in ("value", "bench")}
    settings.set_layout(QByteArray(b"geometry"), states)
    first.sync()
    assert Settings(store()).geometry() == QByteArray(b"geometry")
    assert {name: Settings(store()).docks(name) for name in states} == states
    first.setValue("window/version", "0")
    assert settings.geometry() is settings.docks("value") is None


def test_the_docks_of_the_first_workspace_have_the_key_that_they_had_before_there_were_several(
    store,
):
    Settings(store()).set_layout(QByteArray(b"geometry"), {"value": QByteArray(b"docks")})
    assert store().value("window/docks") == QByteArray(b"docks")
