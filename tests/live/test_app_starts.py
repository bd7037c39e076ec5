"""The launcher as people start it: twice, on one folder."""

import subprocess
import sys
from pathlib import Path

import pytest

from cxlive.store import FolderLock

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "how",
    [["-m", "streamlit", "run", "app.py", "--server.port", "0"], ["app.py"]],
    ids=["streamlit run app.py", "python app.py"],
)
def test_a_second_app_on_a_folder_says_who_has_it_and_ends(tmp_path, how):
    lock = FolderLock.take(tmp_path)

    second = subprocess.run(
        [sys.executable, *how],
        cwd=ROOT,
        env={"PATH": "/usr/bin", "CX_DATA": str(tmp_path), "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    lock.release()
    assert second.returncode == 1
    assert f"The data folder {tmp_path} is in use by another server" in second.stderr
    assert "Traceback" not in second.stderr
