// Cuts a session to the minutes that are left. Parts that must stay do; then what ought to be in, then what may be in, in the
// order of the session, as long as their shortest form fits. Time that is over goes back to the parts, the first first.
// Returns { past, nodig, delen }: does it fit, the fewest minutes that would, and the parts that stay with their minutes.
const inkorten = (plan, minuten) => {
  const parts = plan.map((part) => ({ ...part, tijd: 0 }));
  let left = minuten;
  for (const voorrang of ["moet", "hoort", "kan"]) {
    for (const part of parts.filter((one) => one.voorrang === voorrang)) {
      if (voorrang !== "moet" && part.minstens > left) continue;
      part.tijd = part.minstens;
      left -= part.minstens;
    }
  }
  const nodig = plan.filter((part) => part.voorrang === "moet").reduce((sum, part) => sum + part.minstens, 0);
  if (nodig > minuten) return { past: false, nodig, delen: [] };
  for (const voorrang of ["moet", "hoort", "kan"]) {
    for (const part of parts.filter((one) => one.voorrang === voorrang && one.tijd > 0)) {
      const extra = Math.min(left, part.minuten - part.tijd);
      part.tijd += extra;
      left -= extra;
    }
  }
  return { past: true, nodig, delen: parts.filter((part) => part.tijd > 0).map(({ id, tijd }) => ({ id, minuten: tijd })) };
};

// The parts of a deck with their minutes, as the address asks for them: `?minuten=…`; all of them where that does not fit.
const sessieplan = () => {
  const plan = JSON.parse(document.body.dataset.plan);
  const asked = new URLSearchParams(location.search).get("minuten");
  const cut = asked === null ? null : inkorten(plan, Number(asked));
  return cut?.past ? cut.delen : plan;
};
