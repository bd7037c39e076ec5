"""What a person waits for, in a real browser beside an empty Streamlit app."""

import shutil
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from benchmarks.figures import Figure, median, p95
from benchmarks.serve import empty_app, the_app
from tests.browser.conftest import DESK, FLAGS

_HERE = Path(__file__).parent
_SAMPLES = 100
_RELEASES = 40
_OPENINGS = 15
_PAUSE_MS = 600
"""The board asks for a rerun at most twice a second, so releases keep apart."""

_LAST_HANDLE = 13


def figures() -> list[Figure]:
    """Measure all bars that need a browser."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        with empty_app(Path(folder)) as floor, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=list(FLAGS)
            )
            with the_app(data) as app:
                found = _measure(browser, app.url, floor.url)
            busy_data = Path(folder) / "busy"
            with the_app(busy_data, never_rests=True) as busy:
                return found + _while_re_runs(browser, busy.url, floor.url)


def _while_re_runs(browser: Browser, url: str, floor_url: str) -> list[Figure]:
    """Drag while it is worked out without a pause how firmly rankings hold."""
    board, floor = _context(browser).new_page(), _floor(browser, floor_url)
    _open_sample(board, url)
    tries, floors = _drag(board, floor)
    return [
        Figure("try while re-run, p50", median(tries), "ms", median(floors), 0.10),
        Figure("try while re-run, p95", p95(tries), "ms", p95(floors), 0.15),
    ]


def _floor(browser: Browser, url: str) -> Page:
    page = _context(browser).new_page()
    page.goto(url)
    page.get_by_role("button", name="Again").wait_for()
    return page


def _measure(browser: Browser, url: str, floor_url: str) -> list[Figure]:
    context = _context(browser)
    board = context.new_page()
    _open_sample(board, url)
    floor = _floor(browser, floor_url)
    tries, floors = _drag(board, floor)
    releases, more = _release(board, floor)
    opened, loads = _open(browser, context, board.url, floor_url)
    floors += more
    return [
        Figure("try to ranking, p50", median(tries), "ms", median(floors), 0.10),
        Figure("try to ranking, p95", p95(tries), "ms", p95(floors), 0.15),
        Figure("release to all redrawn, p95", p95(releases), "ms", p95(floors), 1.5),
        Figure("page open, p50", median(opened), "ms", median(loads), 1.5),
    ]


def _context(browser: Browser) -> BrowserContext:
    context = browser.new_context(viewport=DESK)
    context.add_init_script(path=_HERE / "probes.js")
    return context


def _open_sample(page: Page, url: str) -> None:
    page.goto(url)
    page.locator(".st-key-welcome-sample-first-flight button").click()
    page.locator(".handle").nth(_LAST_HANDLE).wait_for()
    page.get_by_text("· change").wait_for()
    page.locator(".panel").evaluate("panel => cxWatchRanking(panel)")
    page.evaluate("cxWatchScript()")


def _drag(board: Page, floor: Page) -> tuple[list[float], list[float]]:
    """Move a held handle and press the floor's button, in turn."""
    x, y = _grip(board)
    tries: list[float] = []
    floors: list[float] = []
    for number in range(_SAMPLES):
        before = board.evaluate("cxSeen.tries")
        board.mouse.move(x, y + (40 if number % 2 else -40) + number % 7)
        board.evaluate(
            "before => cxUntil(() => cxSeen.tries > before && cxSeen.ranked)", before
        )
        tries.append(board.evaluate("cxSeen.ranked - cxSeen.tried"))
        floors.append(floor.evaluate("cxButtonRerun()"))
    board.keyboard.press("Escape")
    board.mouse.up()
    return tries, floors


def _release(board: Page, floor: Page) -> tuple[list[float], list[float]]:
    """Let go, and wait until it is saved and the script's parts are redrawn."""
    releases: list[float] = []
    floors: list[float] = []
    for number in range(_RELEASES):
        board.wait_for_timeout(_PAUSE_MS)
        x, y = _grip(board)
        board.mouse.move(x, y + (30 if number % 2 else -30))
        board.wait_for_timeout(100)
        board.mouse.up()
        board.evaluate("cxUntil(() => cxSeen.saved && cxSeen.redrawn)")
        releases.append(
            board.evaluate("Math.max(cxSeen.saved, cxSeen.redrawn) - cxSeen.released")
        )
        floors.append(floor.evaluate("cxButtonRerun()"))
    return releases, floors


def _grip(board: Page) -> tuple[float, float]:
    """Take the first handle in hand; return where it is held."""
    box = board.locator(".handle").first.bounding_box()
    if box is None:
        msg = "there is no handle to take"
        raise RuntimeError(msg)
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    board.mouse.move(x, y)
    board.mouse.down()
    return x, y


def _open(
    browser: Browser, context: BrowserContext, url: str, floor_url: str
) -> tuple[list[float], list[float]]:
    """Load both pages in new windows without anything kept, in turn."""
    cookies = context.cookies()
    opened: list[float] = []
    loads: list[float] = []
    for _ in range(_OPENINGS):
        for address, mark, taken in (
            (url, f".handle >> nth={_LAST_HANDLE}", opened),
            (floor_url, "button:has-text('Again')", loads),
        ):
            fresh = browser.new_context(viewport=DESK)
            fresh.add_cookies(cookies)  # type: ignore[arg-type]
            page = fresh.new_page()
            start = time.perf_counter()
            page.goto(address, wait_until="commit")
            page.locator(mark).wait_for()
            taken.append(1000 * (time.perf_counter() - start))
            fresh.close()
    return opened, loads
