"""What the desktop is told agrees with the program, and what is left out is not what it needs."""

from __future__ import annotations

import configparser
import os
import re
import shutil
import struct
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QLibraryInfo
from PySide6.QtGui import QImage, QImageReader

from fpviz import __version__
from fpviz.app.platform_check import PACKAGES
from fpviz.core.link import SCHEME
from fpviz.model.files.scene import SUFFIX
from fpviz.model.languages import ENGLISH, LANGUAGES
from fpviz_packaging import debian, elf, icons, icu, left_out
from tests.checkout import ROOT

LINUX = ROOT / "packaging" / "linux"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture
def project():
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


@pytest.fixture
def entry():
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(LINUX / "fpviz.desktop", "utf-8")
    return parser["Desktop Entry"]


@pytest.fixture
def metainfo():
    return ET.parse(LINUX / "fpviz.metainfo.xml").getroot()


@pytest.fixture
def mime_type():
    return ET.parse(LINUX / "fpviz.mime.xml").getroot().find(f"{MIME}mime-type")


def test_the_menu_entry_is_the_projects(entry, project):
    assert entry["Name"] == project["name"]
    assert entry["Comment"] == project["description"]
    assert entry["Exec"].split() == [*project["scripts"], "%u"]


def test_scenes_and_links_belong_to_the_program(entry, metainfo, mime_type):
    assert mime_type.find(f"{MIME}glob").get("pattern") == f"*{SUFFIX}"
    types = [mime_type.get("type"), f"x-scheme-handler/{SCHEME.removesuffix(':')}"]
    assert entry["MimeType"] == "".join(f"{each};" for each in types)
    assert [each.text for each in metainfo.iterfind("provides/mediatype")] == types


def test_the_software_centre_is_told_the_same(entry, metainfo, project):
    assert metainfo.findtext("launchable") == "fpviz.desktop"
    assert metainfo.findtext("project_license") == project["license"]
    assert project["description"].startswith(metainfo.findtext("summary"))
    categories = [each.text for each in metainfo.iterfind("categories/category")]
    assert entry["Categories"] == "".join(f"{each};" for each in categories)


def test_the_desktop_speaks_every_language_of_the_program(entry, metainfo, mime_type):
    assert {each.text for each in metainfo.iterfind("languages/lang")} == {*LANGUAGES}
    for language in {*LANGUAGES} - {ENGLISH}:
        for key in ("GenericName", "Comment", "Keywords"):
            assert entry[f"{key}[{language}]"] != entry[key]
        assert mime_type.find(f"{MIME}comment[@{XML_LANG}='{language}']") is not None
        for place in ("summary", "description/p", "description/ul/li"):
            said = Counter(each.get(XML_LANG, ENGLISH) for each in metainfo.iterfind(place))
            assert said[language] == said[ENGLISH] > 0, place


def test_the_newest_release_is_this_version(metainfo):
    assert metainfo.find("releases/release").get("version") == __version__


def test_what_is_frozen_is_pinned():
    pins = (ROOT / "packaging" / "pins.txt").read_text("utf-8").lower().replace("_", "-")
    for name in ("pyinstaller", "pyinstaller-hooks-contrib", "pyside6-essentials", "pyqtgraph"):
        assert re.search(rf"^{name}==\d", pins, re.MULTILINE), name


@pytest.mark.parametrize(
    ("place", "out"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", False),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", False),
        ("PySide6/Qt/plugins/platforms/libqwayland.so", False),
        ("PySide6/Qt/plugins/iconengines/libqsvgicon.so", False),
        ("PySide6/Qt/plugins/imageformats/libqsvg.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqxdgdesktopportal.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", True),
        ("PySide6\\plugins\\tls\\qschannelbackend.dll", True),
        ("PySide6\\plugins\\platforms\\qwindows.dll", False),
        ("PySide6\\plugins\\styles\\qmodernwindowsstyle.dll", False),
        ("PySide6/Qt/plugins/platforms/libqcocoa.dylib", False),
    ],
)
def test_the_plugins_that_draw_are_kept(place, out):
    assert left_out.is_plugin(place)
    assert left_out.plugin_left_out(place) == out


@pytest.mark.parametrize(
    ("place", "out"),
    [
        ("fpviz/resources/scenes/first-start.fpviz", False),
        ("fpviz/resources/icons/fpviz.svg", False),
        ("fpviz/resources/conformance.json", False),
        ("fpviz/resources/guide/zh_CN/00-start-here.md", False),
        ("fpviz/resources/guide/scenes/start-here.fpviz", False),
        ("fpviz/resources/pictures/window-light.png", True),
        ("fpviz/resources/translations/fpviz_zh_CN.qm", False),
        ("fpviz/resources/translations/fpviz_zh_CN.ts", True),
        ("PySide6/Qt/translations/qtbase_zh_CN.qm", False),
        ("PySide6/translations/qtbase_zh_CN.qm", False),
        ("PySide6/Qt/translations/qtbase_de.qm", True),
        ("pyqtgraph/icons/auto.svg", False),
    ],
)
def test_the_data_that_is_read_is_kept(place, out):
    assert left_out.data_left_out(place) == out


