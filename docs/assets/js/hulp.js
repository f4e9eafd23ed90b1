// Says of each local contact whether it was checked long ago: decided when the page is opened, not when it was built.
const halfYearAgo = new Date();
halfYearAgo.setMonth(halfYearAgo.getMonth() - 6);
for (const told of document.querySelectorAll("[data-gecontroleerd]")) {
  if (new Date(told.dataset.gecontroleerd) >= halfYearAgo) continue;
  const warning = document.createElement("strong");
  // A card has room for three words; elsewhere the date stands beside it and the reason fits.
  warning.textContent = told.textContent ? ` ${gettext("Controleer dit nummer: het is meer dan een half jaar geleden nagekeken.")}` : gettext("Controleer dit nummer.");
  told.append(warning);
}
