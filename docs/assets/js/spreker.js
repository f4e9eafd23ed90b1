// The speaker's window: the clock against the plan, notes, votes, what comes next. It is the same page as the deck, asked for with
// `?spreker`, and hears from the deck what is on the screen. Needs woorden.js, opslag.js, inkorten.js and stemmen.js.
if (new URLSearchParams(location.search).has("spreker")) {
  const place = document.querySelector(".spreker");
  const begin = place.querySelector("button");
  const parts = sessieplan();
  const started = `begonnen:${location.pathname}`;
  const pad = (number) => String(number).padStart(2, "0");
  const lasted = (seconds) => `${Math.floor(seconds / 60)}:${pad(seconds % 60)}`;
  const put = (name, text) => (place.querySelector(`[data-vul=${name}], [data-klok=${name}]`).textContent = text);
  const ask = (what) => opener?.postMessage({ spreker: true, ...what }, "*");
  const partOf = (slide) => parts.findIndex((part) => part.id === slide.dataset.onderdeel);
  let slide = null;

  const tick = () => {
    const now = new Date();
    const begun = opslag.even(started);
    put("nu", `${pad(now.getHours())}:${pad(now.getMinutes())}`);
    begin.textContent = begun ? gettext("Start de klok opnieuw") : gettext("Start de klok");
    if (begun) {
      const seconds = Math.floor((now - begun) / 1000);
      put("duur", lasted(seconds));
      if (slide) {
        const end = 60 * parts.slice(0, partOf(slide) + 1).reduce((sum, part) => sum + part.minuten, 0);
        put("over", seconds <= end ? gettext("nog {tijd}", { tijd: lasted(end - seconds) }) : gettext("{tijd} te laat", { tijd: lasted(seconds - end) }));
        place.querySelector("[data-klok=over]").classList.toggle("te-laat", seconds > end);
      }
    }
    ask();
  };

  // The fields for votes of the slide, which write through to those of the deck.
  const fields = (step) => stemmen.velden(step).map((field) => {
    const row = document.createElement("li");
    const label = document.createElement("label");
    const copy = field.cloneNode();
    copy.addEventListener("input", () => ask({ stem: copy.dataset.naar, aantal: copy.value }));
    label.append(gettext("Handen voor {letter}", { letter: stemmen.letter(field) }), " ", copy);
    row.append(label);
    return row;
  });

  const title = (one) => one.querySelector(".dia__titel").textContent;
  const show = (one, next) => {
    slide = one;
    const room = stemmen.velden(slide).length > 0;
    const number = partOf(slide);
    put("dia", title(slide));
    put("deel", gettext("Onderdeel {nummer} van {alle}, {minuten} min", { nummer: number + 1, alle: parts.length, minuten: parts[number].minuten }));
    put("hierna", room ? gettext("Wat de zaal kiest") : next ? title(next) : gettext("Dit is de laatste dia"));
    place.querySelector(".spreker__stemmen").replaceChildren(...fields(slide));
    place.querySelector(".spreker__notities").replaceChildren(...[...slide.querySelector(".notes").children].map((note) => note.cloneNode(true)));
    tick();
  };

  addEventListener("message", ({ data, source }) => {
    const told = source === opener && data?.presentatie;
    const now = told && document.getElementById(told.dia);
    if (!now) return;
    if (now !== slide) show(now, document.getElementById(told.hierna));
    for (const field of place.querySelectorAll("input")) {
      if (field !== document.activeElement) field.value = told.handen[field.dataset.naar] ?? "";
    }
  });
  begin.addEventListener("click", () => {
    opslag.even(started, Date.now());
    begin.blur();
    tick();
  });
  document.addEventListener("keydown", (event) => {
    const own = event.target.matches("input") ? stemmen.cijfer(event) : event.target.matches("button") && /^( |Enter|Tab)$/.test(event.key);
    if (own || event.ctrlKey || event.metaKey || event.altKey || /^(F\d+|Tab)$/.test(event.key)) return;
    event.preventDefault();
    ask({ toets: event.keyCode });
  });

  document.body.classList.add("spreekt");
  setInterval(tick, 1000);
  tick();
}
