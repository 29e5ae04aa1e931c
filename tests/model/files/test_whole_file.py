"""Files that are the old one or the new one, whole."""

from __future__ import annotations

import os
import signal
import socket
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from fpviz.model.files.whole_file import whole_file, write_whole
from tests.full_disk import full_disk

PATH_OF_NOTHING = Path(os.devnull)
OLD = b"what was there"


@pytest.fixture
def path(tmp_path):
    """A file in a folder of its own."""
    path = tmp_path / "folder" / "a file"
    path.parent.mkdir()
    path.write_bytes(OLD)
    return path


def alone(path):
    return [each.name for each in path.parent.iterdir()] == [path.name]


def test_the_new_file_takes_the_place_of_the_old_one(path):
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert alone(path)


def test_until_the_end_the_old_file_stands(path):
    with whole_file(path) as file:
        file.write(b"new")
        file.flush()
        assert path.read_bytes() == OLD
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit])
def test_what_is_broken_off_leaves_the_old_file_and_nothing_else(path, error):
    def broken_off():
        with whole_file(path) as file:
            file.write(b"new")
            raise error

    with pytest.raises(error):
        broken_off()
    assert path.read_bytes() == OLD
    assert alone(path)


@pytest.mark.parametrize("at_once", [True, False])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(path, at_once):
    def fill():
        with whole_file(path) as file:
            file.writelines([bytes(5000)] if at_once else [bytes(10)] * 500)

    with full_disk(1000), pytest.raises(OSError, match="too large"):
        fill()
    assert path.read_bytes() == OLD
    assert alone(path)


def test_a_new_file_that_cannot_be_finished_is_not_there(path):
    other = path.with_name("other")
    with full_disk(1000), pytest.raises(OSError, match="too large"):
        write_whole(other, bytes(5000))
    assert alone(path)


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755, 0o664])
def test_permissions_are_kept(path, mode):
    path.chmod(mode)
    write_whole(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_new_file_has_the_permissions_that_the_user_gives_new_files(path):
    new, usual = path.with_name("new"), path.with_name("usual")
    write_whole(new, b"new")
    usual.write_bytes(b"")
    assert new.stat().st_mode == usual.stat().st_mode


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_an_owner_is_kept(path):
    os.chown(path, 65534, 65534)
    write_whole(path, b"new")
    assert (path.stat().st_uid, path.stat().st_gid) == (65534, 65534)


def test_a_link_stays_one(path, tmp_path):
    link = tmp_path / "link"
    link.symlink_to("folder/a file")
    write_whole(link, b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"
    path.unlink()
    write_whole(link, b"newer")  # to nothing, so far
    assert path.read_bytes() == b"newer"
    assert link.is_symlink()


def test_a_link_to_itself_is_refused(tmp_path):
    link = tmp_path / "link"
    link.symlink_to(link)
    with pytest.raises(OSError, match="symbolic links"):
        write_whole(link, b"new")


def test_a_pipe_is_written_as_it_goes(tmp_path):
    pipe, heard = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: heard.append(pipe.read_bytes()))
    reader.start()
    write_whole(pipe, b"new")
    reader.join()
    assert heard == [b"new"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_socket_is_written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # their names are short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")
        server.listen()
        write_whole(tmp_path / "socket", b"new")
        with server.accept()[0] as connection:
            assert connection.makefile("rb").read() == b"new"
    assert stat.S_ISSOCK((tmp_path / "socket").stat().st_mode)


def test_a_device_is_written():
    write_whole(PATH_OF_NOTHING, b"new")
    assert stat.S_ISCHR(PATH_OF_NOTHING.stat().st_mode)


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "link"])
def test_standard_output_goes_on_where_it_was(tmp_path, name):
    (tmp_path / "link").symlink_to("/dev/stdout")
    code = (
        "import sys; from pathlib import Path;"
        "from fpviz.model.files.whole_file import write_whole;"
        "print('before', flush=True); write_whole(Path(sys.argv[1]), b'new\\n');"
        "print('after')"
    )
    out = tmp_path / "out"
    with out.open("wb") as file:
        place = tmp_path / name if name == "link" else name
        subprocess.run([sys.executable, "-c", code, str(place)], stdout=file, check=True)
    assert out.read_text() == "before\nnew\nafter\n"


def test_a_file_that_may_not_be_written_is_refused_to_everyone_else(path):
    """As an ordinary user, since root may write all; the same for a folder."""
    code = """
import os, sys
from pathlib import Path
from fpviz.model.files.whole_file import write_whole
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
for path in sys.argv[1:]:
    try:
        write_whole(Path(path), b"new")
    except PermissionError as error:
        print(error.strerror)
"""
    for folder in (*path.parents[:4], path.parent):
        folder.chmod(folder.stat().st_mode | 0o055)
    path.chmod(0o444)
    path.parent.chmod(0o777)
    guarded = path.parent / "guarded"
    guarded.mkdir()
    inside = guarded / "inside"
    inside.write_bytes(OLD)
    inside.chmod(0o666)
    guarded.chmod(0o555)
    done = subprocess.run(
        [sys.executable, "-c", code, str(path), str(inside)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines() == ["Permission denied"] * 2
    guarded.chmod(0o755)
    assert path.read_bytes() == inside.read_bytes() == OLD
    assert [each.name for each in guarded.iterdir()] == ["inside"]


def test_a_signal_to_end_leaves_the_old_file_and_nothing_else(path):
    """The command line's own way to end, in the middle of a table of a million rows."""
    words = ["run", "swamping", "--set", "steps=1000000", "--csv", str(path)]
    with subprocess.Popen([sys.executable, "-m", "fpviz", *words]) as process:
        while process.poll() is None and alone(path):
            pass
        process.send_signal(signal.SIGTERM)
    assert process.returncode == 128 + signal.SIGTERM
    assert path.read_bytes() == OLD
    assert alone(path)
