// Bundles the widget into dist/woningscan-chat.js, or into the file that is named as the argument.
// The same sources and content always give the same bytes.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { parse } from "yaml";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

// The numbers that must be on the screen when the server cannot be reached.
const EMERGENCY = ["alarmnummer", "politie", "ondersteuningsteam"];
// Where "Snel weg" goes: a public page that says nothing about threats or homes. A host page may choose another one.
const NEUTRAL_PAGE = "weerbericht";

const { contacts } = parse(readFileSync(here("../content/routes.yml"), "utf8"));
for (const id of [...EMERGENCY, NEUTRAL_PAGE]) {
  if (!contacts[id]?.url) throw new Error(`content/routes.yml has no contact "${id}" with a url`);
}

// Comments and indents of the style sheets stay out of what each visitor loads.
const lighterStyles = {
  name: "lighter-styles",
  setup: ({ onLoad }) => {
    const light = (css) => css.replace(/\/\*[^]*?\*\//g, "").replace(/\s+/g, " ");
    onLoad({ filter: /[\\/]styles[\\/]\w+\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(/css`[^`]*`/g, light),
      loader: "ts",
    }));
  },
};
const contact = ({ label, value, url }) => ({ label, value, url });

await build({
  entryPoints: [here("src/index.ts")],
  outfile: process.argv[2] ?? here("dist/woningscan-chat.js"),
  absWorkingDir: here("."),
  tsconfig: here("tsconfig.json"),
  bundle: true,
  minify: true,
  format: "iife",
  target: ["chrome109", "firefox115", "safari15.4"],
  charset: "utf8",
  legalComments: "none",
  plugins: [lighterStyles],
  banner: { js: "/* woningscan-chat, EUPL-1.2. Contains Lit, BSD-3-Clause. */" },
  define: {
    __EMERGENCY__: JSON.stringify(EMERGENCY.map((id) => contact(contacts[id]))),
    __CONTACTS__: JSON.stringify(Object.values(contacts).map(contact)),
    __NEUTRAL_PAGE__: JSON.stringify(contacts[NEUTRAL_PAGE].url),
  },
  logLevel: "warning",
});
