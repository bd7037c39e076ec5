/** What the board knows; see docs/live.md for what the server sends. */

export type Id = string;

export interface Room { id: Id; name: string; read_only: string | null }
export interface Me {
  participant: Id | null; name: string; right: string; can_edit: boolean;
  /** Admitted, but not yet sat down: sees the join screen only. */
  standing?: boolean;
  viewpoint?: string | null;
  /** I am the lone customer of this journey, who is asked whether my curve may be shown. */
  to_ask?: boolean;
}
export interface Person { id: Id; name: string; right?: string; viewpoint?: string | null }
export interface JourneyRow { id: Id; name: string; kind: string; kind_word: string; persona: string | null }
export interface Journey extends JourneyRow {
  persona_id: Id | null; scenario: string; importance_mode: "scale" | "dots" | "survey"; notice: string;
}
export interface Thing { id: Id; [field: string]: any }
export interface StageRow { stage: Id; touchpoints: Id[] }
export interface Stage { id: Id; name: string; wants: string; intended_feeling?: string; purchase?: string | null }
export interface Touchpoint {
  id: Id; name: string; stage_id?: Id; channel?: string | null; ownership?: string | null;
  owner?: string; wanted?: number | null; moment_of_truth?: boolean; signature?: boolean;
  [field: string]: unknown;
}
export interface Mine {
  valence: number | null; importance: number | null; dot: boolean | null;
  expectation: number | null; performance: number | null; effort: number | null;
}
export type Part = keyof Mine;
export interface Result {
  rated: boolean | number; valence: number | null; low: number | null; high: number | null;
  word: string | null; importance: number | null;
  confidence: { code: string; word: string; symbol: string } | null;
  score: number | null; rank: number | string | null; critical: boolean;
  direction: string | null; direction_word: string | null;
  parts: [string, number, string][] | null; sum: string | null; because: string | null;
  signals_note: string | null; protect: number | null; split: string | null;
  bad: number | null; good: number | null; raters: number | null;
}
export interface Computed {
  headline: string; subline: string; ranking: Id[]; protect: Id[]; empty: string | null;
  notes: string[]; rated: number; touchpoints: number; raters: number; participants: number;
}
export interface Pin { id: Id; touchpoint: Id | null; text: string; number: number }
export type ValenceWord = [from: number, word: string, face: string];
export interface Words {
  valence: ValenceWord[];
  reasons: Record<string, string>;
  directions: Record<string, string>;
  confidence: Record<string, unknown>;
  /** What a persona is called until somebody has given her a name. */
  new_persona: string;
  [more: string]: unknown;
}
export type Values = Record<string, unknown>;

