/**
 * The playground before any script runs: its controls, and where everything will be.
 *
 * @module
 */
import { escape } from "@std/html/entities";
import { controls, defaults, toHash, tour } from "./settings.ts";

/** The HTML of the playground. */
export function playgroundHtml(): string {
  return `<section id="playground" aria-labelledby="playground-title">
<h2 id="playground-title">Watch a network learn</h2>
<p class="prose">This is the network of the lessons on the real 42,000 digits, and it learns in this
page: as in lesson 5, but with 64 images for each update, so that you see it learn at once. Press Start, or draw a digit and watch the answer change. At any moment, step into the next update, equation by equation.</p>
<noscript><p class="note">The playground needs JavaScript. The lessons below can be read without it.</p></noscript>
<p class="buttons">
<button type="button" class="first" data-do="start" disabled>Start</button>
<button type="button" data-do="draw" disabled>Draw a digit</button>
<button type="button" data-do="step" disabled>One step</button>
<button type="button" data-do="again" disabled>Begin again</button>
<button type="button" data-do="into" disabled>Step into it</button>
<button type="button" data-do="link">Copy link</button>
<button type="button" data-do="save" disabled>Save network</button>
<button type="button" data-do="files" disabled>Your files</button>
</p>
<p class="said" role="status" aria-live="polite"></p>
<dl class="numbers">
<div><dt>Updates</dt><dd data-number="iteration">0</dd></div>
<div><dt>Epochs</dt><dd data-number="epochs">0</dd></div>
<div><dt>Loss</dt><dd data-number="loss">&ndash;</dd></div>
<div><dt>Right, of this batch</dt><dd data-number="accuracy">&ndash;</dd></div>
<div><dt>Right, of 1,000 held out</dt><dd data-number="devAccuracy">&ndash;</dd></div>
<div><dt>Hidden units that are off</dt><dd data-number="off">&ndash;</dd></div>
</dl>
<form class="settings" aria-label="Settings">
${controls.map(control).join("\n")}
</form>
<div class="views">
<figure><figcaption>Draw a digit, and watch the answer change while the network learns</figcaption><div class="pad-place"><p>The pad opens as soon as there is a network: press Start.</p></div></figure>
<figure><figcaption>Loss (orange) and accuracy (blue) of each update</figcaption><canvas class="curves" role="img" aria-label="The curves of the loss and the accuracy: nothing yet"></canvas></figure>
<figure><figcaption>What training has added to the weights of each hidden unit: blue takes away, orange adds</figcaption><div class="added"></div></figure>
<figure><figcaption>What it gets wrong now: what it is, and what the network says</figcaption><div class="mistakes"></div></figure>
</div>
<div class="explorer-place"></div>
<h3>A tour</h3>
<ol class="cards tour">
${
    tour.map(({ title, question, settings }) =>
      `<li><a href="#${toHash({ ...defaults, ...settings }) || "start"}"><strong>${
        escape(title)
      }</strong> <span>${escape(question)}</span></a></li>`
    ).join("\n")
  }
</ol>
</section>`;
}

function control({ name, label, help, choices, words }: typeof controls[number]): string {
  const wordsOf = (choice: number | string) =>
    words?.[choice] ??
      (typeof choice === "number" && choice >= 1000 ? choice.toLocaleString("en") : choice);
  const options = choices.map((choice) =>
    `<option value="${choice}"${choice === defaults[name] ? " selected" : ""}>${
      wordsOf(choice)
    }</option>`
  ).join("");
  return `<div><label for="set-${name}">${label}</label><select id="set-${name}" name="${name}" aria-describedby="help-${name}">${options}</select><span id="help-${name}" class="help">${help}</span></div>`;
}
