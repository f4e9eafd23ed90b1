// The button that opens the search, and the key for it. The search itself is fetched when it is first asked for.
{
  const here = document.currentScript;
  let fetched;
  const open = () => {
    fetched ??= new Promise((resolve, reject) => {
      const node = document.createElement("script");
      Object.assign(node, { src: new URL("zoeken.js", here.src), onload: resolve, onerror: reject });
      document.head.append(node);
    });
    Promise.all([fetched, stijl("later")]).then(() => zoeken.open()).catch(() => (fetched = undefined));
  };
  document.querySelector(".kop__zoek").addEventListener("click", open);
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, select, textarea, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    open();
  });
}
