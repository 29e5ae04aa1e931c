"""Panels on a session of their own."""

from __future__ import annotations

import gc

import pytest

from fpviz.app.collector import uncollected
from fpviz.model.files.scene import Scene
from fpviz.model.session import new_session


@pytest.fixture
def session(qapp):
    """A session on the first scene."""
    session = new_session(Scene())
    yield session
    session.close()


@pytest.fixture(autouse=True)
def _collects_between_tests():
    """As in the program, garbage is collected between events alone."""
    with uncollected():
        yield
    gc.collect(1)
