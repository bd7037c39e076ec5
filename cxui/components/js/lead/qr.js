/** A QR code as one path; its modules are the server's. */

import { s, setAttr } from "../parts/dom.js";

/** Always dark on light, whatever the theme: many phones read nothing else. */
export function createQr() {
  const path = s("path", { fill: "#000" });
  const ground = s("rect", { fill: "#fff" });
  const el = s("svg", { class: "qr", role: "img", "aria-label": "QR code to join", "shape-rendering": "crispEdges" }, ground, path);

  /** @param {{size: number, path: string} | null | undefined} qr */
  function update(qr) {
    setAttr(el, "hidden", !qr);
    if (!qr) return;
    setAttr(el, "viewBox", `0 0 ${qr.size} ${qr.size}`);
    setAttr(ground, "width", qr.size);
    setAttr(ground, "height", qr.size);
    setAttr(path, "d", qr.path);
  }

  return { el, update };
}
