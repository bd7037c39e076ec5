import pytest

from cxcore.cli import main
from tests.cli.demo import demo_bytes


@pytest.fixture
def analyse(tmp_path, capsys):
    """What the command line says of a workshop."""

    def of(workshop, *options):
        path = tmp_path / "workshop.json"
        path.write_bytes(demo_bytes(workshop))
        assert main(["analyse", str(path), "--as-of", "2026-11-22", *options]) == 0
        return capsys.readouterr().out

    return of
