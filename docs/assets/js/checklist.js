// Needs opslag.js. Ticks of a checklist: kept on this device, per site and per version of the list, and wiped with one button.
const form = document.querySelector("[data-checklist]");
if (form) {
  const boxes = [...form.querySelectorAll("input[type=checkbox]")];
  const progress = form.querySelector("[data-voortgang]");
  const wipe = form.querySelector("[data-wis]");
  const own = `vinkjes:${form.dataset.checklist}:`;
  const key = own + form.dataset.versie;

  const tell = () => {
    const done = boxes.filter((box) => box.checked).length;
    progress.textContent = gettext("{klaar} van {alle}", { klaar: done, alle: boxes.length });
    wipe.hidden = done === 0;
  };
  const restore = () => {
    const saved = opslag.lees(key) ?? [];
    boxes.forEach((box, index) => (box.checked ||= saved[index] === true));
  };
  // A box may have been ticked before this script came: that one stays.
  const early = boxes.some((box) => box.checked);
  restore();
  if (early) opslag.schrijf(key, boxes.map((box) => box.checked));
  opslag.namen().filter((name) => name.startsWith(own) && name !== key).forEach(opslag.wis);

  form.addEventListener("change", () => {
    opslag.schrijf(key, boxes.map((box) => box.checked));
    tell();
  });
  wipe.addEventListener("click", () => {
    boxes.forEach((box) => (box.checked = false));
    opslag.wis(key);
    tell();
    boxes[0].focus();
  });
  // Safari empties the boxes of a page that somebody comes back to.
  addEventListener("pageshow", (event) => event.persisted && setTimeout(restore));
  progress.hidden = false;
  tell();
}

const printButton = document.querySelector("[data-print]");
if (printButton) {
  printButton.hidden = false;
  printButton.addEventListener("click", () => window.print());
}
