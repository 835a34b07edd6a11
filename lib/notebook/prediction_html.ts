import { escape } from "../display/displayable.ts";
import { inlineHtml } from "./inline.ts";
import { choices, type PredictionForm, rightAnswer } from "./prediction_form.ts";
import { predictionScript, predictionStyle } from "./prediction_page.ts";

/**
 * A question as one piece of HTML. It means something without its style and its script, which a notebook
 * that was opened but not run leaves out: the question, and closed below it the answer.
 */
export function predictionHtml(form: PredictionForm): string {
  const options = choices(form);
  const list = options.map((option) => `<li>${inlineHtml(option)}</li>`).join("");
  const { kind } = form;
  const right = kind === "choice" || kind === "sign" ? options.indexOf(form.right) : form.right;
  const within = kind === "number" ? form.within ?? 0 : undefined;
  const task = escape(JSON.stringify({ kind, right, within }));
  return `<div class="glassnet-prediction" data-task="${task}" data-lm-suppress-shortcuts="true">` +
    `<style>${predictionStyle}</style>` +
    `<p><b>Predict.</b> ${inlineHtml(form.question)}</p>${list && `<ul>${list}</ul>`}` +
    `<details><summary>What you should see</summary>` +
    `<p><b>${inlineHtml(rightAnswer(form))}</b></p><p>${inlineHtml(form.why)}</p></details>` +
    `<script>${predictionScript}</script></div>`;
}
