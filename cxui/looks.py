"""The little that Streamlit has no setting for, as styles of the page around us."""

# A journey needs the width, and small text a contrast of 4.5 (it comes with 4.2).
_MARGINS_AND_CAPTIONS = """
  [data-testid="stMainBlockContainer"] { padding-inline: clamp(0.75rem, 1.4vw, 3rem); }
  [data-testid="stCaptionContainer"] { opacity: 0.76; }
  .st-key-follower { display: none; }
"""

# A graph is a picture: it takes neither the finger that scrolls past nor a click. On a
# narrow screen it keeps a width at which its words can be read, and scrolls.
_GRAPHS = """
  .st-key-behind-graph { overflow-x: auto; }
  .st-key-behind-graph iframe { min-width: 520px; pointer-events: none; }
"""

# The choice made, in ink: its own colour is too pale on a dark page.
_CHOICES = """
  [data-testid="stButtonGroup"] button[role="radio"][data-selected][data-rac] {
    color: inherit;
  }
"""

# A participant's phone has no menu: it follows the facilitator (decision 29).
_NO_MENU_ON_PHONES = """
  @media (max-width: 767px) {
    [data-testid="stSidebar"], [data-testid="stExpandSidebarButton"] { display: none; }
  }
"""

# The window for the projector holds the component and nothing else.
_NOTHING_AROUND = """
  [data-testid="stHeader"], [data-testid="stSidebar"] { display: none; }
  [data-testid="stMainBlockContainer"] { padding: 0; }
"""


def styles(*, takes_part: bool, is_screen: bool) -> str:
    """Return the styles for a tab.

    Args:
        takes_part: it is there to take part or to look on, not to lead.
        is_screen: it is the screen for the room.
    """
    parts = [_MARGINS_AND_CAPTIONS, _GRAPHS, _CHOICES]
    if takes_part:
        parts.append(_NO_MENU_ON_PHONES)
    if is_screen:
        parts.append(_NOTHING_AROUND)
    return f"<style>{''.join(parts)}</style>"
