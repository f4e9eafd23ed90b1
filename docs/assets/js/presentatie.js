// Shows the slides one at a time with reveal.js, plays a scenario with the room, and follows a session that was cut short.
// Needs reveal.js, opslag.js, inkorten.js, stemmen.js and sprekersvenster.js. On a narrow screen the page stays a page to scroll.
{
  const asked = new URLSearchParams(location.search);
  const parts = new Set(sessieplan().map((part) => part.id));
  document.querySelectorAll("section.dia").forEach((slide) => parts.has(slide.dataset.onderdeel) || slide.remove());
  // Nobody promises what no part that stays works on.
  document.querySelectorAll("[data-dient]").forEach((goal) => goal.dataset.dient.split(" ").some((id) => parts.has(id)) || goal.remove());
  document.querySelectorAll(".dia--doelen:not(:has(li))").forEach((slide) => slide.remove());

  const slides = [...document.querySelectorAll("section.dia")];
  const byId = new Map(slides.map((slide) => [slide.id, slide]));
  const isOutcome = (slide) => slide.classList.contains("dia--uitkomst");
  const keys = document.querySelector(".toetsen");

  // The slides that were shown, for the way back; a reload forgets none.
  const remembered = `weg:${location.pathname}`;
  const trail = (opslag.even(remembered) ?? []).filter((id) => byId.has(id));

  const go = (slide, back = false) => {
    const from = Reveal.getCurrentSlide();
    if (!slide || slide === from) return;
    if (!back) trail.push(from.id);
    opslag.even(remembered, trail);
    Reveal.slide(slides.indexOf(slide));
  };

  // On a step the clicker moves a light along the choices; nothing is chosen before somebody says so.
  const choices = (slide) => [...slide.querySelectorAll(".dia__keuzes a")];
  const lit = () => Reveal.getCurrentSlide().querySelector(".dia__keuzes [aria-current]");
  const light = (link) => {
    document.querySelectorAll(".dia__keuzes [aria-current]").forEach((one) => one.removeAttribute("aria-current"));
    link?.setAttribute("aria-current", "true");
    link?.focus({ preventScroll: true });
  };

  const after = (slide) => byId.get(slide.dataset.naar) ?? slides[slides.indexOf(slide) + 1];
  const before = (slide) => slides.slice(0, slides.indexOf(slide)).findLast((one) => !isOutcome(one));
  const next = () => {
    const slide = Reveal.getCurrentSlide();
    const ways = choices(slide);
    if (Reveal.isOverview()) return Reveal.next();
    if (!ways.length) return go(after(slide));
    light(lit() ? ways[(ways.indexOf(lit()) + 1) % ways.length] : ways[stemmen.meeste(slide)]);
  };
  const previous = () => {
    const slide = Reveal.getCurrentSlide();
    const ways = choices(slide);
    if (Reveal.isOverview()) return Reveal.prev();
    if (lit()) return light(ways[ways.indexOf(lit()) - 1]);
    go(byId.get(trail.pop()) ?? before(slide), true);
  };
  const choose = (number) => choices(Reveal.getCurrentSlide())[number - 1]?.click();
  const chooseOrBlank = () => (lit() && !Reveal.isPaused() ? lit().click() : Reveal.togglePause());
  const enter = () => (Reveal.isOverview() ? Reveal.toggleOverview(false) : document.activeElement.click());

  const bound = {
    13: enter, 27: null, 32: next, 34: next, 39: next, 40: next, 33: previous, 37: previous, 38: previous,
    49: () => choose(1), 50: () => choose(2), 51: () => choose(3), 66: chooseOrBlank, 190: chooseOrBlank,
    78: () => document.body.classList.toggle("toont--notities"),
    83: () => sprekersvenster.open(),
  };

  const shown = () => {
    const current = Reveal.getCurrentSlide();
    // What is not on the screen is out of the tab order and silent for a screen reader.
    slides.forEach((slide) => (slide.inert = slide !== current && !Reveal.isOverview()));
    light(null);
    document.activeElement.blur();
    if (isOutcome(current)) stemmen.toon(current, byId.get(current.dataset.terug));
    sprekersvenster.toon(current.id, choices(current).length ? null : after(current)?.id, stemmen.handen);
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".dia a[href^='#']");
    if (!link || !document.body.classList.contains("toont")) return;
    event.preventDefault();
    event.stopPropagation(); // reveal.js would go there without keeping the way back
    go(byId.get(link.hash.slice(1)));
  }, true);
  document.addEventListener("input", () => light(null)); // who counts again, begins again with what most hands are for
  document.addEventListener("keydown", (event) => {
    if (keys.open) keys.close(); // whatever is pressed
    else if (event.key === "?") keys.showModal();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }, true);

  if (matchMedia("(min-width: 48em)").matches && !asked.has("lezen") && !asked.has("spreker")) {
    document.body.classList.add("toont");
    const deck = document.querySelector(".reveal");
    const style = document.querySelector("link[data-reveal]");
    const styled = new Promise((resolve) => style.addEventListener("load", resolve, { once: true }));
    style.media = "screen"; // until now the page was plain, as it stays on phones, on paper and without scripts
    Promise.race([styled, new Promise((resolve) => setTimeout(resolve, 500))]).then(() => Reveal.initialize({
      width: 1280, height: 720, margin: 0, minScale: 0.1, maxScale: 3, center: false, transition: "none", backgroundTransition: "none",
      hash: true, controls: true, controlsTutorial: false, help: false, keyboard: bound, touch: false, scrollActivationWidth: null,
    })).then(() => {
      deck.removeAttribute("role"); // reveal.js calls a deck an application, which silences it for screen readers
      ["slidechanged", "overviewshown", "overviewhidden"].forEach((name) => Reveal.on(name, shown));
      document.querySelectorAll(".controls .navigate-right, .controls .navigate-left").forEach((arrow) => {
        const step = arrow.classList.contains("navigate-right") ? next : previous;
        arrow.addEventListener("click", (event) => (event.stopImmediatePropagation(), event.preventDefault(), step()), true);
      });
      shown();
    });
  }
}