/** What the facilitator has set, known to everybody here. */
export interface Lead {
  locked: boolean; names: boolean; phase: string; phases: [code: string, word: string][];
  /** The journey that the open round is about. */
  round_in?: Id | null;
  /** Viewpoints of those whom the open round asks; null: it asks everybody. */
  round_for?: string[] | null;
  /** A round has asked how this journey feels, so there can be a second look. */
  felt?: boolean;
  /** What a staff round would ask, and how many people; null while a round is open. */
  staff?: { moments: number; people: number } | null;
}
/** One question of a round; `stages` asks it stage by stage. */
export interface RoundStep { part: string; title: string; hint: string; stages: boolean }
/** The private round that is open. */
export interface Round {
  id: Id; number: number; form: string; parts: string[]; touchpoints: Id[]; persona: string | null;
  anonymous: boolean; second_look: boolean; steps: RoundStep[]; taps: number; minutes: number;
  done: number; of: number;
  /** The journey, or the persona, that it is about. */
  about?: { kind: "journey" | "persona"; id: Id; name: string };
}
/** What staff say of one moment, 1 to 5. */
export interface Staff { able: number | null; willing: number | null }
/** My own part in the open round; my values are in `mine/ID`. */
export interface RoundMine {
  done: boolean; bet: Id | null; note: { touchpoint: Id; text: string } | null;
  overall: number | null; sure?: unknown;
  /** What I have written, by card. */
  cards: Record<string, string>;
  staff: Record<Id, Staff>;
}
/** One card about a persona, and what was written on it. */
export interface Card { topic: string; title: string; texts: { id: Id; text: string; times: number }[] }
/** How many said 1, 2, 3, 4, 5; null where too few have answered. */
export interface Spread { counts: number[] | null; text: string }
export interface StaffRow { touchpoint: Id; able: Spread; willing: Spread }
export interface SplitCard { touchpoint: Id; text: string; values: [valence: number, name: string | null][] }
export interface Movement { touchpoint: Id; before: number | null; after: number | null; text: string }
/** The round that was shown last. */
export interface Revealed {
  round: Id; form: string; number: number; headline: string; asked: number; answered: number; at_rev: number;
  splits: SplitCard[]; bets: string | null; movement: Movement[]; moved: string | null; second_look: boolean;
  /** Whom the cards are about. */
  persona: { id: Id; name: string } | null; cards: Card[]; staff: StaffRow[];
}
/** What customers themselves said. */
export interface Customers { points: Record<Id, number>; label: string; note: string | null }
/** Somebody at a new device says to be this participant. */
export interface Claim { claim: Id; participant: Id; name: string }
/** Addresses and codes; only a facilitator has them. */
export interface Links {
  code: string | null; join: string | null; address: string | null; help: string | null; arrived: number;
  qr: { size: number; path: string } | null;
  urls: { participant: string | null; observer: string | null; facilitator: string | null };
}
/** Somebody who is here, and what they do. */
export interface Presence {
  name: string; participant?: Id | null; page?: string | null; focus?: string | null; busy?: string;
}

/** The state as received: what stands, and what lies over it while somebody drags. */
export interface Table { rev: number; known: boolean; base: Values; live: Values }

/** One place on the board: a touchpoint, or a stage that has none yet. */
export interface Column { key: string; stage: Id; touchpoint: Id | null; index: number }
export interface Span { stage: Id; from: number; size: number }

/** Everything the parts of the board draw from, read once per drawing. */
export interface View {
  room: Room; me: Me; people: Person[]; journeys: JourneyRow[]; journey: Journey | null;
  personas: { id: Id; name: string }[];
  order: StageRow[]; columns: Column[]; spans: Span[]; computed: Computed; pins: Pin[];
  undo: { undo: boolean; redo: boolean }; words: Words; here: Presence[];
  lead: Lead; round: Round | null; roundMine: RoundMine; revealed: Revealed | null;
  customers: Customers | null; claims: Claim[]; links: Links | null;
  /** What the card of a moment wears: code and word. */
  badges(touchpoint: Id): [code: string, word: string][];
  /** The page that this state is for; see docs/live.md. */
  page: PageName;
  /** Ids of all things of a kind, in order; on pages that show them. */
  list(kind: string): Id[];
  /** Every field of one thing, `{id}` where it is not there. */
  thing(kind: string, id: Id): Thing;
  /** A key of the page shown, as docs/live.md describes it; null where there is none. */
  computedFor(key: string): any;
  stage(id: Id): Stage; touchpoint(id: Id): Touchpoint; mine(id: Id): Mine; result(id: Id): Result;
}

export interface Single {
  kind: string; of?: string; id?: Id; field?: string; text?: string; seen?: string;
  value?: unknown; thing?: Values; after?: Id | null; parent_id?: Id | null;
  touchpoint_id?: Id; part?: string; subject_id?: Id; standpoint?: string;
}
export interface Batch { kind: "batch"; label: string; commands: Single[] }
export type Command = Single | Batch;

export interface Answer { ok: boolean; rev: number; note: string | null; error: string; text: string; now: string | null }
/** A message that waits for `ok` or `no`. */
export interface Order { kind: string; id: Id; command?: Command; [field: string]: unknown }
/** An order that has no id yet. */
export type Wish = Omit<Order, "id"> & { kind: string };
export interface Message { kind: string; [field: string]: any }

/** Where on a page: a journey, and a moment of it. */
export interface Place { journey?: Id | null; touchpoint?: Id | null }

