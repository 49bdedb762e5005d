// Waiting work calls outside the tab: its number in the title of every page and, for who asked for it, a sound and a
// notification. One tab of a browser listens for all of them. Without it each page says so when it is opened.
"use strict";

(() => {
  const texts = document.getElementById("oproep").dataset;
  const title = document.title;
  const path = "/secretariaat/oproep";
  const AGAIN = 5000;
  const others = new BroadcastChannel("oproep");
  const kept = {
    get: (name) => localStorage.getItem(`oproep-${name}`),
    set: (name, value) => localStorage.setItem(`oproep-${name}`, value),
  };
  let polling = 0;

  const show = (number) => {
    document.title = number > 0 ? `(${number}) ${title}` : title;
  };

  const beep = () => {
    const sound = new AudioContext();
    for (const [at, pitch] of [[0, 660], [0.25, 880]]) {
      const tone = sound.createOscillator();
      const loud = sound.createGain();
      tone.frequency.value = pitch;
      loud.gain.value = 0.2;
      tone.connect(loud).connect(sound.destination);
      tone.start(sound.currentTime + at);
      tone.stop(sound.currentTime + at + 0.2);
    }
    setTimeout(() => void sound.close(), 1000);
  };

  const call = (number) => {
    if (kept.get("geluid") === "ja") beep();
    if (kept.get("melding") !== "ja" || Notification.permission !== "granted") return;
    const note = new Notification(number === 1 ? texts.one : `${texts.more} ${number}`, { tag: "oproep", renotify: true });
    note.addEventListener("click", () => {
      window.focus();
      note.close();
    });
  };

  const heard = (number) => {
    const before = Number(kept.get("aantal") ?? 0);
    kept.set("aantal", number);
    others.postMessage(number);
    show(number);
    if (number > before) call(number);
  };

  const ask = async () => {
    const answer = await fetch(path, { cache: "no-store" }).catch(() => null);
    if (answer?.status === 401) clearInterval(polling);
    else if (answer?.ok) heard((await answer.json()).wacht);
  };

  const listen = () =>
    new Promise(() => {
      const source = new EventSource(`${path}/live`);
      source.addEventListener("stand", (event) => {
        clearInterval(polling);
        polling = 0;
        heard(Number(event.data));
      });
      source.addEventListener("error", () => {
        if (polling === 0) polling = setInterval(ask, AGAIN);
      });
    });

  // Buttons that switch the sound and the notification on and off; shown only where there is a script to do it.
  const offer = (name, allow) => {
    const button = document.getElementById(`oproep-${name}`);
    if (!button) return;
    const say = () => {
      const on = kept.get(name) === "ja";
      button.setAttribute("aria-pressed", String(on));
      button.textContent = on ? button.dataset.on : button.dataset.off;
    };
    button.addEventListener("click", async () => {
      const on = kept.get(name) !== "ja" && (await allow());
      kept.set(name, on ? "ja" : "nee");
      say();
    });
    say();
  };

  others.addEventListener("message", (event) => show(event.data));
  show(Number(kept.get("aantal") ?? 0));
  offer("geluid", async () => {
    beep();
    return true;
  });
  offer("melding", async () => {
    const allowed = (await Notification.requestPermission()) === "granted";
    document.getElementById("oproep-geweigerd").hidden = allowed;
    return allowed;
  });
  const buttons = document.getElementById("oproep-keuzes");
  if (buttons) buttons.hidden = false;
  if (navigator.locks) void navigator.locks.request("oproep", listen);
  else void listen();
})();
