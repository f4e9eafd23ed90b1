// Fetches a style that the page did not need at first; once for each name.
const stijl = (() => {
  const folder = new URL("../css/", document.currentScript.src);
  const fetched = new Map();
  return (name) => {
    if (!fetched.has(name)) {
      const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL(`${name}.css`, folder) });
      fetched.set(name, new Promise((resolve) => (link.onload = link.onerror = resolve)));
      document.head.append(link);
    }
    return fetched.get(name);
  };
})();
