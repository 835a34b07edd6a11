import type { Payload } from "../payload.ts";
import { bringToLife } from "./bring_to_life.ts";

/** What the display is given, and its name: `page_display.ts` wraps the bundle in a function of both. */
declare const glassnetPayload: Payload;
declare const glassnetName: string;

// JupyterLab runs the script where it stands, VS Code at the end of the output. A copy of the same
// display elsewhere in the page has a script of its own.
const selector = `[data-glassnet="${glassnetName}"]`;
const near = document.currentScript?.parentElement?.querySelectorAll<HTMLElement>(selector) ?? [];
const all = document.querySelectorAll<HTMLElement>(selector);
const host = [...near, ...all].find((element) => !element.shadowRoot);
if (host) bringToLife(host, glassnetPayload);
