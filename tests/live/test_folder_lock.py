"""One server per data folder."""

import os
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from cxlive import services
from cxlive.errors import FolderInUseError
from cxlive.store import FolderLock

ROOT = Path(__file__).parents[2]


def test_a_second_server_on_a_folder_is_refused_at_once_and_told_who_has_it(tmp_path):
    first = FolderLock.take(tmp_path)
    began = time.monotonic()

    with pytest.raises(FolderInUseError) as refused:
        FolderLock.take(tmp_path)

    assert time.monotonic() - began < 1
    assert f"process {os.getpid()} on" in str(refused.value)
    first.release()


def test_a_folder_that_was_let_go_can_be_taken_again(tmp_path):
    FolderLock.take(tmp_path).release()

    FolderLock.take(tmp_path).release()


def test_a_server_that_was_killed_holds_nothing(tmp_path):
    script = f"""
        import time
        from pathlib import Path
        from cxlive.store import FolderLock
        lock = FolderLock.take(Path({str(tmp_path)!r}))
        print("taken", flush=True)
        time.sleep(60)
    """
    holder = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(script)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    with holder:
        assert holder.stdout.readline() == "taken\n"
        with pytest.raises(FolderInUseError):
            FolderLock.take(tmp_path)
        holder.kill()

    FolderLock.take(tmp_path).release()


def test_services_on_a_folder_in_use_do_not_start_and_touch_nothing(tmp_path):
    running = services.start(tmp_path / "data")

    with pytest.raises(FolderInUseError):
        services.start(tmp_path / "data")

    assert services.services() is running
    services.stop()
    with pytest.raises(services.NotStartedError):
        services.services()


def test_nobody_else_on_the_machine_can_look_into_the_data_folder(tmp_path):
    services.start(tmp_path / "data")

    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700
    services.stop()
