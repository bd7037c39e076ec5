"""The QR code of a link, as numbers that a browser draws."""

import re

import segno

from cxlive.seating.qr import QUIET_ZONE, qr_of

LINK = "http://192.168.1.20:8501/live/join/7KQ2-M9XD"


def dark_modules(drawing):
    """Paint the path, module by module."""
    painted = set()
    runs = re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", drawing.path)
    assert "".join(f"M{x} {y}h{n}v1h-{m}z" for x, y, n, m in runs) == drawing.path
    for x, y, length, back in (map(int, run) for run in runs):
        assert length == back
        painted |= {(x + n, y) for n in range(length)}
    return painted


def test_the_path_paints_exactly_the_dark_modules():
    drawing = qr_of(LINK)
    matrix = segno.make(LINK, error="m", micro=False).matrix

    assert dark_modules(drawing) == {
        (x + QUIET_ZONE, y + QUIET_ZONE)
        for y, row in enumerate(matrix)
        for x, is_dark in enumerate(row)
        if is_dark
    }
    assert drawing.size == len(matrix) + 2 * QUIET_ZONE


def test_around_the_code_everything_is_light():
    drawing = qr_of(LINK)
    inside = range(QUIET_ZONE, drawing.size - QUIET_ZONE)

    assert all(x in inside and y in inside for x, y in dark_modules(drawing))


def test_three_corners_carry_the_sign_that_scanners_look_for():
    drawing = qr_of(LINK)
    dark, last = dark_modules(drawing), drawing.size - QUIET_ZONE - 7

    for left, top in ((QUIET_ZONE, QUIET_ZONE), (last, QUIET_ZONE), (QUIET_ZONE, last)):
        assert all((left + n, top) in dark for n in range(7))
        assert (left + 1, top + 1) not in dark
        assert (left + 3, top + 3) in dark


def test_a_longer_link_makes_a_bigger_code():
    assert qr_of("https://" + "x" * 200).size > qr_of(LINK).size
