/**
 * My own changes, shown before the server has confirmed them. Pure: commands in,
 * keys of the table of state out. The server's word replaces them when it comes.
 */

/** @typedef {import("../types").Command} Command */
/** @typedef {import("../types").Single} Single */
/** @typedef {import("../types").StageRow} StageRow */
/** @typedef {Map<string, any>} Overlay */
/** @typedef {(key: string) => any} Read */
/** @typedef {import("../types").Order} Order */

/** My own part in the open round. */
const MINE = "round/me";
/** What is said in words of a persona. */
const CARDS = new Set(["name", "sentence", "wants", "fears", "smiles", "others"]);
const AS_PERSONA = "as_persona";
const SINGULAR = new Set(["journey", "room", "brief"]);

/**
 * @param {Read} read what stands
 * @param {Command[]} commands in the order they were given
 * @returns {Overlay}
 */
export function project(read, commands) {
  /** @type {Overlay} */
  const over = new Map();
  /** @type {Read} */
  const get = (key) => (over.has(key) ? over.get(key) : read(key));
  for (const command of commands) {
    const singles = "commands" in command ? command.commands : [command];
    for (const single of singles) STEPS[single.kind]?.(single, get, over);
  }
  return over;
}

/**
 * The same for all that waits for an answer: commands, and what I said of myself.
 * @param {Read} read
 * @param {Order[]} orders
 * @returns {Overlay}
 */
export function projectAll(read, orders) {
  const over = project(read, orders.flatMap(({ command }) => (command ? [command] : [])));
  for (const order of orders) {
    if (order.kind === "say") say(order, read, over);
  }
  return over;
}

/**
 * @param {Order} order
 * @param {Read} read
 * @param {Overlay} over
 */
function say(order, read, over) {
  const now = over.get(MINE) ?? read(MINE);
  if (!now) return;
  const { part, value, touchpoint } = order;
  if (CARDS.has(String(part))) {
    over.set(MINE, { ...now, cards: { ...now.cards, [String(part)]: value } });
    return;
  }
  const said = part === "bet" ? touchpoint ?? null : part === "note" ? (value ? { touchpoint, text: value } : null) : value;
  over.set(MINE, { ...now, [String(part)]: said });
}

/** @type {Record<string, (command: Single, get: Read, over: Overlay) => void>} */
const STEPS = {
  set_rating(command, get, over) {
    // what the board shows as mine is what I said as the persona
    if ((command.standpoint ?? AS_PERSONA) !== AS_PERSONA) return;
    const key = `mine/${command.touchpoint_id}`;
    over.set(key, { ...get(key), [command.part ?? ""]: command.value });
  },
  set_answer(command, get, over) {
    const now = get(MINE);
    const { subject_id: subject = "", part = "", value } = command;
    if (!now) return;
    over.set(MINE, subject in (now.staff ?? {})
      ? { ...now, staff: { ...now.staff, [subject]: { ...now.staff[subject], [part]: value } } }
      : { ...now, [part]: value });
  },
  set_value: (command, get, over) => change(command, command.value, get, over),
  write_text: (command, get, over) => change(command, command.text, get, over),
  add: addThing,
  remove: removeThing,
  place: placeThing,
};

/**
 * @param {Single} command
 * @param {unknown} value
 * @param {Read} get
 * @param {Overlay} over
 */
function change(command, value, get, over) {
  const of = command.of ?? "";
  const key = SINGULAR.has(of) ? of : `${of}/${command.id}`;
  const now = get(key);
  if (!now || (SINGULAR.has(of) && now.id !== command.id)) return;
  over.set(key, { ...now, [command.field ?? ""]: value });
}

/**
 * @param {Single} command
 * @param {Read} get
 * @param {Overlay} over
 */
function addThing(command, get, over) {
  const thing = /** @type {any} */ (command.thing);
  if (get(`${command.of}/${thing.id}`)) return;
  if (command.of !== "stage" && command.of !== "touchpoint") return addToList(command, get, over);
  over.set(`${command.of}/${thing.id}`, { wants: "", ...thing });
  over.set("order", command.of === "stage"
    ? placed(get("order") ?? [], { stage: thing.id, touchpoints: [] }, command.after, (row) => row.stage)
    : inStage(get("order") ?? [], thing.stage_id, thing.id, command.after));
}

/**
 * Things that are no part of the map stand in a list of their kind, on pages that show it.
 * @param {Single} command
 * @param {Read} get
 * @param {Overlay} over
 */
function addToList(command, get, over) {
  const list = get(`list/${command.of}`);
  if (!list) return;
  const thing = /** @type {any} */ (command.thing);
  over.set(`${command.of}/${thing.id}`, thing);
  over.set(`list/${command.of}`, placed(list, thing.id, command.after, (id) => id));
}

/**
 * @param {Single} command
 * @param {Read} get
 * @param {Overlay} over
 */
function removeThing(command, get, over) {
  const list = get(`list/${command.of}`);
  if (list) over.set(`list/${command.of}`, list.filter((/** @type {string} */ id) => id !== command.id));
  else over.set("order", without(get("order") ?? [], command.id ?? ""));
}

/**
 * @param {Single} command
 * @param {Read} get
 * @param {Overlay} over
 */
function placeThing(command, get, over) {
  const list = get(`list/${command.of}`);
  if (list) {
    const rest = list.filter((/** @type {string} */ id) => id !== command.id);
    over.set(`list/${command.of}`, placed(rest, command.id ?? "", command.after, (id) => id));
    return;
  }
  /** @type {StageRow[]} */
  const order = get("order") ?? [];
  const id = command.id ?? "";
  const rest = without(order, id);
  if (command.of === "stage") {
    const row = order.find((each) => each.stage === id);
    if (row) over.set("order", placed(rest, row, command.after, (each) => each.stage));
  } else if (command.of === "touchpoint") {
    const home = order.find((row) => row.touchpoints.includes(id));
    if (home) over.set("order", inStage(rest, command.parent_id ?? home.stage, id, command.after));
  }
}

/**
 * @param {StageRow[]} order
 * @param {string} id of a stage or a touchpoint
 */
function without(order, id) {
  return order.filter((row) => row.stage !== id)
    .map((row) => ({ ...row, touchpoints: row.touchpoints.filter((each) => each !== id) }));
}

/**
 * @param {StageRow[]} order
 * @param {string} stage
 * @param {string} id
 * @param {string | null | undefined} after
 */
function inStage(order, stage, id, after) {
  return order.map((row) => (row.stage === stage
    ? { ...row, touchpoints: placed(row.touchpoints, id, after, (each) => each) }
    : row));
}

/**
 * The list with one more item behind the one named; "" is the first place, and where
 * that sibling is gone the item goes to the end.
 * @template T
 * @param {T[]} list
 * @param {T} item
 * @param {string | null | undefined} after
 * @param {(item: T) => string} idOf
 */
function placed(list, item, after, idOf) {
  const found = list.findIndex((each) => idOf(each) === after);
  const index = after === "" ? 0 : found < 0 ? list.length : found + 1;
  return [...list.slice(0, index), item, ...list.slice(index)];
}
