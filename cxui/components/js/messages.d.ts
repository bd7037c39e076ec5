/**
 * What a browser tab and a room say to each other; docs/live.md explains it.
 * Made from cxlive/channel/messages.py by tools/messages_dts.py: change it there.
 */

/** Where I am. */
export interface At {
  kind: "at";
  page?: string;
  focus?: string;
}

/** One command; the same id twice does nothing twice. */
export interface Do {
  kind: "do";
  id: string;
  command: Record<string, unknown>;
}

/** First message; sent again when the tab shows another journey. */
export interface Hello {
  kind: "hello";
  room: string;
  tab: string;
  since?: number | null;
  view?: ViewOf;
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

/** Do again what I took back last. */
export interface Redo {
  kind: "redo";
  id: string;
}

/** The drag was given up. */
export interface Rest {
  kind: "rest";
}

/** Rate as this participant from now on; None: somebody new. */
export interface Sit {
  kind: "sit";
  participant: string | null;
  name?: string;
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
}

export type FromBrowser = Hello | Do | Try | Rest | Undo | Redo | Sit | Outline | Paste | At;

/** The server closes. */
export interface Bye {
  kind: "bye";
  reason: "gone" | "not_allowed" | "flood" | "too_many";
  text: string;
}

/** Keys of the table that changed; null means gone. */
export interface Change {
  kind: "change";
  rev: number;
  set: Record<string, unknown>;
}

/** Somebody who is here, and where. */
export interface Here {
  name: string;
  page: string;
  focus: string;
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

export type ToBrowser = View | Change | Live | Ok | No | Outlined | Who | Bye;
