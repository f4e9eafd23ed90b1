// What somebody sees of the things that are called so: in order, those with exactly that name first.
// As long as the page is not there yet, nothing.
// With `bring` the first one is scrolled to, where it is out of sight or lies under something.
(what, name, bring) => {
  const { readyState, documentElement: root } = document;
  if (readyState !== "complete" || (root.matches(".js") && !root.matches(".klaar"))) return [];
  const roles = {
    link: "a[href]",
    button: "button, summary, input[type=button], input[type=submit]",
    heading: "h1, h2, h3, h4, h5, h6",
  };
  const plain = (text) => text.replaceAll("\u00ad", "").replace(/\s+/g, " ").trim();
  const called = (node) => plain(node.ariaLabel || node.innerText || "");
  const box = (node) => node.getClientRects()[0]; // of a link that breaks off, its first line
  const hidden = { visibilityProperty: true, opacityProperty: true };
  const shown = (node) => node.checkVisibility(hidden) && box(node)?.width > 1;
  const look = (node) => {
    const { x, y, width, height, bottom } = box(node);
    const middle = [x + width / 2, y + height / 2];
    const top = document.elementFromPoint(...middle);
    return {
      text: plain(node.innerText ?? ""),
      address: node.href ?? "",
      ticked: Boolean(node.querySelector("input")?.checked),
      x: middle[0],
      y: middle[1],
      whole: y >= 0 && bottom <= innerHeight,
      under: !top ? "de rand" : node.contains(top) ? "" : called(top) || top.tagName,
    };
  };
  const wanted = plain(name);
  const all = [...document.querySelectorAll(roles[what] ?? what)];
  const seen = all.filter((node) => shown(node) && called(node).includes(wanted));
  seen.sort((one, other) => (called(other) === wanted) - (called(one) === wanted));
  const first = bring && seen.length ? look(seen[0]) : null;
  if (first && (!first.whole || first.under)) seen[0].scrollIntoView({ block: "center", behavior: "instant" });
  return seen.map(look);
}
