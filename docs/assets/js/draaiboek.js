// On the stick itself there is no zip of the stick.
if (location.protocol === "file:") document.querySelector("[data-usb]")?.remove();

// The run sheet: clock times from a start time, and a shorter session when there is less time. Needs inkorten.js.
const sheet = document.querySelector("[data-draaiboek]");
if (sheet) {
  const plan = JSON.parse(sheet.dataset.draaiboek);
  const told = sheet.querySelector("[data-uitkomst]");
  const deck = document.querySelector("[data-deck]");
  const whole = plan.reduce((sum, part) => sum + part.minuten, 0);
  const clock = (start, minute) => {
    const at = (start + minute) % 1440;
    return `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;
  };

  const write = () => {
    const minutes = Number(sheet.elements.minuten.value) || whole;
    const [hours, rest] = (sheet.elements.begin.value || "").split(":").map(Number);
    const start = sheet.elements.begin.value ? hours * 60 + rest : null;
    const cut = inkorten(plan, minutes);
    const kept = new Map((cut.past ? cut.delen : plan).map((part) => [part.id, part.minuten]));
    let minute = 0;
    for (const item of document.querySelectorAll("[data-onderdeel]")) {
      const length = kept.get(item.dataset.onderdeel);
      item.hidden = length === undefined;
      if (item.hidden) continue;
      item.querySelector("[data-tijd]").textContent = start === null ? gettext("minuut {minuut}", { minuut: minute }) : clock(start, minute);
      item.querySelector("[data-duur]").textContent = gettext("{minuten} min", { minuten: length });
      minute += length;
    }
    const gone = plan.length - kept.size;
    const end = start === null ? "" : gettext("Je bent klaar om {tijd}.", { tijd: clock(start, minute) });
    const said = !cut.past
      ? [gettext("Dat past niet. Wat moet, kost minstens {minuten} minuten. Je ziet nu alles.", { minuten: cut.nodig })]
      : minutes >= whole
        ? [gettext("Alles past, in {minuten} minuten.", { minuten: whole }), end]
        : [gettext("Zo past het in {minuten} minuten.", { minuten: minute }), ngettext("Eén onderdeel valt weg.", "{n} onderdelen vallen weg.", gone), end];
    told.textContent = said.join(" ").trim();
    deck.search = cut.past && minutes < whole ? `?minuten=${minutes}` : "";
  };
  sheet.addEventListener("input", write);
  sheet.addEventListener("submit", (event) => event.preventDefault());
  sheet.hidden = false;
  write();
}
