/** Taking a thing away, and how to bring it back at once. */

/** @typedef {import("../types").Context} Context */

/**
 * @param {Context} ctx
 * @param {string} of
 * @param {string} id
 * @param {string} name
 */
export function removeThing(ctx, of, id, name) {
  void ctx.run({ kind: "remove", of, id }).then((answer) => {
    if (!answer.ok) return;
    ctx.toasts.say(`Removed “${name}”.`, { label: "Undo", act: () => void ctx.run({ kind: "restore", of, id }) });
  });
}
