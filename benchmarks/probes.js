// Runs in the measured pages before anything else: notes when what was sent and seen.
(() => {
  const seen = { tried: 0, tries: 0, ranked: 0, released: 0, saved: 0, redrawn: 0 };
  window.cxSeen = seen;
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (frame) {
    if (typeof frame === "string" && frame.startsWith('{"kind":"try"')) {
      seen.tried = performance.now();
      seen.tries += 1;
      seen.ranked = 0;
    }
    if (typeof frame === "string" && frame.startsWith('{"kind":"do"') && !this.cxHeard) {
      this.cxHeard = true;
      this.addEventListener("message", ({ data }) => {
        if (String(data).includes('"kind":"ok"')) seen.saved = performance.now();
      });
    }
    return send.call(this, frame);
  };
  addEventListener("pointerup", () => {
    Object.assign(seen, { released: performance.now(), saved: 0, redrawn: 0 });
  }, true);

  window.cxWatchRanking = (panel) => {
    const all = { subtree: true, childList: true, characterData: true, attributes: true };
    new MutationObserver(() => { seen.ranked ||= performance.now(); }).observe(panel, all);
  };

  window.cxWatchScript = () => {
    const change = () => document.body.textContent.match(/· change (\d+)/)?.[1];
    let last = change();
    new MutationObserver(() => {
      const now = change();
      if (now !== undefined && now !== last) {
        last = now;
        seen.redrawn = performance.now();
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  };

  // A page may not evaluate text (its own policy), so waiting is done in here.
  window.cxUntil = (holds) => new Promise((done) => {
    const look = () => (holds() ? done() : setTimeout(look, 1));
    look();
  });

  window.cxButtonRerun = () => new Promise((done) => {
    const button = [...document.querySelectorAll("button")].find((b) => b.textContent.includes("Again"));
    const text = () => document.querySelector('[data-testid="stText"]').textContent;
    const before = text();
    const start = performance.now();
    const observer = new MutationObserver(() => {
      if (text() === before) return;
      observer.disconnect();
      done(performance.now() - start);
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    button.click();
  });
})();
