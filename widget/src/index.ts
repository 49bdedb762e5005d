import { WoningscanChat } from "./element.js";

if (!customElements.get("woningscan-chat")) customElements.define("woningscan-chat", WoningscanChat);
