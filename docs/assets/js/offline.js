// Lets the site work without a network: starts the service worker when the page is quiet, and tells when it is ready
// and when there is a newer version. Needs woorden.js and opslag.js. Over file:// there is nothing to do: all files are there already.
{
  const root = new URL("../../", document.currentScript.src);
  const calm = window.requestIdleCallback ?? ((work) => setTimeout(work, 2000));

  const tell = async (words, label, act) => {
    await stijl("later");
    document.querySelector(".melding")?.remove();
    const bar = document.createElement("div");
    bar.className = "melding";
    const text = document.createElement("p");
    bar.append(text);
    const button = (name, work, quiet) => {
      const made = Object.assign(document.createElement("button"), { type: "button", className: `knop${quiet ? " knop--rustig" : ""}`, textContent: name });
      made.addEventListener("click", () => {
        bar.remove();
        work?.();
      });
      bar.append(made);
    };
    if (label) button(label, act);
    button(label ? gettext("Later") : gettext("Goed"), undefined, true);
    bar.setAttribute("role", "status");
    document.querySelector(".voet__binnen").append(bar); // below everything: it covers nothing and moves nothing
    text.textContent = words; // after the bar is in the page, so that a screen reader says it
  };

  const offer = (waiting) =>
    tell(gettext("Er is een nieuwe versie van deze site."), gettext("Laden"), () => {
      if (waiting.state !== "installed") return location.reload(); // another tab was first
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
      waiting.postMessage("laden");
    });

  const follow = (registration) => {
    if (registration.waiting && navigator.serviceWorker.controller) offer(registration.waiting);
    const ready = () => {
      if (opslag.lees("offline")) return;
      opslag.schrijf("offline", true);
      tell(gettext("Klaar. Deze site werkt nu ook zonder internet."));
    };
    const watch = (coming) =>
      coming?.addEventListener("statechange", () => {
        if (coming.state === "installed" && navigator.serviceWorker.controller) offer(coming);
        if (coming.state === "activated") ready();
      });
    if (registration.active) ready(); // an earlier page began, and closed before it was done
    const seen = registration.installing; // on its way already, perhaps since an earlier page
    watch(seen);
    registration.addEventListener("updatefound", () => registration.installing !== seen && watch(registration.installing));
  };

  if (location.protocol !== "file:") {
    document.head.append(Object.assign(document.createElement("link"), { rel: "manifest", href: new URL("manifest.webmanifest", root) }));
    if ("serviceWorker" in navigator) {
      const start = () => opslag.gewist() || navigator.serviceWorker.register(new URL("sw.js", root), { scope: root.pathname, updateViaCache: "none" }).then(follow, () => {});
      if (document.readyState === "complete") calm(start);
      else addEventListener("load", () => calm(start), { once: true });
    }
  }
}
