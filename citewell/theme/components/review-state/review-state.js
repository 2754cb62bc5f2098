/* A site that is not rebuilt still tells, on the day, that a review is overdue. */
(() => {
  "use strict";

  const today = new Date();
  const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
  for (const banner of document.querySelectorAll("[data-review-due]")) {
    if (banner.dataset.reviewDue <= day) {
      banner.hidden = false;
    }
  }
})();
