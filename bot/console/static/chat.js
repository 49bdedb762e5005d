// An open chat: shows new messages without a reload and sends without leaving the page. Without it the forms do.
"use strict";

(() => {
  const chat = document.getElementById("chat");
  const list = document.getElementById("berichten");
  const form = document.querySelector("form.say");
  const input = document.getElementById("tekst");
  const status = document.getElementById("stand");
  const away = document.getElementById("afwezig");
  const spoken = document.getElementById("nieuws");
  const place = document.getElementById("dreiging-plek");
  const base = chat.dataset.base;
  const names = { ambtsdrager: "Ambtsdrager", medewerker: "U", systeem: "Chatbot" };
  const levels = {
    acuut: "Gevaar nu",
    concreet: "Concrete dreiging",
    controle: "Misschien een dreiging",
    diffuus: "Let op: zorgen over veiligheid",
  };
  const AGAIN = 3000;
  const STAYS = 15000;
  let last = Number(chat.dataset.last);
  let shownDanger = place.textContent.trim() === "" ? "" : "?";
  let asking = false;
  let wanted = false;
  let polling = 0;
  let over = false;
  let sending = false;

  const make = (tag, text, className = "") => {
    const element = document.createElement(tag);
    element.textContent = text;
    element.className = className;
    return element;
  };

  const say = (text) => {
    const line = make("p", text);
    spoken.append(line);
    setTimeout(() => line.remove(), STAYS);
  };

  const show = (line) => {
    const item = make("li", "", line.van + (line.dreiging ? " threat" : ""));
    const by = make("p", "", "by");
    by.append(make("strong", line.naam || (names[line.van] ?? "")), " ", make("span", line.tijd));
    item.append(by, make("p", line.tekst));
    list.append(item);
    document.getElementById("leeg").hidden = true;
    if (line.van !== "medewerker") say(`${names[line.van]}: ${line.tekst}`);
  };

  const showDanger = (danger) => {
    const key = danger ? JSON.stringify(danger) : "";
    if (key === shownDanger || (key !== "" && shownDanger === "?" && !danger)) return;
    shownDanger = key;
    place.replaceChildren();
    if (!danger) return;
    const box = make("section", "", `danger-route ${danger.niveau}`);
    box.setAttribute("aria-label", "Dreiging");
    const doubt = danger.niveau === "controle";
    const lead = doubt
      ? "De ambtsdrager kreeg een controlevraag. Vraag zelf ook: is er nu gevaar?"
      : "Verwijs zo. U beoordeelt de dreiging niet. Vraag niet naar details.";
    const first = make("p", "");
    first.append(make("strong", `Gevaar nu? ${danger.eerst}`));
    const steps = document.createElement("ul");
    steps.append(...danger.stappen.map((step) => make("li", step)));
    box.append(make("h2", levels[danger.niveau] ?? "Dreiging"), make("p", lead), first, steps);
    place.append(box);
  };

  // Nothing of a chat that is no longer this member's stays on the screen.
  const end = (text) => {
    over = true;
    source.close();
    clearInterval(polling);
    for (const shown of [list, place, away, spoken]) shown.replaceChildren();
    for (const element of chat.querySelectorAll("form, .shared, .acts, #leeg")) element.remove();
    status.textContent = text;
    const link = make("a", "Naar de gesprekken", "go");
    link.href = "/secretariaat/gesprekken";
    status.after(link);
  };

  const ended = {
    404: "De ambtsdrager heeft dit gesprek gewist. Het is er niet meer.",
    409: "Dit gesprek is niet meer van u. Het wacht op een collega of is al opgepakt.",
    410: "Dit gesprek is voorbij. De ambtsdrager praat weer met de chatbot.",
    401: "U bent uitgelogd. Log opnieuw in om verder te gaan.",
  };

  const ask = async () => {
    if (over) return;
    if (asking) {
      wanted = true;
      return;
    }
    asking = true;
    const answer = await fetch(`${base}/nieuws?na=${last}`, { cache: "no-store" }).catch(() => null);
    if (answer && ended[answer.status]) end(ended[answer.status]);
    else if (answer?.ok) {
      const { laatste, dreiging, afwezig, berichten } = await answer.json();
      const low = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
      berichten.filter((line) => line.nummer > last).forEach(show);
      last = Math.max(last, laatste);
      showDanger(dreiging);
      away.textContent = afwezig === "" ? "" : `${away.dataset.text}${afwezig} uur.`;
      if (low && berichten.length > 0) list.scrollTop = list.scrollHeight;
      if (!sending) status.textContent = "";
    } else status.textContent = "Geen verbinding. Nieuwe berichten komen vanzelf als de verbinding er weer is.";
    asking = false;
    if (wanted) {
      wanted = false;
      void ask();
    }
  };

  const source = new EventSource(`${base}/live`);
  source.addEventListener("stand", () => {
    clearInterval(polling);
    polling = 0;
    void ask();
  });
  source.addEventListener("error", () => {
    if (polling === 0 && !over) polling = setInterval(ask, AGAIN);
  });

  // A saved reply goes behind what was typed; it is sent like any other text, once whoever has the chat wants so.
  const putIn = () => {
    const saved = document.getElementById("vast").selectedOptions[0].dataset.text;
    const typed = input.value.trimEnd();
    input.value = typed === "" ? saved : `${typed}\n${saved}`;
    input.focus();
    input.setSelectionRange(input.value.length, input.value.length);
  };

  const problems = {
    leeg: "Typ eerst een bericht.",
    lang: "Uw bericht is te lang.",
    vol: "In deze chat passen geen berichten meer. Geef het gesprek terug aan de chatbot.",
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (event.submitter?.id === "vast-zetten") return putIn();
    if (sending || over) return;
    if (input.value.trim() === "") {
      status.textContent = problems.leeg;
      input.focus();
      return;
    }
    sending = true;
    const fields = new URLSearchParams(new FormData(form));
    const answer = await fetch(form.action, {
      method: "POST",
      body: fields,
      headers: { accept: "application/json" },
    }).catch(() => null);
    sending = false;
    if (answer?.ok) {
      input.value = "";
      form.elements.nummer.value = number();
      status.textContent = "";
      void ask();
    } else if (answer && ended[answer.status]) end(`${ended[answer.status]} Uw laatste bericht is niet verstuurd.`);
    else {
      const { probleem } = answer?.status === 422 ? await answer.json() : {};
      // The same number goes along the next time, so that a message that did arrive is not said twice.
      status.textContent = problems[probleem] ?? "Uw bericht is nog niet verstuurd. Probeer het opnieuw.";
    }
    input.focus();
  });

  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });

  const number = () => Array.from(crypto.getRandomValues(new Uint8Array(12)), (one) => one.toString(16).padStart(2, "0")).join("");

  list.scrollTop = list.scrollHeight;
})();
