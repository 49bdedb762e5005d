// What is folded in belongs on paper too.
const folded = document.querySelectorAll("details");
window.addEventListener("beforeprint", () => folded.forEach((one) => { one.open = true; }));

// The print button works only with a script, so only a script shows it.
const button = document.querySelector("button[data-print]");
if (button) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