SORTED = """
from PySide6.QtCore import QCollator, QLocale
for name in ("zh_CN", "en_US", "sv_SE"):
    collator = QCollator(QLocale(name))
    collator.setNumericMode(True)
    print(sorted(["file10", "file2", "Zebra", "apple", "äpple", "张", "安"], key=collator.sortKey))
"""


@pytest.mark.skipif(not (shutil.which("as") and shutil.which("ld")), reason="needs binutils")
@pytest.mark.skipif(sys.platform != "linux", reason="ICU is the system's elsewhere")
def test_names_are_sorted_without_the_rest_of_icus_data(tmp_path):
    of_qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.LibrariesPath))
    (whole,) = (path for path in of_qt.glob("libicudata.so.*") if icu.SONAME.fullmatch(path.name))
    small = icu.sorting_data(whole, tmp_path)
    assert small.stat().st_size < 4e6
    answers = [
        subprocess.run(
            [sys.executable, "-c", SORTED],
            env={**os.environ, "LD_PRELOAD": str(library), "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            check=True,
        )
        for library in (whole, small)
    ]
    assert "file2', 'file10" in answers[0].stdout
    assert answers[1].stdout == answers[0].stdout
    assert answers[1].stderr == ""


def test_icus_data_is_packed_as_it_was():
    header = struct.pack("=HBBHHBBBB4s8x", 24, 0xDA, 0x27, 20, 0, 0, 0, 2, 0, b"CmnD")
    tables = {"icu/coll/a.res": b"a" * 16, "icu/coll/b.res": b"b" * 48}
    assert icu.unpacked(b"before" + icu.packed(header, tables)) == (header, tables)


def test_every_library_of_the_system_gets_its_package():
    libraries = frozenset({"libEGL.so.1", "libz.so.1", "libc.so.6", "ld-linux-x86-64.so.2"})
    wants = elf.Wants(libraries, (2, 35))
    assert debian.depends_on(wants, PACKAGES) == ("libc6 (>= 2.35)", "libegl1", "zlib1g")
    with pytest.raises(debian.DependencyError, match=r"libodd\.so\.1"):
        debian.depends_on(elf.Wants(frozenset({"libodd.so.1"}), (2, 35)), PACKAGES)


def test_the_control_file_is_one():
    words = "long words " * 40
    package = debian.Package("fpviz", "1.0", "short", words, "amd64", ("libc6 (>= 2.35)",), 7)
    lines = package.control().splitlines()
    assert all(re.match(r"[A-Z][A-Za-z-]+: \S| \S", line) for line in lines)
    assert package.file_name == "fpviz_1.0_amd64.deb"


@pytest.mark.parametrize("size", [16, 32, 256])
def test_the_icon_shows_its_three_fields_at_every_size(qapp, size):
    image = QImage.fromData(icons.png(size))
    assert (image.width(), image.height()) == (size, size)
    row = [image.pixelColor(x, size // 4).name() for x in range(size)]
    assert {"#b34a08", "#1769b0", "#0b7d5a"} <= set(row)


@pytest.mark.parametrize(("form", "sizes"), [("ico", {16, 32, 256}), ("icns", {16, 512, 1024})])
def test_the_icons_of_windows_and_macos_can_be_read(qapp, tmp_path, form, sizes):
    path = tmp_path / f"fpviz.{form}"
    path.write_bytes(getattr(icons, form)())
    reader = QImageReader(str(path))
    widths = {reader.read().width() for at in range(reader.imageCount()) if reader.jumpToImage(at)}
    assert sizes <= widths


@pytest.mark.parametrize(
    ("answer", "complaint"),
    [
        ('print(\'{"readings": [{"code": "0x3c81"}]}\')', "0x3c81"),
        ("import sys; print('a warning', file=sys.stderr)", "a warning"),
        ("raise SystemExit(3)", "ended with 3"),
    ],
)
def test_the_smoke_script_sees_a_program_that_is_not_whole(tmp_path, answer, complaint):
    program = tmp_path / "program.py"
    program.write_text(answer)
    done = subprocess.run(
        [sys.executable, ROOT / "packaging" / "smoke", sys.executable, program],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("commands: failed: ")
    assert complaint in done.stderr
