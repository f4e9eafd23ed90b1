// What stays on this device. Names carry the site's path, because all projects of one host share their storage;
// a browser that blocks storage gets a memory that lasts as long as the page.
// A classic script, not a module: those do not load from a USB stick.
const opslag = (() => {
  const site = new URL("../../", document.currentScript.src).pathname;
  const prefix = `samen:1:${site}:`;
  const memory = new Map();

  const storage = () => {
    try {
      return window.localStorage;
    } catch {
      return null;
    }
  };

  return {
    site,
    lees(name) {
      try {
        return JSON.parse(storage().getItem(prefix + name));
      } catch {
        return memory.get(name) ?? null;
      }
    },
    schrijf(name, value) {
      memory.set(name, value);
      try {
        storage().setItem(prefix + name, JSON.stringify(value));
      } catch {
        // blocked or full: the memory above is all there is
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
    namen() {
      try {
        return Object.keys(storage()).filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
      } catch {
        return [...memory.keys()];
      }
    },
  };
})();
