// The search: a dialog that is made, and an index that is fetched, when somebody first asks for them.
// Material's search worker does the looking up. On a stick, where browsers start no worker, a hidden frame does its job.
const zoeken = (() => {
  const root = new URL("../../", document.currentScript.src);
  const MOST = 20;
  const FEW = 5; // with fewer pages than this, words that look alike count too
  // Words that say nothing of what somebody looks for.
  const SMALL = new Set(
    gettext("de het een en of niet met van voor op in aan bij is zijn te dat die dit ik je hoe wat mijn nog geen er om te als dan was heb heeft kan").split(" "),
  );

  const script = (address) =>
    new Promise((resolve, reject) => {
      const node = document.createElement("script");
      Object.assign(node, { src: new URL(address, root), onload: resolve, onerror: () => reject(new Error(address)) });
      document.head.append(node);
    });

  // A worker that looks things up in these pages. It answers in the order in which it was asked, so that every answer finds its question.
  const searcher = async (docs) => {
    const worker = new Worker(new URL("assets/javascripts/workers/search.js", root));
    const waiting = [];
    worker.addEventListener("message", (event) => waiting.shift()(event.data.data));
    const ask = (message) => new Promise((resolve) => waiting.push(resolve) && worker.postMessage(message));
    const known = new Map(); // what was asked before: a longer question begins with the same words
    await ask({ type: 0, data: { config: { ...__index.config }, docs, options: {} } });
    return {
      find: (query) => known.get(query) ?? known.set(query, ask({ type: 2, data: query }).then((answer) => answer.items)).get(query),
      end: () => worker.terminate(),
    };
  };

  // What pages show comes first; the words deeper in a scenario and the pages for trainers follow. On a stick all is there at once.
  let engine;
  const start = async () => {
    const stick = location.protocol === "file:";
    if (stick) await script("assets/js/iframe-worker.js");
    await script("search/search_index.js");
    if (!stick) engine = await searcher(__index.docs);
    const rest = script("search/later.js")
      .then(() => searcher([...__index.docs.map((doc) => ({ ...doc, meer: __later.meer[doc.location] ?? doc.meer })), ...__later.docs]))
      .then((whole) => {
        engine?.end();
        engine = whole;
        dialog.dataset.heel = "";
        return look();
      });
    if (stick) await rest;
    else rest.catch(() => {}); // without a network the first part still answers
  };

  // The index knows every word without its accents too.
  const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const wordsIn = (text) => {
    const typed = bare(text).match(/[\p{L}\p{N}]+/gu) ?? [];
    const telling = typed.filter((word) => !SMALL.has(word));
    return [...new Set(telling.length ? telling : typed)];
  };
  // A word as it was typed, in its other forms, or as the beginning of a longer one. Forgiving: a part of a word, another ending, a typing error.
  // The Dutch stemmer leaves the t of 'klaagt': without it that is one word with 'klagen'.
  const dutch = document.documentElement.lang === "nl";
  const strict = (word) => [`${word}^2`, word.length > 1 && `${word}*`, dutch && /...[^t]t$/.test(word) && `${word.slice(0, -1)}^1`].filter(Boolean).join(" ");
  const loose = (word) => `*${word} ${word.slice(0, Math.max(5, word.length - 3))}* ${word}~${word.length < 9 ? 1 : 2}`;

  // A space before each mark, so that the last word of a piece and the first of the next stay two words.
  const plain = (html) => new DOMParser().parseFromString(html.replaceAll("<", " <"), "text/html").body.textContent.replace(/\s+/g, " ").trim();
  const unmarked = (tag) => tag.replace(/<\/?mark[^>]*>/g, ""); // faster than the above, for what has nothing but marks
  const teaser = (html) => {
    const text = plain(html.replace(/<mark[^>]*>/g, "\u0001").replaceAll("</mark>", ""));
    const mark = text.indexOf("\u0001");
    const from = mark > 60 ? text.indexOf(" ", mark - 60) + 1 : 0;
    const until = text.length > from + 160 ? text.lastIndexOf(" ", from + 160) : text.length;
    const piece = text.slice(from, until).replaceAll("\u0001", "");
    return (from ? "… " : "") + piece + (until < text.length ? " …" : "");
  };

  const element = (name, properties, ...inside) => {
    const node = Object.assign(document.createElement(name), properties);
    node.append(...inside);
    return node;
  };
  const example = document.querySelector(".kop__zoek").dataset.voorbeeld;
  const input = element("input", { type: "text", role: "searchbox", name: "query", autocomplete: "off", ariaLabel: gettext("Waar zoek je naar?"), placeholder: gettext("Bijvoorbeeld: {woord}", { woord: example }), enterKeyHint: "search" });
  const told = element("p", { className: "zoek__telling" });
  told.setAttribute("role", "status");
  const list = element("ol", { className: "kaal zoek__lijst" });
  const close = element("button", { type: "button", className: "knop knop--rustig", textContent: gettext("Sluit") });
  const form = element("form", { method: "dialog" }, input, close);
  const dialog = element("dialog", { className: "zoek", ariaLabel: gettext("Zoeken") }, form, told, list);

  // First which page, then which part of it.
  const result = ({ page, part }) => {
    const shown = part ?? page;
    const link = element("a", { href: new URL(shown.location, root) }, element("strong", { textContent: plain(page.title) }));
    if (part) link.append(element("em", { textContent: plain(part.title) }));
    const text = teaser(shown.text ?? "");
    if (text) link.append(element("span", { textContent: text }));
    return element("li", {}, link);
  };

  // Is this what people search by, or are those words, when there are more of them, somewhere in what is typed?
  const says = (typed, tag) => typed === tag || (tag.includes(" ") && ` ${typed} `.includes(` ${tag} `));

  // The pages that have a word, each with what it scores for it, by place; a page may have it in several parts.
  const pagesWith = async (mine, word) => {
    const found = new Map();
    const take = (items, weight) => {
      for (const item of items.flat()) {
        const address = item.location.split("#")[0];
        const places = found.get(address) ?? found.set(address, new Map()).get(address);
        const score = item.score * weight;
        if (!(places.get(item.location)?.score >= score)) places.set(item.location, { ...item, score });
      }
    };
    take(await mine.find(strict(word)), 1);
    if (found.size < FEW && word.length > 4) take(await mine.find(loose(word)), 0.1);
    return found;
  };
  // A page counts for all its words together; what has every word comes before what has one of them often.
  const ranked = async (mine, text) => {
    const words = wordsIn(text);
    const typed = bare(text).trim();
    const pages = new Map();
    for (const found of await Promise.all(words.map((word) => pagesWith(mine, word))))
      for (const [address, places] of found) {
        const known = pages.get(address) ?? pages.set(address, { had: 0, sum: 0, places: new Map(), exact: 1 }).get(address);
        const scores = [...places.values()];
        known.had += scores.some((item) => item.score > 0) ? 1 : 0;
        known.sum += Math.max(...scores.map((item) => item.score));
        for (const item of scores) {
          const place = known.places.get(item.location) ?? known.places.set(item.location, { item, score: 0 }).get(item.location);
          place.score += item.score;
          if (item.tags?.some((tag) => says(typed, bare(unmarked(tag))))) known.exact = 2;
        }
      }
    return [...pages].map(([address, { had, sum, places, exact }]) => {
      const [top] = [...places.values()].sort((one, other) => other.score - one.score);
      const page = top.item.parent ?? places.get(address)?.item ?? top.item;
      return { page, part: top.item.parent ? top.item : undefined, score: sum * exact * (had / words.length) ** 2 };
    });
  };

  // Questions are numbered: only the newest one may change the list.
  let asked = 0;
  const look = async () => {
    const mine = ++asked;
    const text = input.value;
    if (!engine) return;
    const found = (await ranked(engine, text)).sort((one, other) => other.score - one.score).slice(0, MOST);
    if (mine !== asked) return;
    list.replaceChildren(...found.map(result));
    list.dataset.vraag = text;
    const count = ngettext("1 gevonden", "{n} gevonden", found.length);
    told.textContent = !text ? "" : found.length ? count : gettext("Niets gevonden. Probeer een ander woord.");
  };

  const dead = () => {
    told.textContent = gettext("Zoeken lukt nu niet. Kijk of je internet hebt.");
  };
  let ready;
  const begin = () => (ready ??= start().catch((error) => ((ready = undefined), Promise.reject(error))));
  input.addEventListener("input", () => begin().then(look).catch(dead));
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
      begin().then(look).catch(dead);
    },
  };
})();
