// What scripts say. The build puts every sentence here in the language of the site, and for a count all its forms: see macros/talen.
const gettext = (sentence, blanks = {}) => sentence.replace(/\{(\w+)\}/g, (_, name) => blanks[name]);
const ngettext = (forms, n, blanks) => gettext(forms[new Intl.PluralRules(document.documentElement.lang).select(n)] ?? forms.other, { n, ...blanks });
