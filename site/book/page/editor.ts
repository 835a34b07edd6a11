/**
 * The editor of a cell. It is loaded when the reader first wants to change something.
 *
 * @module
 */
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { javascript } from "@codemirror/lang-javascript";
import { bracketMatching, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { EditorState, Prec } from "@codemirror/state";
import { drawSelection, EditorView, keymap } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";

/** What an editor tells its cell. */
export interface EditorEvents {
  /** The text has changed. */
  onChange(source: string): void;
  /** Shift-Enter, or Ctrl-Enter to stay in the cell. */
  onRun(stay: boolean): void;
}

/** An editor in place of a cell's code. */
export class Editor {
  readonly #view: EditorView;

  /**
   * @param place the element that it stands after
   * @param source the text to begin with
   * @param label what a screen reader says of it
   */
  constructor(place: Element, source: string, label: string, events: EditorEvents) {
    const run = (stay: boolean) => () => {
      events.onRun(stay);
      return true;
    };
    this.#view = new EditorView({
      state: EditorState.create({
        doc: source,
        extensions: [
          Prec.highest(keymap.of([
            { key: "Shift-Enter", run: run(false) },
            { key: "Mod-Enter", run: run(true) },
            { key: "Escape", run: () => this.leave() },
          ])),
          history(),
          drawSelection(),
          indentOnInput(),
          bracketMatching(),
          syntaxHighlighting(classHighlighter),
          javascript({ typescript: true }),
          keymap.of([...defaultKeymap, ...historyKeymap]),
          EditorView.contentAttributes.of({ "aria-label": label }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) events.onChange(this.source);
          }),
        ],
      }),
    });
    place.after(this.#view.dom);
  }

  /** The text as it is now. */
  get source(): string {
    return this.#view.state.doc.toString();
  }

  set source(source: string) {
    if (source === this.source) return;
    this.#view.dispatch({ changes: { from: 0, to: this.#view.state.doc.length, insert: source } });
  }

  /** Whether the reader is typing in it. */
  get hasFocus(): boolean {
    return this.#view.hasFocus;
  }

  /** Puts the cursor into the editor. */
  focus(): void {
    this.#view.focus();
  }

  /** Gives the keyboard back to the page, so that Tab and Escape are never a trap. */
  leave(): boolean {
    this.#view.contentDOM.blur();
    this.#view.dom.closest<HTMLElement>(".cell")?.querySelector<HTMLElement>(".run")?.focus();
    return true;
  }
}
