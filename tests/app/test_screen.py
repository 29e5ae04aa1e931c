"""The real program on a real X server, and pictures without one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QImage

from fpviz.app.cli.main import main
from fpviz.panels import PANELS
from tests.checkout import ROOT
from tests.strides import one_in

ON_SCREEN = """
import sys
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fpviz.app import launch
from fpviz.core.formats import find_format


def drive():
    window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, launch.MainWindow))
    assert QGuiApplication.platformName() == "xcb"
    fp16 = find_format("fp16")
    cell = window.panels["bits"].grid.row(fp16).cells[9]
    QTest.mouseClick(cell, Qt.MouseButton.LeftButton)
    assert window.document.snapshot.active.code == 0x3E80, window.document.snapshot.active
    assert window.panels["decoded"].table.lines["exact"].whole == "1.625"
    assert window.panels["updates"].plot is not None
    print("driven")
    window.close()


class Driver(launch.MainWindow):
    def __init__(self, *parts):
        super().__init__(*parts)
        self.later.completed.connect(lambda: QTimer.singleShot(300, drive))


launch.MainWindow = Driver
sys.exit(launch.open_window("1.125"))
"""


@pytest.fixture
def display(tmp_path):
    """The name of a fresh virtual X server."""
    server = shutil.which("Xvfb")
    assert server, "the tests need Xvfb (Debian package xvfb)"
    reading, writing = os.pipe()
    command = [
        server,
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        "1440x900x24",
        "-nolisten",
        "tcp",
    ]
    with (tmp_path / "xvfb.log").open("w") as log:
        process = subprocess.Popen(command, pass_fds=[writing], stderr=log, stdout=log)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        number = pipe.readline().strip()
    yield f":{number}"
    process.terminate()
    process.wait(timeout=20)


def environment(tmp_path, **changes):
    dropped = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    homes = {name: str(tmp_path / name) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    return {**kept, **homes, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error", **changes}


@pytest.mark.screen
def test_the_window_on_a_real_screen(display, tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", ON_SCREEN],
        env=environment(tmp_path, DISPLAY=display),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "driven\n"), done.stderr
    assert done.stderr == ""
    session = list((tmp_path / "XDG_DATA_HOME").rglob("session.fpviz"))
    assert len(session) == 1
    assert "fp16:0x3e80" in session[0].read_text()


def test_without_a_screen_it_says_so_in_one_line(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "fpviz"],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "fpviz render" in done.stderr


WATCHED = """
import sys
from pathlib import Path

from fpviz.app.cli.main import main


def watch(event, arguments):
    if event.partition(".")[0] in {"ftplib", "http", "imaplib", "smtplib", "socket", "urllib"}:
        print("the network is used:", event, arguments, file=sys.stderr)


sys.addaudithook(watch)
status = main(sys.argv[1:])
for name in sorted(sys.modules):
    if name in {"PySide6.QtNetwork", "ssl"}:
        print(name, "is imported", file=sys.stderr)
maps = Path("/proc/self/maps")  # what Qt's own code would open, no audit hook hears of
if maps.exists() and ("Qt6Network" in maps.read_text() or "libssl" in maps.read_text()):
    print("a library for the network is loaded", file=sys.stderr)
sys.exit(status)
"""


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["--smoke"], marks=pytest.mark.sweep),
        ["render", "1/3", "-o", "picture.png"],
    ],
)
def test_smoke_and_render_need_no_screen_and_no_network_and_say_nothing_odd(tmp_path, words):
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *words],
        env=environment(tmp_path),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def colours(image):
    size = image.size()
    spots = [(x, y) for x in range(2, size.width(), 7) for y in range(2, size.height(), 7)]
    return {image.pixelColor(x, y).name() for x, y in spots}


@pytest.mark.parametrize("panel", one_in(4, PANELS))
def test_each_panel_is_rendered_at_the_size_that_was_asked_for(qapp, tmp_path, panel):
    path = tmp_path / f"{panel}.png"
    words = ["--panel", panel, "--size", "700x300", "--scale", "2", "--theme", "dark"]
    assert main(["render", "first-start", *words, "-o", str(path)]) == 0
    image = QImage(str(path))
    assert (image.width(), image.height()) == (1400, 600)
    assert len(colours(image)) > 8


@pytest.mark.parametrize("theme", one_in(2, ["dark", "light"]))
def test_the_window_is_rendered_in_each_theme(qapp, tmp_path, theme):
    path = tmp_path / "window.png"
    words = ["--theme", theme, "--size", "1024x700"]
    assert main(["render", "fp16:0x0001", *words, "-o", str(path)]) == 0
    image = QImage(str(path))
    assert (image.width(), image.height()) == (1024, 700)
    assert (image.pixelColor(4, 4).lightnessF() < 0.5) == (theme == "dark")


@pytest.mark.sweep
def test_the_same_scene_gives_the_same_picture(qapp, tmp_path):
    for name in ("a.png", "b.png"):
        assert main(["render", "first-start", "-o", str(tmp_path / name)]) == 0
    assert QImage(str(tmp_path / "a.png")) == QImage(str(tmp_path / "b.png"))


def test_svg_has_real_text_and_pdf_is_one(qapp, tmp_path):
    svg, pdf = tmp_path / "line.svg", tmp_path / "line.pdf"
    for path in (svg, pdf):
        assert main(["render", "1/3", "--panel", "number-line", "-o", str(path)]) == 0
    texts = [node.text or "" for node in ET.parse(svg).iter() if node.tag.endswith("text")]
    assert any("FP16" in text for text in texts)
    assert pdf.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["no-such-scene", "-o", "a.png"], "no-such-scene"),
        (["first-start", "--panel", "oven", "-o", "a.png"], "oven"),
        (["first-start", "-o", "a.gif"], "a.gif"),
        (["first-start", "-o", "/nowhere/at/all/a.png"], "/nowhere"),
        (["missing.fpviz", "-o", "a.png"], "missing.fpviz"),
    ],
)
def test_what_cannot_be_rendered_is_said_in_one_line(qapp, capsys, words, named):
    assert main(["render", *words]) == 2
    err = capsys.readouterr().err
    assert named in err
    assert err.count("\n") == 1
