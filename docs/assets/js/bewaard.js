// The page on privacy shows what this site keeps on this device, and wipes it. Needs opslag.js.
{
  const place = document.querySelector("[data-bewaard]");
  const list = place.querySelector("ul");
  const wipe = place.querySelector("button");
  const names = {
    kleuren: gettext("de kleuren die je koos"),
    offline: gettext("dat je al weet dat de site zonder internet werkt"),
    vinkjes: gettext("vinkjes op een lijstje"),
  };
  const own = async () => ("caches" in window ? (await caches.keys()).filter(opslag.bewaart) : []);

  const show = async () => {
    const kept = [...new Set(opslag.namen().map((name) => names[name.split(":")[0]] ?? name))].sort();
    if ((await own()).length) kept.push(gettext("een kopie van de site, voor als je geen internet hebt"));
    list.replaceChildren(...(kept.length ? kept : [gettext("niets")]).map((words) => Object.assign(document.createElement("li"), { textContent: words })));
    wipe.hidden = !kept.length;
  };
  wipe.addEventListener("click", async () => {
    opslag.namen().forEach(opslag.wis);
    opslag.gewist(true);
    delete document.documentElement.dataset.kleuren;
    for (const registration of (await navigator.serviceWorker?.getRegistrations?.()) ?? []) {
      if (new URL(registration.scope).pathname !== opslag.site) continue;
      for (const worker of [registration.installing, registration.waiting, registration.active]) worker?.postMessage("wis");
      registration.unregister(); // a worker that is still at it would keep us waiting
    }
    for (const name of await own()) await caches.delete(name);
    await show();
    list.tabIndex = -1;
    list.focus();
  });
  place.hidden = false;
  show();
}
