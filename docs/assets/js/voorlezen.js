// Reads the page aloud with the browser's own voice for its language. Without such a voice there is no button. Needs woorden.js.
if ("speechSynthesis" in window) {
  const button = document.querySelector("[data-voorlezen]");
  const blocks = "h1, h2, h3, p, li, dt, dd, summary, legend, label, blockquote, td, th";
  let reading = false;

  const { lang } = document.documentElement;
  const voice = () => speechSynthesis.getVoices().find((one) => one.lang.toLowerCase().split(/[-_]/)[0] === lang);
  const offer = () => button.classList.toggle("kop__knop--kan", Boolean(voice()));

  // What is on the screen now, piece by piece; a piece inside another is read with that one.
  const pieces = () =>
    [...document.querySelectorAll(`#inhoud :is(${blocks})`)].filter(
      (piece) => piece.checkVisibility() && !piece.parentElement.closest(`#inhoud :is(${blocks})`) && piece.innerText.trim(),
    );
  const stop = () => {
    reading = false;
    button.ariaPressed = "false";
    button.ariaLabel = button.title = gettext("Lees voor");
    speechSynthesis.cancel();
  };
  const read = () => {
    reading = true;
    button.ariaPressed = "true";
    button.ariaLabel = button.title = gettext("Stop met voorlezen");
    const all = pieces();
    all.forEach((piece, index) => {
      const spoken = new SpeechSynthesisUtterance(piece.innerText);
      spoken.voice = voice();
      spoken.lang = lang;
      if (index === all.length - 1) spoken.addEventListener("end", stop);
      speechSynthesis.speak(spoken);
    });
  };
  button.addEventListener("click", () => (reading ? stop() : read()));
  addEventListener("pagehide", stop);
  speechSynthesis.addEventListener?.("voiceschanged", offer);
  offer();
}
