/* Keeps a reader's choice of colours and nothing else: Material would also note that nothing was chosen. */
(() => {
  "use strict";

  const FOLLOWS_THE_DEVICE = 0; // the first palette

  if (typeof __md_set !== "function") return; // a theme without palettes
  const keep = __md_set;
  const forget = (key) => localStorage.removeItem(`${__md_scope.pathname}.${key}`);

  __md_set = (key, value, ...others) => {
    if (key === "__palette" && value?.index === FOLLOWS_THE_DEVICE) forget(key);
    else keep(key, value, ...others);
  };

  try {
    if (__md_get("__palette")?.index === FOLLOWS_THE_DEVICE) forget("__palette");
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
})();
