/**
 * What can be set in the playground, and how a link holds it.
 *
 * @module
 */

/** The settings of a training in the playground. */
export interface PlaygroundSettings {
  learningRate: number;
  /** Images for one update; 41,000 is the full batch. */
  batchSize: number;
  hidden: number;
  init: "uniform" | "he";
  momentum: number;
  seed: number;
}

/** One control: what it sets, what may be chosen, and what it means in a line. */
export interface Control {
  name: keyof PlaygroundSettings;
  label: string;
  help: string;
  choices: readonly (number | string)[];
  /** What choices are called, if not by their values. */
  words?: { readonly [choice: string]: string };
}

/** The network of the lessons and its reference run, but with batches, which learn at once. */
export const defaults: PlaygroundSettings = {
  learningRate: 0.1,
  batchSize: 64,
  hidden: 10,
  init: "uniform",
  momentum: 0,
  seed: 42,
};

/** Every control in the order of the page. */
export const controls: readonly Control[] = [
  {
    name: "learningRate",
    label: "Learning rate",
    help: "How far each update goes against the gradient.",
    choices: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3],
  },
  {
    name: "batchSize",
    label: "Batch size",
    help: "How many images each update looks at. 41,000 is all of them.",
    choices: [16, 64, 256, 1024, 41_000],
  },
  {
    name: "hidden",
    label: "Hidden units",
    help: "How many features the network may look for.",
    choices: [4, 10, 16, 32],
  },
  {
    name: "init",
    label: "First weights",
    help: "Uniform: anything from -0.5 to 0.5. He (after Kaiming He): smaller, so that the sums " +
      "stay moderate.",
    choices: ["uniform", "he"],
    words: { uniform: "uniform, -0.5 to 0.5", he: "He (small)" },
  },
  {
    name: "momentum",
    label: "Momentum",
    help: "How much of the previous step goes on in the next one.",
    choices: [0, 0.5, 0.9],
  },
  {
    name: "seed",
    label: "Seed",
    help: "The same seed gives the same first weights and the same batches.",
    choices: [1, 2, 3, 7, 42],
  },
];

/** The part of a link that holds settings, such as `#learningRate=3`. Defaults are left out. */
export function toHash(settings: PlaygroundSettings): string {
  const changed = controls.filter(({ name }) => settings[name] !== defaults[name]);
  return changed.map(({ name }) => `${name}=${settings[name]}`).join("&");
}

/** The settings of a link. What a control does not offer is ignored, whoever wrote the link. */
export function fromHash(hash: string): PlaygroundSettings {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const chosen = controls.flatMap(({ name, choices }) => {
    const choice = choices.find((choice) => `${choice}` === given.get(name));
    return choice === undefined ? [] : [[name, choice] as const];
  });
  return { ...defaults, ...Object.fromEntries(chosen) };
}

/** A situation worth looking at, with the question that it answers. */
export interface Situation {
  title: string;
  question: string;
  settings: Partial<PlaygroundSettings>;
}

/** The tour. */
export const tour: readonly Situation[] = [
  {
    title: "It learns",
    question: "How many updates does it take to get nine of ten digits right?",
    settings: {},
  },
  {
    title: "All images at once",
    question: "One update looks at 41,000 images. Is each step better, and is it worth the wait?",
    settings: { batchSize: 41_000 },
  },
  {
    title: "Too timid",
    question: "Learning rate 0.001: does it go wrong, or is it only slow?",
    settings: { learningRate: 0.001 },
  },
  {
    title: "Too bold",
    question: "Learning rate 3: what died? Step into it and look at A1.",
    settings: { learningRate: 3 },
  },
  {
    title: "First weights",
    question: "He's weights are closer to 0: why does the loss begin near 2.3, and fall sooner?",
    settings: { init: "he" },
  },
  {
    title: "Momentum",
    question: "What does momentum change at the beginning, and what at the end?",
    settings: { momentum: 0.9, learningRate: 0.03 },
  },
  {
    title: "More features",
    question: "32 hidden units: which mistakes go away?",
    settings: { hidden: 32 },
  },
];
