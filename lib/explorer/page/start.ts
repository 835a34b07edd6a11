import type { Payload } from "../payload.ts";
import { bringToLife } from "./main.ts";

/** What the display is given, and its name; the task that bundles this file wraps it in a function of both. */
declare const glassnetPayload: Payload;
declare const glassnetName: string;

// JupyterLab runs the script where it stands, VS Code at the end of the output. A copy of the same
// display elsewhere in the page has a script of its own.
const selector = `[data-glassnet="${glassnetName}"]`;
const near = document.currentScript?.parentElement?.querySelectorAll<HTMLElement>(selector) ?? [];
const all = document.querySelectorAll<HTMLElement>(selector);
const host = [...near, ...all].find((element) => !element.shadowRoot);
if (host) bringToLife(host, glassnetPayload);
