// Shows the slides one at a time with reveal.js, plays a scenario with the room, and follows a session that was cut short.
// Needs reveal.js, inkorten.js and sprekersvenster.js. On a narrow screen the page stays a page to scroll.
{
  const asked = new URLSearchParams(location.search);
  const plan = JSON.parse(document.body.dataset.plan);
  const cut = asked.has("minuten") ? inkorten(plan, Number(asked.get("minuten"))) : null;
  const minutes = new Map((cut?.past ? cut.delen : plan).map((part) => [part.id, part.minuten]));
  document.querySelectorAll("section.dia").forEach((slide) => minutes.has(slide.dataset.onderdeel) || slide.remove());

  const slides = [...document.querySelectorAll("section.dia")];
  const byId = new Map(slides.map((slide) => [slide.id, slide]));
  const trail = []; // the slides that were shown, for the way back

  const go = (slide, back = false) => {
    const from = Reveal.getCurrentSlide();
    if (!slide || slide === from) return;
    if (!back) trail.push(from);
    Reveal.slide(slides.indexOf(slide));
  };

  // The choice with most hands; the first one when nobody counted.
  const chosen = (slide) => {
    const votes = [...slide.querySelectorAll(".stemmen input")];
    const most = Math.max(...votes.map((vote) => Number(vote.value)));
    return byId.get(votes.find((vote) => Number(vote.value) === most).dataset.naar);
  };
  const after = (slide) => {
    if (slide.classList.contains("dia--stap")) return chosen(slide);
    return byId.get(slide.dataset.naar) ?? slides[slides.indexOf(slide) + 1];
  };
  const next = () => go(after(Reveal.getCurrentSlide()));
  const previous = () => (trail.length ? go(trail.pop(), true) : Reveal.prev());
  const choose = (number) => Reveal.getCurrentSlide().querySelectorAll(".dia__keuzes a")[number - 1]?.click();

  const keys = {
    13: null, 32: next, 34: next, 39: next, 40: next, 33: previous, 37: previous, 38: previous,
    49: () => choose(1), 50: () => choose(2), 51: () => choose(3),
    78: () => document.body.classList.toggle("toont--notities"),
    83: () => sprekersvenster.open((event) => keys[event.keyCode]?.()),
  };

  const shown = () => {
    const current = Reveal.getCurrentSlide();
    // What is not on the screen is out of the tab order and silent for a screen reader.
    slides.forEach((slide) => (slide.inert = slide !== current && !Reveal.isOverview()));
    sprekersvenster.toon(current, after(current), minutes.get(current.dataset.onderdeel));
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".dia a[href^='#']");
    if (!link || !document.body.classList.contains("toont")) return;
    event.preventDefault();
    go(byId.get(link.hash.slice(1)));
  });

  if (matchMedia("(min-width: 48em)").matches && !asked.has("lezen")) {
    document.body.classList.add("toont");
    const deck = document.querySelector(".reveal");
    const style = document.querySelector("link[data-reveal]");
    const styled = new Promise((resolve) => style.addEventListener("load", resolve, { once: true }));
    style.media = "screen"; // until now the page was plain, as it stays on phones, on paper and without scripts
    Promise.race([styled, new Promise((resolve) => setTimeout(resolve, 500))]).then(() => Reveal.initialize({
      width: 1280, height: 720, margin: 0, minScale: 0.1, maxScale: 3, center: false, transition: "none", backgroundTransition: "none",
      hash: true, controls: true, controlsTutorial: false, help: false, keyboard: keys, scrollActivationWidth: null,
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
