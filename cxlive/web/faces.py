"""The seven faces, drawn: not every printer and phone has them as letters."""

from cxlive.rounds.paper import WORDS


def face(step: int) -> str:
    """Return the face of one of the seven words as SVG, 0 for the saddest."""
    middle = len(WORDS) // 2
    glad = (step - middle) / middle
    ends, bend = 15.5 - 1.5 * glad, 15.5 + 4.5 * glad
    mouth = f"M7 {ends:.1f}Q12 {bend:.1f} 17 {ends:.1f}"
    return (
        '<svg viewBox="0 0 24 24" aria-hidden="true">'
        '<circle cx="12" cy="12" r="10.5"/>'
        f'<path d="{mouth}M8.5 9v.1M15.5 9v.1"/></svg>'
    )
