/** What runs in the page: the explorer and the digit pad, and what they are given. */
export { digitPad } from "./digit_pad.ts";
export { explorer, type ExplorerOptions } from "./explorer.ts";
export type { PageDisplay } from "./page_display.ts";
export { type RecordedMoment, type Recorder, recorder } from "./recorder.ts";
