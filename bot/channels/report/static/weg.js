// "Snel weg" on every page of the app. Without this script it is a plain link or form. With it the page is covered and left
// at once, what ends the session is sent behind it, and the other tabs of this visit leave along.
const EXIT = "woningscan-exit"; // the widget's own name for it: widget/src/exit.ts
const PRESSES = 3;
const WITHIN = 5000;

const exit = document.querySelector("[data-exit]");
const others = "BroadcastChannel" in window ? new BroadcastChannel(EXIT) : null;

let left = false; // who is told to leave while leaving does not begin anew: that would break it off

function leave() {
  left = true;
  document.title = exit.dataset.leaving;
  document.body.hidden = true;
  if (exit.action) navigator.sendBeacon(exit.action);
  location.replace(exit.dataset.exit);
}

function leaveEverywhere(event) {
  event?.preventDefault();
  leave();
  others?.postMessage(EXIT);
  opener?.postMessage(EXIT, "*"); // a chat on another website, which no channel of this one reaches
}

// Shift alone, three times; another key in between, as in typing a capital, starts again.
let count = 0;
let alone = false;
let timer;

function again() {
  clearTimeout(timer);
  count = 0;
}

function down(event) {
  alone = event.key === "Shift" && !event.ctrlKey && !event.altKey && !event.metaKey;
  if (!alone) again();
}

function up(event) {
  if (event.key !== "Shift" || !alone) return;
  alone = false;
  count += 1;
  if (count === 1) timer = setTimeout(again, WITHIN);
  if (count === PRESSES) leaveEverywhere();
}

if (exit) {
  exit.addEventListener(exit.action ? "submit" : "click", leaveEverywhere);
  others?.addEventListener("message", () => left || leave());
  addEventListener("message", (event) => {
    if (!left && opener && event.source === opener && event.data === EXIT) leaveEverywhere();
  });
  addEventListener("keydown", down, true);
  addEventListener("keyup", up, true);
} else {
  others?.postMessage(EXIT); // this is the page that a form leads to when it was sent before the script was there
}
