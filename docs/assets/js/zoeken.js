// The search: a dialog that is made, and an index that is fetched, when somebody first asks for them.
// Material's search worker does the looking up. On a stick, where browsers start no worker, a hidden frame does its job.
const zoeken = (() => {
  const root = new URL("../../", document.currentScript.src);
  const MOST = 20;
  const SMALL = new Set("de het een en of niet met van voor op in aan bij is zijn te dat die dit ik je hoe wat".split(" "));

  const script = (address) =>
    new Promise((resolve, reject) => {
      const node = document.createElement("script");
      Object.assign(node, { src: new URL(address, root), onload: resolve, onerror: () => reject(new Error(address)) });
      document.head.append(node);
    });

  let worker;
  const start = async () => {
    if (location.protocol === "file:") await script("assets/js/iframe-worker.js");
    await script("search/search_index.js");
    worker = new Worker(new URL("assets/javascripts/workers/search.js", root));
    await ask({ type: 0, data: { config: { ...__index.config }, docs: __index.docs, options: {} } });
  };
  const ask = (message) =>
    new Promise((resolve) => {
      worker.addEventListener("message", (event) => resolve(event.data.data), { once: true });
      worker.postMessage(message);
    });

  // From strict to forgiving, each with its weight: every word; any word; a part of a long word, another ending, a typing error.
  const queries = (text) => {
    const typed = text.toLowerCase().replace(/[^\p{L}\p{N}\s]+/gu, " ").split(/\s+/).filter(Boolean);
    const telling = typed.filter((word) => !SMALL.has(word));
    const words = telling.length ? telling : typed;
    const long = words.filter((word) => word.length > 4);
    const loose = long.map((word) => `*${word} ${word.slice(0, Math.max(5, word.length - 3))}* ${word}~${word.length < 9 ? 1 : 2}`);
    return [
      [1, words.map((word) => `+${word}*`).join(" ")],
      [0.5, words.join(" ")],
      [0.1, loose.join(" ")],
    ].filter(([, query]) => query);
  };

  // A space before each mark, so that the last word of a piece and the first of the next stay two words.
  const plain = (html) => new DOMParser().parseFromString(html.replaceAll("<", " <"), "text/html").body.textContent.replace(/\s+/g, " ").trim();
  const teaser = (html) => {
    const text = plain(html.replace(/<mark[^>]*>/g, "\u0001"));
    const at = Math.max(0, text.indexOf("\u0001") - 60);
    const piece = text.slice(at, at + 160).replaceAll("\u0001", "");
    return (at ? "… " : "") + piece + (text.length > at + 160 ? " …" : "");
  };

  const element = (name, properties, ...inside) => {
    const node = Object.assign(document.createElement(name), properties);
    node.append(...inside);
    return node;
  };
  const input = element("input", { type: "text", role: "searchbox", name: "query", autocomplete: "off", ariaLabel: "Waar zoek je naar?", placeholder: "Bijvoorbeeld: overdracht", enterKeyHint: "search" });
  const told = element("p", { className: "zoek__telling" });
  told.setAttribute("role", "status");
  const list = element("ol", { className: "kaal zoek__lijst" });
  const close = element("button", { type: "button", className: "knop knop--rustig", textContent: "Sluit" });
  const form = element("form", { method: "dialog" }, input, close);
  const dialog = element("dialog", { className: "zoek", ariaLabel: "Zoeken" }, form, told, list);

  const result = (found) => {
    const link = element("a", { href: new URL(found.location, root) }, element("strong", { textContent: plain(found.title) }));
    const text = teaser(found.text ?? "");
    if (text) link.append(element("span", { textContent: text }));
    return element("li", {}, link);
  };
  // Of a page that has a fitting part, that part; else the page itself.
  const best = (group) => {
    const parts = group.filter((item) => item.parent && item.score > 0).sort((one, other) => other.score - one.score);
    const page = group.find((item) => !item.parent);
    return parts.length && !(page?.score > parts[0].score) ? parts[0] : (page ?? group[0]);
  };

  let asked = 0;
  const look = async () => {
    const mine = ++asked;
    const text = input.value;
    const found = new Map(); // the best of each page
    for (const [weight, query] of queries(text)) {
      for (const group of (await ask({ type: 2, data: query })).items) {
        const page = group[0].location.split("#")[0];
        const item = best(group);
        const score = weight * Math.max(...group.map((one) => one.score));
        if (!(found.get(page)?.score >= score)) found.set(page, { ...item, score });
      }
      if (mine !== asked) return;
    }
    const groups = [...found.values()].sort((one, other) => other.score - one.score).slice(0, MOST);
    list.replaceChildren(...groups.map(result));
    list.dataset.vraag = text;
    told.textContent = !text ? "" : !groups.length ? "Niets gevonden. Probeer een ander woord." : groups.length === 1 ? "1 gevonden" : `${groups.length} gevonden`;
  };

  const dead = () => {
    told.textContent = "Zoeken lukt nu niet. Kijk of je internet hebt.";
  };
  let ready;
  input.addEventListener("input", () => (ready ??= start()).then(look).catch(dead));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.click();
  });
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  list.addEventListener("click", () => dialog.close()); // a result on this very page
  document.body.append(dialog);

  return {
    open() {
      dialog.showModal();
      input.focus();
      (ready ??= start()).catch(() => {
        ready = undefined;
        dead();
      });
    },
  };
})();