export interface Link {
  /** Where everyone was brought while this tab had no board. */
  brought: Message | null;
  table: Table; here: View["here"]; connected: boolean; ended: string | null;
  /** When the countdown of the room ends, by this machine's `performance.now()`. */
  ends: number | null;
  /** Show this journey on this page; `screen` is the window for the projector. */
  look(journey: Id | null, page?: PageName, screen?: boolean): void;
  /** Be connected, whatever another part of this page may look at. */
  attend(page: PageName): void;
  /** Ask whoever can to take this tab to another page, and to a place on it. */
  go(page: string, place?: Place): void;
  subscribe(listener: (message: Message) => void): () => void;
  send(message: Message): void;
  order(wish: Wish): Promise<Answer>;
  waiting(): Order[];
}

/** What a hand on the curve moves; `what_if`: a ghost, and nothing that is so. */
export type Mode = "today" | "wanted" | "what_if";
export interface Hand { keys: Map<string, number | null>; label: string }

export interface Gesture {
  phase: "rest" | "pointer" | "keys";
  key: string; start: number | null; value: number | null;
}
export type GestureEvent =
  | { type: "grab"; key: string; value: number | null }
  | { type: "move"; value: number | null }
  | { type: "press"; key: string; value: number | null; name: string }
  | { type: "release" } | { type: "settle" } | { type: "escape" };
export type GestureEffect =
  | { kind: "try"; key: string; value: number | null }
  | { kind: "commit"; key: string; value: number | null }
  | { kind: "back"; key: string } | null;

export interface MenuItem {
  label: string; act?: () => void; disabled?: boolean; checked?: boolean; danger?: boolean;
  hint?: string; items?: MenuItem[];
}
export interface Popup { el: HTMLElement; close(refocus?: boolean): void; place(): void }
export interface Toasts { say(text: string, action?: { label: string; act: () => void }): void }

/** What every part of the board is given. */
export interface Context {
  /** The path that the app is served under; empty at the top. */
  base: string;
  root: HTMLElement; link: Link; toasts: Toasts; mode: Mode;
  hand: Hand | null; last: Id | null;
  /** Draws the hand, together with the answer that has just come to its try. */
  answered: (() => void) | null;
  view(): View;
  render(): void;
  run(command: Command, said?: string): Promise<Answer>;
  order(wish: Wish, said?: string): Promise<Answer>;
  announce(text: string): void;
  /** Say the new ranking once the present change has been worked in. */
  announceRanking(): void;
  /** Open the name of a new thing for typing as soon as it is drawn. */
  wish: string | null;
  show(touchpoint: Id): void;
  openCard(touchpoint: Id, anchor: HTMLElement): void;
  pick(journey: Id): void;
  setMode(mode: Mode): void;
  /** Whether this round was open when this tab was already there. */
  sawOpen(round: Id): boolean;
  /** Rate in the open round, or look at the board again; kept for this tab. */
  rateToo(yes: boolean): void;
  /** What came out of the last round has been read: on to the board; or show it again. */
  showRevealed(yes: boolean): void;
}
export interface PartOf<T extends Element = HTMLElement> { el: T; update(view: View): void }

/** The pages that are drawn from the table of state. */
export type PageName = "journey" | "promise" | "people" | "matters" | "evidence" | "behind" | "checkup" | "walk" | "compare";
/** `board` is the screen of the page `journey`; the others are called as their page. */
export type ScreenName = "join" | "round" | "reveal" | "board" | "screen" | Exclude<PageName, "journey">;
/** A whole screen of the component: the board, joining, a round, the screen for the room. */
export interface Screen {
  el: HTMLElement;
  update(view: View): void;
  stop(): void;
  /** Redraw only what a drag changes. */
  follow?(view: View): void;
  heard?(message: Message): void;
  /** It has just become the one that is seen. */
  shown?(): void;
}

export interface ComponentArgs {
  data: { room: string; journey: string | null; base: string; page: PageName; view?: string | null };
  parentElement: HTMLElement | ShadowRoot;
  setStateValue(name: string, value: unknown): void;
  setTriggerValue(name: string, value: unknown): void;
}
