"""Tensors in a session of their own."""

from __future__ import annotations

import pytest

from fpviz.model.files.scene import Scene
from fpviz.model.session import new_session


@pytest.fixture
def session(qapp):
    """A session on the first scene."""
    session = new_session(Scene())
    yield session
    session.close()
