/**
 * Orders on their way: kept in this tab's storage, in order, until the server says
 * `ok` or `no`, and shown on the board until its `change` has arrived.
 */

/** @typedef {import("../types").Order} Order */
/** @typedef {{getItem(key: string): string | null, setItem(key: string, value: string): void, removeItem(key: string): void}} Store */
/** @typedef {Order & {rev: number | null}} Waiting */

/**
 * @param {Store} store
 * @param {string} key
 */
export function createPending(store, key) {
  /** @type {Waiting[]} */
  let waiting = read(store, key).map((order) => ({ ...order, rev: null }));

  function keep() {
    const open = waiting.filter((order) => order.rev === null).map(({ rev, ...order }) => order);
    try {
      if (open.length) store.setItem(key, JSON.stringify(open));
      else store.removeItem(key);
    } catch {
      // storage is full or barred: the orders live on in memory
    }
  }

  return {
    /** Orders that have no answer yet, oldest first. */
    open: () => waiting.filter((order) => order.rev === null),
    /** Orders that the table of state does not show yet. */
    shown: () => waiting,
    /** @param {Order} order */
    add(order) {
      waiting = [...waiting, { ...order, rev: null }];
      keep();
    },
    /**
     * @param {string} id
     * @param {number} rev the revision it became
     * @param {number} known the revision the table already shows
     */
    accept(id, rev, known) {
      waiting = waiting.map((order) => (order.id === id ? { ...order, rev } : order));
      keep();
      this.reached(known);
    },
    /** @param {string} id */
    refuse(id) {
      waiting = waiting.filter((order) => order.id !== id);
      keep();
    },
    /** @param {number} rev the table now shows this revision */
    reached(rev) {
      waiting = waiting.filter((order) => order.rev === null || order.rev > rev);
    },
  };
}

/**
 * @param {Store} store
 * @param {string} key
 * @returns {Order[]}
 */
function read(store, key) {
  try {
    const kept = JSON.parse(store.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.filter((order) => order && order.id && order.kind) : [];
  } catch {
    return [];
  }
}
