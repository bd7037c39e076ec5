"""Light and dark: every text stands out from its ground."""

import pytest

from tests.browser.board import Board
from tests.browser.conftest import DESK

ENOUGH = 4.5
"""The contrast that WCAG 2.2 asks for, level AA (1.4.3)."""

TEXTS = (
    ".journey-name, .chip, .mode, .modes-label, .tools .button:enabled",
    ".notice-text, .pin",
    ".headline, .subline, .panel h3, .panel h3 small",
    ".item-name, .pill, .rank, .score, .sum, .show-all, .notes",
    ".hold-chip:not(.stale), .firm-note",
    ".stage-name, .stage-wants, .axis span, .split, .legend span",
    ".card-name, .card-sure",
    ".lane-title, .lane-field .field-face",
    ".twin summary",
)
# Colours are read from a canvas, which understands every way of writing one.
MEASURE = """(all) => {
    const canvas = document.createElement("canvas").getContext("2d",
        { willReadFrequently: true });
    const rgba = (colour) => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
        return [r, g, b, a / 255];
    };
    const over = ([r, g, b, a], [R, G, B]) =>
        [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];
    const ground = (el) => {
        const layers = [];
        for (let at = el; at; at = at.assignedSlot ?? at.parentElement
                ?? at.getRootNode().host) {
            const layer = rgba(getComputedStyle(at).backgroundColor);
            layers.unshift(layer);
            if (layer[3] === 1) break;
        }
        return layers.reduce((below, layer) => over(layer, below), [255, 255, 255, 1]);
    };
    const light = (colour) => {
        const [r, g, b] = colour.map((part) => part / 255)
            .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const shown = all.filter((el) => el.textContent.trim() && el.checkVisibility());
    return shown.map((el) => {
        const below = ground(el);
        const ink = light(over(rgba(getComputedStyle(el).color), below));
        const paper = light(below);
        const ratio = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
        return [el.textContent.trim().slice(0, 40), ratio, paper];
    });
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_from_its_ground(chromium, server, scheme):
    context = chromium.new_context(viewport=DESK, color_scheme=scheme)
    page = context.new_page()
    Board.of_sample(page, server.url)
    page.locator(".hold-chip:not(.stale, :empty)").first.wait_for()

    for selector in TEXTS:
        found = page.locator(selector).evaluate_all(MEASURE)
        assert found, selector
        faint = [(text, round(ratio, 2)) for text, ratio, _ in found if ratio < ENOUGH]
        assert not faint, selector
    paper = page.locator(".headline").evaluate_all(MEASURE)[0][2]
    assert (paper < 0.5) == (scheme == "dark")
    context.close()
