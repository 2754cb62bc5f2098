/* Unfolds what an address leads to, and everything for the printer. Without it a reader unfolds by hand. */
(() => {
  "use strict";

  const unfoldTarget = () => {
    let name = location.hash.slice(1);
    try {
      name = decodeURIComponent(name);
    } catch {
      // An address such as #% names nothing.
    }
    const target = document.getElementById(name);
    for (let fold = target?.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      fold.open = true;
    }
    if (target?.closest("details")) {
      target.scrollIntoView();
    }
  };

  const unfolded = [];
  addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll("details:not([open])")) {
      fold.open = true;
      unfolded.push(fold);
    }
  });
  addEventListener("afterprint", () => {
    for (const fold of unfolded.splice(0)) {
      fold.open = false;
    }
  });

  addEventListener("hashchange", unfoldTarget);
  unfoldTarget();
})();
