"""Frames as ``candump`` and ``log2long`` of can-utils write them."""

from __future__ import annotations

import pytest

from fpviz.data.can.frames import CanFrame, FrameKind, frame_of
from fpviz.data.syntaxes import dumps_in

DATA, REMOTE, ERROR = FrameKind.DATA, FrameKind.REMOTE, FrameKind.ERROR
EIGHT = bytes.fromhex("66661242CDCC0CC0")


@pytest.mark.parametrize(
    ("line", "frame"),
    [
        ("  can0  123   [8]  66 66 12 42 CD CC 0C C0", CanFrame("", 0x123, False, EIGHT)),
        (
            "  can0  123   [8]  66 66 12 42 CD CC 0C C0   'ff.B....'",
            CanFrame("", 0x123, False, EIGHT),
        ),
        ("  can0  123   [8]  C0`0C`CC`CD`42`12`66`66", CanFrame("", 0x123, False, EIGHT)),
        ("  can0  123   [2]  01100110 00010010", CanFrame("", 0x123, False, b"\x66\x12")),
        ("  can0  RX - -  123   [1]  66", CanFrame("", 0x123, False, b"\x66")),
        ("  can0  TX B E  123  [01]  66", CanFrame("", 0x123, False, b"\x66")),
        (
            " (2015-07-10 12:37:32.249713)  can0  1F334455   [2]  11 22",
            CanFrame("2015-07-10 12:37:32.249713", 0x1F334455, True, b"\x11\x22"),
        ),
        ("\x1b[34m  can0\x1b[0m  123   [1]  66", CanFrame("", 0x123, False, b"\x66")),
        ("  can0  123   [4]  remote request", CanFrame("", 0x123, False, b"", REMOTE)),
        (
            "  can0  20000004   [8]  00 04 00 00 00 00 00 00   ERRORFRAME",
            CanFrame("", 0x20000004, True, bytes([0, 4, 0, 0, 0, 0, 0, 0]), ERROR),
        ),
        ("  can0  123   [0]                            ''", CanFrame("", 0x123, False, b"")),
        (
            "(1436509052.249713) can0 123#66661242CDCC0CC0",
            CanFrame("1436509052.249713", 0x123, False, EIGHT),
        ),
        ("123#66.66.12", CanFrame("", 0x123, False, b"\x66\x66\x12")),
        ("(1.5) can0 123#6666 R", CanFrame("1.5", 0x123, False, b"\x66\x66")),
        ("(1.5) can0 123##3112233", CanFrame("1.5", 0x123, False, b"\x11\x22\x33")),
        ("can0 123#66661242CDCC0CC0_B", CanFrame("", 0x123, False, EIGHT)),
        ("can0 1F334455#R", CanFrame("", 0x1F334455, True, b"", REMOTE)),
        ("can0 123#R4", CanFrame("", 0x123, False, b"", REMOTE)),
        ("can0 20000004#0004", CanFrame("", 0x20000004, True, b"\x00\x04", ERROR)),
        ("can0 123#", CanFrame("", 0x123, False, b"")),
        ("noise", None),
        ("can0 12#6666", None),
    ],
)
def test_every_form_of_candump(line, frame):
    assert frame_of(line) == frame


def test_a_length_that_is_not_right_is_said():
    assert str(frame_of("  can0  123   [8]  66 66")) == "its length is not the one that it says"


LONG = """\
(1436509052.249713)  vcan0       123   [8]  66 66 12 42 CD CC 0C C0   'ff.B....'
(1436509052.449847)  vcan0  1F334455   [8]  11 22 33 44 55 66 77 88   '."3DUfw.'
(1436509052.650004)  vcan0       123   [0]  remote request
(1436509052.650005)  vcan0       123   [4]  remote request
(1436509053.000001)  vcan0       123  [11]  11 22 33 44 55 66 77 88 99 AA BB
(1436509053.000002)  vcan0  20000004   [8]  00 04 00 00 00 00 00 00   ERRORFRAME
\tcontroller-problem{rx-overflow-error}
(1436509053.000003)  vcan0       123   [0]                            ''
"""
"""What log2long prints, and below the error frame what ``candump -e`` says of it."""


def test_what_holds_no_data_is_counted():
    (found, *_) = dumps_in(LONG.encode())
    assert found.key == "candump"
    assert bytes(found.dump.data) == EIGHT + bytes.fromhex(
        "1122334455667788 112233445566778899AABB"
    )
    assert found.dump.unread == ()
    assert list(map(str, found.dump.remarks)) == [
        "frames of several identifiers: 123, 1F334455",
        "remote frames, which ask for data: 2",
        "error frames, which hold no data: 1",
        "frames without data: 1",
    ]
