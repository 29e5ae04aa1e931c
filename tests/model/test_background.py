"""Jobs beside the window: quick ones at once, long ones with progress, unwanted ones silent."""

from __future__ import annotations

import threading
import time

import pytest

from fpviz.model.background import Background


@pytest.fixture
def background(qapp):
    work = Background()
    yield work
    work.close()


@pytest.fixture
def told(background):
    seen = []
    background.done.connect(lambda result: seen.append(("done", result)))
    background.failed.connect(lambda error: seen.append(("failed", str(error))))
    background.progressed.connect(lambda share: seen.append(("progressed", share)))
    return seen


def test_a_quick_job_keeps_nobody_waiting_and_looks_like_no_work(background, told, qtbot):
    background.start(lambda report: report(0.5) or 42)
    assert background.is_busy
    assert told == []
    qtbot.waitUntil(lambda: not background.is_busy)
    assert told == [("done", 42)]


def test_a_long_job_reports_and_then_is_done(background, told, qtbot):
    go_on = threading.Event()

    def job(report):
        report(0.5)
        go_on.wait(10)
        return "late"

    background.start(job)
    assert background.is_busy
    qtbot.waitUntil(lambda: ("progressed", 0.5) in told)
    go_on.set()
    qtbot.waitUntil(lambda: ("done", "late") in told)
    assert not background.is_busy


def test_an_error_is_told(background, told):
    def job(report):
        raise ValueError("no")

    background.start(job)
    background.wait()
    assert told == [("failed", "no")]


def test_a_new_job_silences_the_one_before(background, told, qtbot):
    ended = threading.Event()

    def endless(report):
        try:
            while True:
                report(0.1)
                time.sleep(0.001)
        finally:
            ended.set()

    background.start(endless)
    assert background.is_busy
    background.start(lambda report: "second")
    assert ended.wait(10)
    qtbot.waitUntil(lambda: not background.is_busy)
    assert [event for event in told if event[0] != "progressed"] == [("done", "second")]


def test_waiting_brings_the_result(background, told):
    background.start(lambda report: time.sleep(0.2) or "slept")
    background.wait(0.001)
    assert background.is_busy
    assert told == []
    background.wait()
    assert told == [("done", "slept")]
    told.clear()
    background.start(lambda report: time.sleep(0.2) or "slept")
    background.wait()
    assert ("done", "slept") in told
    background.wait()
    assert told.count(("done", "slept")) == 1


def test_closing_ends_the_thread(background, told):
    def endless(report):
        while True:
            report(0.0)

    background.start(endless)
    background.close()
    assert not background.is_busy
    assert not [event for event in told if event[0] == "done"]
