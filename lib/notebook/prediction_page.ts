/** A page's style or script in one line: a notebook keeps it with every question. */
const oneLine = (text: string) => text.trim().replaceAll(/\n\s*/g, " ");

/** How a question looks: in the colors of the page around it, light or dark. */
export const predictionStyle: string = oneLine(`
.glassnet-prediction { max-width: 44em; padding: 2px 14px 10px; border-left: 4px solid #2b7bba;
  font-size: 15px; line-height: 1.45; }
.glassnet-prediction p { margin: 8px 0; }
.glassnet-prediction fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
.glassnet-prediction legend { padding: 0; margin: 8px 0; }
.glassnet-prediction label { display: flex; gap: 8px; align-items: baseline; min-height: 26px; }
.glassnet-prediction input[type=text], .glassnet-prediction button { box-sizing: border-box;
  font: inherit; color: inherit; background: transparent; border: 1px solid currentColor;
  border-radius: 6px; padding: 3px 10px; min-height: 32px; }
.glassnet-prediction input[type=text] { width: 9em; max-width: 100%; margin-right: 8px; }
.glassnet-prediction button { margin-top: 8px; cursor: pointer; }
.glassnet-prediction input:disabled, .glassnet-prediction [aria-disabled=true] { opacity: .6; cursor: default; }
.glassnet-prediction .chosen { font-weight: 600; }
`);

/** What is done with `place`, the question's element. */
const atPlace = `
  const { kind, right, within } = JSON.parse(place.dataset.task);
  const [question, answer] = [place.querySelector("p"), place.querySelector("details")];
  const options = Array.from(place.querySelectorAll("li"));
  const make = (tag, values, ...inside) => {
    const element = Object.assign(document.createElement(tag), values);
    element.append(...inside);
    return element;
  };
  const group = "prediction-" + Math.random();
  const field = make("input", { type: "text", autocomplete: "off", ariaLabel: "Your prediction" });
  field.placeholder = kind === "shape" ? "10 x m" : "a number";
  const buttons = options.map(() => make("input", { type: "radio", name: group }));
  const inputs = options.length
    ? options.map((option, k) => make("label", {}, buttons[k], make("span", {}, ...option.childNodes)))
    : [field];
  const set = make("fieldset", {}, make("legend", {}, ...question.childNodes), ...inputs);
  const button = make("button", { type: "button" }, "Commit");
  const said = make("div", {});
  said.setAttribute("role", "status");

  const shape = (text) => text.toLowerCase().match(/\\d+|m/g) ?? [];
  const number = (text) => {
    const plain = text.replace(/\u2212/g, "-").replace(/,(?=\\d{3}\\b)/g, "").replace(",", ".").trim();
    return plain === "" ? NaN : Number(plain);
  };
  /* What the reader predicts: undefined if it can't be read. */
  const read = {
    number: () => Number.isFinite(number(field.value)) ? number(field.value) : undefined,
    shape: () => shape(field.value).length === 2 ? shape(field.value).join(" x ") : undefined,
  }[kind] ?? (() => {
    const k = buttons.findIndex(({ checked }) => checked);
    return k < 0 ? undefined : k;
  });
  const wanted = { number: "Write a number, such as 12 or -0.5.", shape: "Write a shape, such as 10 x 784." };
  const agrees = (predicted) =>
    kind === "number" ? Math.abs(predicted - right) <= within : predicted === right;

  const commit = () => {
    if (set.disabled) return;
    const predicted = read();
    field.setAttribute("aria-invalid", predicted === undefined);
    if (predicted === undefined) return said.replaceChildren(wanted[kind] ?? "Choose an answer first.");
    if (options.length) inputs[predicted].className = "chosen";
    set.disabled = true;
    button.setAttribute("aria-disabled", "true");
    const [result, why] = answer.querySelectorAll("p");
    const verdict = agrees(predicted) ? "\u2713 As you predicted: " : "\u2717 Not as you predicted: ";
    result.prepend(verdict);
    said.replaceChildren(result, why);
  };
  button.addEventListener("click", commit);
  field.addEventListener("keydown", ({ key }) => key === "Enter" && commit());
  place.querySelector("ul")?.remove();
  question.replaceWith(set, button, said);
  answer.remove();
`;

/**
 * What runs in the page: it takes the answer away, asks, and shows both answers after the reader has
 * committed to one. It finds its place by the element that holds the script.
 */
export const predictionScript: string = oneLine(`
(() => {
  const place = document.currentScript.closest(".glassnet-prediction");
  ${atPlace}
})();
`);

/** The same for a page whose policy forbids scripts of that kind: a script for all questions in it. */
export const predictionsScript: string =
  `for (const place of document.querySelectorAll(".glassnet-prediction")) {${atPlace}}\n`;
