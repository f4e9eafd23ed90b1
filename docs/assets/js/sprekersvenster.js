// The speaker's window: clock, notes, what comes next. It is written from here, so that it also works from a USB stick,
// where windows may not read each other's addresses.
const sprekersvenster = (() => {
  let own = null;
  let started = null;
  const pad = (number) => String(number).padStart(2, "0");
  const put = (name, text) => (own.document.querySelector(name).textContent = text);

  const tick = () => {
    if (!own || own.closed) return;
    const now = new Date();
    const seconds = started ? Math.floor((now - started) / 1000) : 0;
    put(".spreker__nu", `${pad(now.getHours())}:${pad(now.getMinutes())}`);
    put(".spreker__duur", `${Math.floor(seconds / 60)}:${pad(seconds % 60)}`);
  };

  return {
    open(onKey) {
      if (own && !own.closed) return own.focus();
      own = window.open("", "sprekersvenster", "width=1100,height=700");
      if (!own) return;
      const css = document.querySelector("link[href$='presentatie.css']").href;
      own.document.open();
      own.document.write(
        `<!doctype html><html lang="nl"><head><title>Sprekersvenster</title><link rel="stylesheet" href="${css}"></head>` +
          `<body><main class="spreker"><div class="spreker__klok"><small>Nu</small><span class="spreker__nu"></span></div>` +
          `<div class="spreker__klok"><small>Sinds de start</small><span class="spreker__duur"></span></div>` +
          `<div><small>Op het scherm</small><strong class="spreker__dia"></strong></div>` +
          `<div><small>Hierna</small><span class="spreker__hierna"></span></div>` +
          `<div class="spreker__notities" aria-live="polite"></div></main></body></html>`,
      );
      own.document.close();
      own.addEventListener("keydown", onKey);
      setInterval(tick, 1000);
    },
    toon(slide, next, minutes) {
      started ??= new Date();
      if (!own || own.closed) return;
      put(".spreker__dia", `${slide.querySelector(".dia__titel").textContent}${minutes ? ` (onderdeel van ${minutes} min)` : ""}`);
      put(".spreker__hierna", next ? next.querySelector(".dia__titel").textContent : "Dit is de laatste dia");
      const notes = slide.querySelector(".notes");
      own.document.querySelector(".spreker__notities").replaceChildren(...[...notes.children].map((one) => own.document.importNode(one, true)));
      tick();
    },
  };
})();
