// What stays on this device. Names carry the site's path, because all projects of one host share their storage;
// a browser that blocks storage gets a memory that lasts as long as the page.
// A classic script, not a module: those do not load from a USB stick.
const opslag = (() => {
  const site = new URL("../../", document.currentScript.src).pathname;
  const prefix = `oefensite:1:${site}:`;
  const memory = new Map();

  const storage = () => {
    try {
      return window.localStorage;
    } catch {
      return null;
    }
  };

  // An earlier version of the site kept the same things under another first word.
  const shape = prefix.slice(prefix.indexOf(":"));
  const old = (key) => !key.startsWith(prefix) && key.slice(key.indexOf(":")).startsWith(shape);
  const move = (key) => {
    const now = prefix + key.slice(key.indexOf(":") + shape.length);
    if (storage().getItem(now) === null) storage().setItem(now, storage().getItem(key));
    storage().removeItem(key);
  };
  try {
    Object.keys(storage()).filter(old).forEach(move);
  } catch {
    // blocked or full: what is there stays there
  }

  const made = {
    site,
    // Is a cache of this site, of this version or an earlier one?
    bewaart: (cache) => cache.slice(cache.indexOf(":")).startsWith(`:${site}:`),
    lees(name) {
      if (memory.has(name)) return memory.get(name);
      try {
        return JSON.parse(storage().getItem(prefix + name));
      } catch {
        return null;
      }
    },
    schrijf(name, value) {
      try {
        storage().setItem(prefix + name, JSON.stringify(value));
        memory.delete(name);
      } catch {
        memory.set(name, value); // blocked or full: this is all there is
      }
    },
    wis(name) {
      memory.delete(name);
      try {
        storage().removeItem(prefix + name);
      } catch {
        // nothing was stored
      }
    },
    // The same for what a window keeps until it closes; a value that is not there is null.
    even(name, value) {
      try {
        if (value !== undefined) sessionStorage.setItem(prefix + name, JSON.stringify(value));
        return JSON.parse(sessionStorage.getItem(prefix + name));
      } catch {
        return value ?? null;
      }
    },
    // Who wiped everything does not want it back at the next page, in this window or another that is open: that is
    // remembered until the window closes, and no longer.
    gewist(now = false) {
      try {
        if (now) for (const key of Object.keys(sessionStorage).filter((key) => key.startsWith(prefix))) sessionStorage.removeItem(key);
      } catch {
        // nothing was stored
      }
      return made.even("gewist", now ? "ja" : undefined) !== null;
    },
    namen() {
      try {
        return Object.keys(storage()).filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
      } catch {
        return [...memory.keys()];
      }
    },
  };
  addEventListener("storage", ({ key, newValue }) => key === `${prefix}offline` && newValue === null && made.gewist(true));
  return made;
})();
