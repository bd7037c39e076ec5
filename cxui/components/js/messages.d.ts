/**
 * What a browser tab and a room say to each other; docs/live.md explains it.
 * Made from cxlive/channel/messages.py and from_browser.py by tools/messages_dts.py:
 * change it there.
 */

/** Say whether somebody is who they say they are. */
export interface AnswerClaim {
  do: "answer_claim";
  claim: string;
  yes: boolean;
}

/** Where I am. */
export interface At {
  kind: "at";
  page?: string;
  focus?: string;
  busy?: "" | "drag" | "type";
}

/** Bring everybody to this page, journey and touchpoint. */
export interface BringHere {
  do: "bring";
  page?: string;
  journey?: string | null;
  touchpoint?: string | null;
}

/** I am this participant already: somebody who knows has to say yes. */
export interface Claim {
  kind: "claim";
  id: string;
  participant: string;
}

/** One command; the same id twice does nothing twice. */
export interface Do {
  kind: "do";
  id: string;
  command: Record<string, unknown>;
  round?: string | null;
}

/** Draw a journey again for another persona, as one change. */
export interface Draw {
  kind: "draw";
  id: string;
  journey: string;
  persona: string;
  new: string;
}

/** Make somebody else the facilitator, in my place. */
export interface HandOver {
  do: "hand_over";
  participant: string;
}

/** First message; sent again when the tab shows another journey. */
export interface Hello {
  kind: "hello";
  room: string;
  tab: string;
  since?: number | null;
  view?: ViewOf;
}

/** Keep a journey as everybody sees it today. */
export interface KeepReview {
  do: "keep_review";
  journey: string;
  note?: string;
  forecast?: Record<string, unknown>;
}

/** What only a facilitator asks for. */
export interface Lead {
  kind: "lead";
  id: string;
  act: unknown;
}

/** Let participants change the structure, or not. */
export interface Lock {
  do: "lock";
  on: boolean;
}

/** Make a link by which customers rate a journey, up to and including a day. */
export interface MakeCustomerLink {
  do: "make_customer_link";
  journey: string;
  until: string;
  scenario: string;
}

/** Make a join code, or a link that gives a right. */
export interface MakeLink {
  do: "make_link";
  right: Right | "code";
}

/** Show names beside ratings after a reveal, or not. */
export interface Names {
  do: "names";
  on: boolean;
}

/** Start a private round. */
export interface OpenRound {
  do: "open_round";
  journey?: string | null;
  persona?: string | null;
  form?: RoundForm;
  anonymous?: boolean;
}

/** A list on its way to being pasted: what would it become? */
export interface Outline {
  kind: "outline";
  n: number;
  text: string;
}

/** Add what a list says behind what is there, as one change. */
export interface Paste {
  kind: "paste";
  id: string;
  journey: string;
  text: string;
  feelings?: boolean;
}

/** What the room does at the moment; shown to all. */
export interface Phase {
}

/** Do again what I took back last. */
export interface Redo {
  kind: "redo";
  id: string;
}

/** Take somebody out of the workshop. */
export interface RemovePerson {
  do: "remove_person";
  participant: string;
}

/** The drag was given up. */
export interface Rest {
  kind: "rest";
}

/** Show the open round to everybody. */
export interface Reveal {
  do: "reveal";
}

/** What a seat may do; nothing follows from names or addresses. */
export interface Right {
}

/** The forms of a private round; the light one is offered first. */
export interface RoundForm {
}

/** In a private round: I am done, my bet on the worst moment, a note, or a card. */
export interface Say {
  kind: "say";
  id: string;
  part: "done" | "bet" | "note" | "name" | "sentence" | "wants" | "fears" | "smiles" | "others";
  value?: boolean | string | null;
  touchpoint?: string | null;
  round?: string | null;
}

/** Say what the room does now. */
export interface SetPhase {
  do: "phase";
  phase: Phase;
}

/** Rate as this participant from now on; None: somebody new. */
export interface Sit {
  kind: "sit";
  participant: string | null;
  name?: string;
  viewpoint?: Viewpoint | null;
}

