"""One app per data folder, from its start to its death."""

import pytest

from cxlive.errors import FolderInUseError
from cxlive.store import FolderLock
from tests.browser.server import wait_for
from tests.durability.app import App

pytestmark = pytest.mark.slow


def test_a_running_app_is_named_to_the_second_and_a_killed_one_holds_nothing(tmp_path):
    first = App(tmp_path).start()
    wait_for(first.url, first.process)

    with pytest.raises(FolderInUseError) as refused:
        FolderLock.take(tmp_path)
    second = App(tmp_path).start()
    _, complaint = second.process.communicate(timeout=60)
    first.kill()

    named = f"process {first.process.pid} on"
    assert named in str(refused.value)
    assert second.process.returncode == 1
    assert named in complaint
    assert "Traceback" not in complaint
    FolderLock.take(tmp_path).release()
