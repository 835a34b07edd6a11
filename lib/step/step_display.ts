import { escape } from "../display/displayable.ts";
import { heatPicture } from "../display/heat_picture.ts";
import { numberText } from "../display/numbers.ts";
import type { MatrixName } from "../display/symbols.ts";
import { cameFrom, inWords } from "./cells.ts";
import { type Equation, equations, type Token, tokens } from "./equations.ts";
import type { Step } from "./step.ts";
import type { StepMatrices } from "./training_step.ts";
import { writtenText } from "./written_out.ts";

/** A step as a few lines of text. */
export function stepText(step: Step): string {
  return [
    `${step.number} of ${equations.length}, ${step.equation.phase}: ${step.formula}`,
    `${step.equation.words}`,
    `shapes   ${shapesText(step.equation, step.walk.matrices)}`,
    `code     ${step.code}`,
    `element  ${writtenText(step.writtenOut)}`,
    `from     ${cameFrom(step.element).map(inWords).join(", ")}`,
    ...watchLines(step).map((line) => `watched  ${line}`),
  ].join("\n");
}

/** A step as HTML that needs no script and no style sheet, so that it shows in any viewer. */
export function stepHtml(step: Step): string {
  const { matrices, image } = step.walk;
  const { element, equation } = step;
  const picture = heatPicture(equation.result, step.result, { chosen: element, image });
  const from = cameFrom(element).map(inWords).join(", ");
  return `<div style="max-width:720px">` +
    `<div style="opacity:.75">Equation ${step.number} of ${equations.length}, ${equation.phase}: ` +
    `${escape(equation.words)}</div>` +
    formulaHtml(equation, matrices) +
    `<div><code>${
      escape(step.code)
    }</code> <span style="opacity:.75">lib/network/${equation.file}</span></div>` +
    `<div style="margin:10px 0 2px"><img class="glassnet-picture" src="${picture.src}" width="${picture.width}" ` +
    `height="${picture.height}" alt="${escape(picture.alt)}"></div>` +
    `<div style="opacity:.75">${
      escape(
        `${equation.result}, ${step.shape}, from ${extremes(step)}: blue is below 0, orange above`,
      )
    }</div>` +
    `<div style="margin-top:10px;line-height:1.7"><b>${
      escape(writtenText(step.writtenOut))
    }</b><br>` +
    `<span style="opacity:.75">${escape(`made of ${from}`)}</span></div>` +
    watchLines(step).map((line) => `<div>watched: ${escape(line)}</div>`).join("") +
    `</div>`;
}

/** The formula with the result in a frame, and under every matrix its shape. */
function formulaHtml(equation: Equation, matrices: StepMatrices): string {
  const pieces = tokens(equation).map((token, k) => {
    if (!token.matrix) return `<span style="white-space:pre">${escape(token.text)}</span>`;
    const frame = k === 0
      ? "background:rgba(230,159,0,.3);outline:2px solid #e69f00;border-radius:3px;"
      : "";
    return `<span style="display:inline-block;text-align:center;vertical-align:top;padding:0 4px;${frame}">` +
      `<b>${escape(token.text)}</b><br><small>${shapeOf(token, matrices)}</small></span>`;
  });
  return `<div style="font-size:20px;margin:10px 0">${pieces.join("")}</div>`;
}

/** `dW1 (10 x 784) = 1/m dZ1 (10 x 6) Xᵀ (6 x 784)`. */
export function shapesText(equation: Equation, matrices: StepMatrices): string {
  return tokens(equation)
    .map((token) => token.matrix ? `${token.text} (${shapeOf(token, matrices)})` : token.text)
    .join("");
}

/** The shape of a matrix as it stands in the formula: that of Xᵀ is X's, the other way round. */
function shapeOf({ matrix, transposed }: Token, matrices: StepMatrices): string {
  const { rows, cols } = matrices[matrix as MatrixName];
  return transposed ? `${cols} x ${rows}` : `${rows} x ${cols}`;
}

function extremes({ result }: Step): string {
  let low = Infinity;
  let high = -Infinity;
  for (const value of result.values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return `${numberText(low)} to ${numberText(high)}`;
}

function watchLines(step: Step): string[] {
  const computed = (name: MatrixName) =>
    equations.slice(0, step.number).some(({ result }) => result === name);
  return step.walk.watches.map((watch) => watch.textAt(computed));
}