/** Start a countdown that all see; 0 takes it away. */
export interface StartTimer {
  do: "timer";
  seconds: number;
}

/** End the open round without showing it. */
export interface StopRound {
  do: "stop_round";
}

/** What would be said if these touchpoints felt so? Answered to this tab alone. */
export interface Suppose {
  kind: "suppose";
  n: number;
  values: Record<string, unknown>;
}

/** Withdraw a customer link, and take out all that has come by it. */
export interface TakeOutCustomers {
  do: "take_out_customers";
  link: string;
}

/** Preview of a drag; never stored. */
export interface Try {
  kind: "try";
  n: number;
  touchpoint: string;
  part: "valence" | "importance" | "dot" | "expectation" | "performance" | "effort" | "wanted";
  value: number | boolean | null;
  all?: ([string, number | boolean | null])[];
}

/** Take back my newest change. */
export interface Undo {
  kind: "undo";
  id: string;
}

/** What a tab shows. */
export interface ViewOf {
  journey?: string | null;
  page?: "journey" | "promise" | "people" | "matters" | "evidence" | "behind" | "checkup" | "walk" | "compare";
  screen?: boolean;
}

/** Where a participant stands towards the customer. */
export interface Viewpoint {
}

/** End all links of a right, or all codes. */
export interface Withdraw {
  do: "withdraw";
  right: Right | "code";
}

/** Ask nobody any more by a customer link; what has arrived stays. */
export interface WithdrawCustomerLink {
  do: "withdraw_customer_link";
  link: string;
}

export type FromBrowser = Hello | Sit | Claim | Lead | Do | Try | Suppose | Rest | Undo | Redo | Say | Outline | Paste | Draw | At;

/** The facilitator asks everybody to look at this. */
export interface Bring {
  kind: "bring";
  page: string;
  journey: string | null;
  touchpoint: string | null;
}

/** The server closes. */
export interface Bye {
  kind: "bye";
  reason: "gone" | "not_allowed" | "flood" | "too_many" | "stopping";
  text: string;
}

/** Keys of the table that changed; null means gone. */
export interface Change {
  kind: "change";
  rev: number;
  set: Record<string, unknown>;
}

/** Somebody who is here, where, and whether they drag or type there. */
export interface Here {
  participant: string;
  name: string;
  page: string;
  focus: string;
  busy: string;
}

/** Keys that lie over the state while somebody drags; null: nobody does. */
export interface Live {
  kind: "live";
  n: number | null;
  set: Record<string, unknown> | null;
}

/** Refused; ``now`` is what stands there, for text that has moved on. */
export interface No {
  kind: "no";
  id: string;
  error: string;
  text: string;
  now: string | null;
}

/** Accepted and durable. */
export interface Ok {
  kind: "ok";
  id: string;
  rev: number;
  note: string | null;
}

/** What a list would become, and what of it could not be taken. */
export interface Outlined {
  kind: "outlined";
  n: number;
  stages: OutlinedStage[];
  notes: string[];
  feelings: boolean;
  error: string | null;
}

/** One stage of a list. */
export interface OutlinedStage {
  name: string;
  touchpoints: OutlinedTouchpoint[];
}

/** One moment of a list. */
export interface OutlinedTouchpoint {
  name: string;
  channel: string | null;
}

/** What would be said if moments felt as supposed; nothing of it is so. */
export interface Supposed {
  kind: "supposed";
  n: number;
  set: Record<string, unknown> | null;
  text: string;
}

/** How long the countdown still runs; null: there is none. */
export interface Timer {
  kind: "timer";
  ms_left: number | null;
}

/** Everything this seat may see of this journey. */
export interface View {
  kind: "view";
  rev: number;
  state: Record<string, unknown>;
}

/** Everybody who is here. */
export interface Who {
  kind: "who";
  here: Here[];
}

export type ToBrowser = View | Change | Live | Supposed | Ok | No | Outlined | Who | Timer | Bring | Bye;
