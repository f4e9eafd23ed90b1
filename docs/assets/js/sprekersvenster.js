// The deck's side of the speaker's window: opens it, tells it what is on the screen, and does what it asks for. Only messages go
// between the two: from a USB stick every page is a stranger to every other. The window knocks every second, so that either may
// be loaded again. See spreker.js.
const sprekersvenster = (() => {
  let told = null; // what the window shows
  let window_ = null;
  const tell = () => window_?.postMessage({ presentatie: told }, "*");

  addEventListener("message", ({ data, source }) => {
    if (!data?.spreker || !source) return;
    window_ = source;
    if (data.toets) Reveal.triggerKey(Number(data.toets));
    if (data.stem) stemmen.zet(String(data.stem), String(data.aantal));
    tell();
  });

  return {
    open() {
      const address = new URL(location.href);
      address.searchParams.set("spreker", "");
      address.hash = "";
      open(address, `sprekersvenster-${location.pathname.split("/").pop()}`, "width=1100,height=760");
    },
    // The slide that is on the screen, and the next one (none when the room decides), by their ids; the hands by where they lead.
    toon(dia, hierna, handen) {
      told = { dia, hierna, handen };
      tell();
    },
  };
})();
