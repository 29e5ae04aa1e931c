"""The command line, run in this process."""

from __future__ import annotations

import pytest

from fpviz.app.cli.main import main


@pytest.fixture
def run(capsys):
    """Run a command; (status, standard output, standard error)."""

    def command(*words):
        status = main(words)
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return command
