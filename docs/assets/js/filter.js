// Narrows the list of scenarios. Without this script the form stays hidden and all are shown.
const form = document.querySelector("[data-filter]");
if (form) {
  const items = [...document.querySelectorAll("[data-plek]")];
  const told = form.querySelector("[data-filter-telling]");
  const fits = (item) => {
    const { omgeving, thema, plek } = Object.fromEntries(new FormData(form));
    return (
      (!thema || item.dataset.thema.split(" ").includes(thema)) &&
      (!plek || item.dataset.plek === plek) &&
      (!omgeving || item.dataset.omgeving === omgeving)
    );
  };
  form.addEventListener("change", () => {
    items.forEach((item) => (item.hidden = !fits(item)));
    const left = items.filter((item) => !item.hidden).length;
    told.textContent = ngettext("1 gesprek", "{n} gesprekken", left);
  });
  form.hidden = false;
}
