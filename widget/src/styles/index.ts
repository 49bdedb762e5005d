import { answers } from "./answers.js";
import { controls } from "./controls.js";
import { foot } from "./foot.js";
import { head } from "./head.js";
import { messages } from "./messages.js";
import { panel } from "./panel.js";
import { tokens } from "./tokens.js";

export const styles = [tokens, controls, head, messages, answers, foot, panel];
