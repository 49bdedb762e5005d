// The list of chats: replaced as soon as somebody waits or is taken. The focus stays where it was.
"use strict";

(() => {
  const path = "/secretariaat/gesprekken";
  const AGAIN = 5000;
  const news = document.getElementById("nieuws");
  let stamp = document.getElementById("lijst").dataset.stamp;
  let polling = 0;
  let leaving = false;

  // A button that was pressed takes the page elsewhere: nothing may come in between.
  document.addEventListener("submit", () => {
    leaving = true;
    source.close();
    clearInterval(polling);
  });

  const refresh = () => {
    const request = new XMLHttpRequest();
    request.responseType = "document"; // the browser reads it: no text is turned into markup here
    request.addEventListener("load", () => {
      const old = document.getElementById("lijst");
      const fresh = request.response?.getElementById("lijst");
      if (leaving || !old) return;
      if (!fresh) {
        location.reload();
        return;
      }
      const focused = old.contains(document.activeElement) ? document.activeElement.id : "";
      const more = Number(fresh.dataset.waiting) > Number(old.dataset.waiting);
      stamp = fresh.dataset.stamp;
      old.replaceWith(document.adoptNode(fresh));
      if (focused) (document.getElementById(focused) ?? document.getElementById("wacht-titel")).focus();
      news.textContent = more ? "Er wacht iemand op een chat." : "";
    });
    request.open("GET", path);
    request.send();
  };

  const heard = (next) => {
    if (next !== stamp && !leaving) refresh();
  };

  const ask = async () => {
    const answer = await fetch(`${path}/stand`, { cache: "no-store" }).catch(() => null);
    if (answer?.status === 401) location.reload();
    else if (answer?.ok) heard((await answer.json()).stand);
  };

  const source = new EventSource(`${path}/live`);
  source.addEventListener("stand", (event) => {
    clearInterval(polling);
    polling = 0;
    heard(event.data);
  });
  source.addEventListener("error", () => {
    if (polling === 0 && !leaving) polling = setInterval(ask, AGAIN);
  });
})();
