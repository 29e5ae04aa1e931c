"""The scene inside a picture: read back exactly, whatever has been done to the file in between."""

from __future__ import annotations

import struct
import zlib

import pytest

from fpviz.app.pictures.files import embedding
from fpviz.app.pictures.files import png as png_file
from fpviz.app.pictures.files.origin import Origin, dump_origin, parse_origin
from fpviz.app.session.opening import load
from fpviz.core.formats import find_format
from fpviz.core.literals import parse_literal
from fpviz.core.reading import State
from fpviz.model.files.scene import Scene, SceneError, Setup
from fpviz.model.views import ViewOfFormats, ViewOfNumberLine

SCENE = Scene(
    State(parse_literal("1/3"), (find_format("fp16"), find_format("e5m7b11"))),
    Setup("drift", {"steps": "12"}),
    {
        "number-line": ViewOfNumberLine(window="linear 0x1p0 0x3p0"),
        "formats": ViewOfFormats(search="<&]]>\n\ud800ü\u0000"),
    },
)
ORIGIN = Origin(SCENE, "bits", "160x90mm", 2.0, "print", "zh_CN", {"qt": "6"}, "0.1.0")


def png(origin=ORIGIN):
    rows = [bytes(3 * 4)] * 2
    return png_file.encoded(rows, 4, 2, 3780, embedding.png_texts(origin))


def svg(origin=ORIGIN):
    head = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg">'
    return f"{head}{embedding.svg_metadata(origin)}<g/></svg>".encode()


def pdf(origin=ORIGIN):
    return b"%PDF-1.4\n\xe2\xe3 stream\n" + embedding.xmp_packet(origin) + b"\nendstream %%EOF"


PICTURES = pytest.mark.parametrize("data", [png(), svg(), pdf()], ids=["png", "svg", "pdf"])


def refused(tmp_path, data, name="picture.png"):
    """The reason why there is no scene in a file."""
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(SceneError) as error:
        load(path)
    reason = str(error.value)
    assert reason.startswith(name)
    assert "\n" not in reason
    return reason


@PICTURES
def test_an_origin_is_read_back(data):
    assert parse_origin(embedding.extract(data)) == ORIGIN


@PICTURES
@pytest.mark.parametrize("name", ["picture.png", "picture.SVG", "picture.pdf", "no-suffix"])
def test_a_picture_is_known_by_what_is_in_it(tmp_path, data, name):
    path = tmp_path / name
    path.write_bytes(data)
    assert load(path) == SCENE


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (png_file.encoded([bytes(12)] * 2, 4, 2, 3780, {"Comment": "a photograph"}), "a.png"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><metadata/></svg>", "a.svg"),
        (b"%PDF-1.7\n%%EOF", "a.pdf"),
        (b"", "a.png"),
        (b"GIF89a", "a.png"),
    ],
)
def test_a_picture_without_a_scene_says_so(tmp_path, data, name):
    assert "no scene" in refused(tmp_path, data, name)


@pytest.mark.parametrize("kind", [b"zTXt", b"iTXt", b"tEXt"])
def test_a_png_that_another_program_saved_anew_keeps_its_scene(kind):
    text = dump_origin(ORIGIN).encode()
    bodies = {
        b"tEXt": b"fpviz\0" + text,
        b"zTXt": b"fpviz\0\0" + zlib.compress(text),
        b"iTXt": b"fpviz\0\1\0en\0fpviz\0" + zlib.compress(text),
    }
    data = png_file.SIGNATURE + chunk(b"IHDR", bytes(13)) + chunk(kind, bodies[kind])
    assert parse_origin(embedding.extract(data)) == ORIGIN


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def test_an_svg_that_was_edited_keeps_its_scene():
    edited = b"\xef\xbb\xbf" + svg().replace(b"<g/>", b"<g><text>later</text></g>")
    doctype = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/x.dtd">'
    edited = edited.replace(b"<svg", doctype + b"<svg", 1).replace(b'xmlns="urn', b' xmlns="urn')
    assert parse_origin(embedding.extract(edited)) == ORIGIN


@pytest.mark.parametrize("at", [0.3, 0.6, 0.9])
@pytest.mark.parametrize("data", [png(), svg()], ids=["png", "svg"])
def test_a_picture_that_is_cut_short_is_refused(tmp_path, data, at):
    refused(tmp_path, data[: int(len(data) * at) // 2])


def test_a_png_with_a_flipped_bit_in_its_scene_is_refused(tmp_path):
    data = bytearray(png())
    data[data.index(b"drift")] ^= 1
    assert "damaged" in refused(tmp_path, bytes(data))


def test_a_bomb_is_not_unpacked(tmp_path):
    bomb = zlib.compress(b" " * (1 << 26), 9)
    data = png_file.SIGNATURE + chunk(b"zTXt", b"fpviz\0\0" + bomb)
    assert "damaged" in refused(tmp_path, data)


def test_entities_are_not_expanded(tmp_path):
    laughs = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    text = f'<!DOCTYPE svg [<!ENTITY a0 "ha">{laughs}]><svg><origin xmlns="urn:fpviz:picture">&a9;'
    assert "entities" in refused(tmp_path, text.encode(), "laughs.svg")


def test_nothing_outside_the_file_is_looked_at(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("{}")
    text = (
        f'<!DOCTYPE svg [<!ENTITY a SYSTEM "{secret.as_uri()}">]>'
        '<svg><origin xmlns="urn:fpviz:picture">&a;</origin></svg>'
    )
    assert "entities" in refused(tmp_path, text.encode(), "thief.svg")


def test_many_packets_that_never_end_take_no_time(tmp_path):
    assert "no scene" in refused(tmp_path, b"%PDF-1.4\n" + b"<x:xmpmeta " * 1_000_000, "a.pdf")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        "{}",
        '{"scene": 5}',
        '{"scene": {}}',
        '{"scene": {"fpviz": 9}}',
        "[" * 9999,
    ],
)
@pytest.mark.parametrize("suffix", [".png", ".svg"])
def test_a_text_that_is_no_origin_is_refused(tmp_path, text, suffix):
    if suffix == ".png":
        data = png_file.encoded([bytes(12)] * 2, 4, 2, 3780, {"fpviz": text})
    else:
        data = f'<svg><origin xmlns="urn:fpviz:picture">{text}</origin></svg>'.encode()
    refused(tmp_path, data, f"a{suffix}")


def test_a_look_that_makes_no_sense_is_left_out():
    scene = dump_origin(ORIGIN).partition('"scene": ')[2]
    text = f'{{"panel": 5, "size": "{"9" * 999}", "scale": true, "theme": [], "drawn_with": 1, '
    origin = parse_origin(f'{text}"scene": {scene}')
    assert origin == Origin(SCENE, "", "", 1.0, "", "", {}, "")


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(SceneError, match=r"missing\.svg cannot be read"):
        load(tmp_path / "missing.svg")
