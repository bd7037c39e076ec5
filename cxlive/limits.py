"""Every number that bounds a room, in one place (decision 17)."""

from cxcore.document import DEFAULT

FRAME_BYTES = 64_000
"""Largest message a browser may send."""
FRAMES_PER_SECOND = 200.0
FRAMES_BURST = 400.0
"""More frames than a browser of ours ever sends: the connection is closed."""

COMMANDS_PER_SECOND = 20.0
COMMANDS_BURST = 60.0
"""Commands of one participant; beyond it they are refused with a sentence."""
PREVIEWS_PER_SECOND = 60.0
PREVIEWS_BURST = 60.0
"""Previews of one tab; beyond it they are dropped in silence."""

TOUCHPOINTS = DEFAULT.touchpoints
PARTICIPANTS = DEFAULT.participants
"""What a file can hold: a room that took more could not be saved."""
CONNECTED = 100
"""Tabs in one room at a time; rooms are designed for 60 people."""
TABS_PER_DEVICE = 20

HELLO_SECONDS = 10.0
"""How long a new connection may take to say where it wants to go."""
OUTGOING_MESSAGES = 1_000
"""A tab that has so many unsent messages does not read: it is dropped."""

TICK_SECONDS = 0.05
"""Other tabs see previews, presence and a busy room's changes at this pace."""
BUSY_FROM = 4
"""So many people dragging at once make a room busy."""
PREVIEW_SECONDS = 30.0
"""A preview that is neither moved nor given up for so long is dropped."""
ON_LOOP_CELLS = 1_500
"""Touchpoints times participants; bigger journeys are computed in a thread."""

SNAPSHOT_EVERY = 1_000
"""Commands between two snapshots."""
PROBE_SECONDS = 1.0
"""How often a room that could not save tries again."""
CLOSE_SECONDS = 10.0
"""How long closing waits for what is not yet written."""
RECENT_ROOMS = 20
"""Rooms listed as recent."""
COOKIE_SECONDS = 400 * 24 * 3600
"""As long as browsers keep a cookie at most."""

GUESSES_PER_SECOND = 10.0
GUESSES_BURST = 10.0
"""Wrong codes from everywhere together: at this pace eight signs hold for years."""
GUESSES_PER_ADDRESS_SECOND = 0.5
GUESSES_PER_ADDRESS_BURST = 30.0
"""Wrong codes from one address, behind which a whole room may sit."""
GUESSERS_KNOWN = 10_000
"""Addresses remembered at most; whoever failed longest ago is forgotten first."""
DEVICES = 1_000
"""Devices with a seat in one room, those that never sat down included."""
SHOWN_ROOMS = 1_000
"""Rooms whose codes and links can be shown again without making new ones."""
CUSTOMERS = 100
"""Customers by link in one workshop: half of its places are for people in the room."""
CUSTOMER_LINKS = 20
"""Customer links of one workshop at a time; withdrawn ones are not counted."""
CUSTOMER_LINK_DAYS = 366
"""A customer link is open for so long at most."""
CUSTOMER_LINE = 200
"""Characters of the one line that a customer may add to a moment."""
CUSTOMER_TEXT = 5_000
"""Characters of all lines of one customer together."""
CUSTOMER_FORM_BYTES = 256_000
"""Largest form that is read at all."""
SENDINGS_PER_SECOND = 1.0
SENDINGS_BURST = 40.0
"""Forms sent by one customer link: a full hall at once, then one a second."""
CARD_CHARACTERS = 500
"""Characters on one of the five cards about a persona: a line or a short note."""
COMPARED_PERSONAS = 6
"""Personas compared side by side: the first ones, each with a line of its own."""
CERTAINTY_SECONDS = 0.2
"""So long after a change it is worked out how firmly the ranking holds."""
CERTAINTY_REST = 9.0
"""Rest after that, in times as long as it took: a tenth of one core at most."""
REVIEWS_PER_JOURNEY = 60
"""Reviews kept of one journey: five years of months."""
REVIEW_BYTES = 4 * DEFAULT.bytes // 10
"""What all reviews of a workshop may take of its file, so that it can be opened."""
COMPARED_REVIEWS = 4
"""Reviews compared with today: the newest ones; the others stand in the series."""
REVIEW_SERIES = 24
"""Days shown one after another: the newest ones."""
CLAIMS = 50
"""People in one room who wait for "I am Ana already" to be confirmed."""
CLAIM_SECONDS = 600.0
"""A claim that nobody has answered for so long is dropped."""

OPEN_ROOMS = 200
"""Rooms in memory at a time."""
IDLE_ROOM_SECONDS = 600.0
"""A room that nobody has looked at for so long leaves memory."""
TIDY_SECONDS = 60.0
"""How often idle rooms are looked for."""
