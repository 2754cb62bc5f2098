/* Sends an answer once, when it is given, and says what came of it. What is sent stands ready at each button; what is
   said stands in the form. Nothing is kept, and nobody's script but this one runs. */
(() => {
  "use strict";

  const PATIENCE = 15_000; // ms: who waits longer takes it for broken

  const send = async ({ url, headers, ...request }) =>
    (
      await fetch(url, {
        ...request,
        headers: { ...headers, "Accept-Language": "*" }, // the reader's languages are nobody's business
        credentials: "omit",
        keepalive: true, // a reader may go on at once
        redirect: "error",
        referrerPolicy: "no-referrer",
        signal: AbortSignal.timeout?.(PATIENCE),
      })
    ).status;

  for (const form of document.querySelectorAll(".feedback")) {
    const question = form.querySelector("fieldset");
    const status = form.querySelector("[role=status]");
    const words = [...form.querySelectorAll("[data-when]")];
    const again = form.querySelector("[data-when=failed] button");

    const say = (...moments) => {
      status.replaceChildren(...words.filter(({ dataset }) => moments.includes(dataset.when)));
      status.focus();
    };

    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const { value, dataset } = event.submitter;
      let outcome = "thanks";
      question.disabled = true;
      if (dataset.request) {
        say("sending");
        const answer = await send(JSON.parse(dataset.request)).catch(() => 0);
        if (!form.dataset.accepted.split(" ").includes(`${answer}`)) {
          outcome = "failed";
          again.value = value;
          again.dataset.request = dataset.request;
        }
      }
      say(outcome, value);
    });

    question.hidden = false;
    form.querySelector(".feedback__without-scripts")?.remove();
  }
})();
