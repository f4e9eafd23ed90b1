// Plays a scenario one screen at a time. The page is complete without this script: choices are links to sections.
// The path taken lives in the browser's history, so that back and forward work; nothing is stored.
const scenario = document.querySelector("[data-scenario]");
if (scenario) {
  const screens = [...scenario.querySelectorAll(".scherm")];
  const after = scenario.querySelector(".na-afloop");
  const byId = new Map(screens.map((screen) => [screen.id, screen]));
  const path = () => history.state?.pad ?? [];

  const show = (focus) => {
    const screen = byId.get(location.hash.slice(1)) ?? screens[0];
    screens.forEach((other) => (other.hidden = other !== screen));
    after.hidden = !screen.classList.contains("einde");
    if (!after.hidden) showPath();
    if (focus) {
      const heading = screen.querySelector("h2");
      const told = screen.querySelector(".reactie");
      if (told) {
        told.id = `${screen.id}-reactie`;
        heading.setAttribute("aria-describedby", told.id); // read out together with the heading
      }
      screen.scrollIntoView();
      heading.focus({ preventScroll: true });
    }
  };

  // Beside each choice that was made, the ones that were not, with a way to see them.
  const showPath = () => {
    const list = scenario.querySelector("[data-pad]");
    list.hidden = path().length === 0;
    list.querySelectorAll("ol").forEach((old) => old.remove());
    const steps = document.createElement("ol");
    for (const id of path()) {
      const step = byId.get(byId.get(id).dataset.stap);
      const item = steps.appendChild(document.createElement("li"));
      item.append(step.querySelector("h2").textContent);
      const choices = item.appendChild(document.createElement("ul"));
      for (const link of step.querySelectorAll(".keuze")) {
        const choice = choices.appendChild(document.createElement("li"));
        const taken = link.hash === `#${id}`;
        choice.classList.toggle("pad__genomen", taken);
        const label = choice.appendChild(document.createElement("strong"));
        label.textContent = `${taken ? gettext("Jouw keuze:") : gettext("Andere weg:")} `;
        const to = choice.appendChild(document.createElement("a"));
        to.href = link.hash;
        to.textContent = link.textContent;
      }
    }
    list.append(steps);
  };

  scenario.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const target = link && byId.get(link.hash.slice(1));
    if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    let pad = target.id === "begin" ? [] : path();
    if (target.classList.contains("uitkomst")) {
      const earlier = pad.findIndex((id) => byId.get(id).dataset.stap === target.dataset.stap);
      pad = [...(earlier < 0 ? pad : pad.slice(0, earlier)), target.id];
    }
    history.pushState({ pad }, "", link.hash);
    show(true);
  });
  addEventListener("popstate", () => show(true));
  scenario.classList.add("scenario--speelt");
  show(location.hash !== "");
}
