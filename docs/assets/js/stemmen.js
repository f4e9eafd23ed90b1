// What the hands in the room chose at each step of a scenario, and how that is shown where it leads. Needs opslag.js.
const stemmen = (() => {
  const name = `stemmen:${location.pathname}`;
  const hands = opslag.even(name) ?? {}; // by the slide that a choice leads to
  const fields = (step) => [...step.querySelectorAll(".stemmen input")];
  const letter = (field) => field.closest("li").querySelector("b").textContent;
  const field = (to) => fields(document).find((one) => one.dataset.naar === to);
  // Does this key change a number, or the place in its field?
  const figure = (event) => /^(\d|Backspace|Delete|Tab|Arrow.*)$/.test(event.key);

  const count = (one) => {
    hands[one.dataset.naar] = one.value;
    opslag.even(name, hands);
  };
  for (const one of fields(document)) {
    one.value = hands[one.dataset.naar] ?? "";
    one.addEventListener("input", () => count(one));
  }
  // A clicker goes on working after somebody typed a number.
  document.addEventListener("keydown", (event) => {
    if (event.target.matches?.(".stemmen input") && !figure(event)) event.target.blur();
  }, true);

  return {
    cijfer: figure,
    handen: hands,
    letter,
    velden: fields,
    // Somebody counted elsewhere: so many hands for the choice that leads there.
    zet(to, number) {
      const one = field(to);
      if (!one || !/^\d{0,3}$/.test(number)) return;
      one.value = number;
      one.dispatchEvent(new Event("input", { bubbles: true }));
    },
    // Which choice most hands are for; of equals, and when nobody counted, the first.
    meeste(step) {
      const counts = fields(step).map((one) => Number(one.value));
      return counts.indexOf(Math.max(...counts));
    },
    // The bars on an outcome, one for each choice of its step; nothing when nobody counted.
    toon(outcome, step) {
      const place = outcome.querySelector(".dia__stand");
      const most = Math.max(...fields(step).map((one) => Number(one.value)));
      place.hidden = most === 0;
      place.replaceChildren(...fields(step).map((one) => {
        const row = document.createElement("li");
        const bar = Object.assign(document.createElement("meter"), { max: most || 1, value: Number(one.value) });
        bar.setAttribute("aria-hidden", "true");
        row.classList.toggle("gekozen", one.dataset.naar === outcome.id);
        row.append(Object.assign(document.createElement("b"), { textContent: letter(one) }), " ", bar, ` ${Number(one.value)}`);
        return row;
      }));
    },
  };
})();
