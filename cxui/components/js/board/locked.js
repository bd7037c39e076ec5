/** What participants read while the structure is locked. */
export const LOCKED = "The facilitator has locked the structure: rate and add notes.";
