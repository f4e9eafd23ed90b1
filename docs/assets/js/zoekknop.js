// Opens the search from a real button, so that a thumb and a keyboard both reach it. Material opens it on focus.
document.querySelector(".kop__zoek").addEventListener("click", () => {
  document.querySelector(".md-search__input").focus();
});
