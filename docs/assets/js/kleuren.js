// The button for the colours: first as the device has it, then light, then dark. Needs woorden.js and opslag.js.
{
  const button = document.querySelector("button[data-kleuren]");
  const root = document.documentElement;
  const names = {
    "": gettext("Kleuren volgen je toestel. Kies licht"),
    licht: gettext("Kleuren zijn licht. Kies donker"),
    donker: gettext("Kleuren zijn donker. Volg je toestel"),
  };
  const order = Object.keys(names);
  const tell = () => {
    button.ariaLabel = button.title = names[root.dataset.kleuren ?? ""];
  };
  button.addEventListener("click", () => {
    const next = order[(order.indexOf(root.dataset.kleuren ?? "") + 1) % order.length];
    if (next) {
      root.dataset.kleuren = next;
      opslag.schrijf("kleuren", next);
    } else {
      delete root.dataset.kleuren;
      opslag.wis("kleuren");
    }
    tell();
  });
  tell();
}
