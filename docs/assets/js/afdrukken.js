// Paper shows what is folded on the screen, also in browsers whose styles cannot unfold it.
addEventListener("beforeprint", () => {
  for (const folded of document.querySelectorAll("details:not([open])")) folded.open = folded.dicht = true;
});
addEventListener("afterprint", () => {
  for (const all of document.querySelectorAll("details")) if (all.dicht) all.open = all.dicht = false;
});
