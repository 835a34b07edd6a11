/** A matrix, where its box is, and the equation that computes it. */
export interface Box {
  x: number;
  y: number;
  /** The equation's number; 0 for what is given, and for what no equation names. */
  equation: number;
}

/** The boxes of the graph, in units of its drawing: x to the right, y upwards. */
export const boxes = {
  W1: { x: 0.5, y: 4, equation: 0 },
  b1: { x: 1.1, y: 4, equation: 0 },
  W2: { x: 2.5, y: 4, equation: 0 },
  b2: { x: 3.1, y: 4, equation: 0 },
  X: { x: 0, y: 3, equation: 0 },
  Z1: { x: 1, y: 3, equation: 1 },
  A1: { x: 2, y: 3, equation: 2 },
  Z2: { x: 3, y: 3, equation: 3 },
  A2: { x: 4, y: 3, equation: 4 },
  loss: { x: 5, y: 3, equation: 0 },
  dZ2: { x: 3, y: 1.7, equation: 5 },
  dA1: { x: 2, y: 1.7, equation: 0 },
  dZ1: { x: 1, y: 1.7, equation: 8 },
  dW2: { x: 2.6, y: 0.4, equation: 6 },
  db2: { x: 3.5, y: 0.4, equation: 7 },
  dW1: { x: 0.6, y: 0.4, equation: 9 },
  db1: { x: 1.5, y: 0.4, equation: 10 },
} satisfies Record<string, Box>;

/** What a box is called. dA1 and the loss have no equation of their own. */
export type Name = keyof typeof boxes;

/** From box to box, with what happens on the way. */
export const arrows: [from: Name, to: Name, what: string][] = [
  ["X", "Z1", ""],
  ["W1", "Z1", ""],
  ["b1", "Z1", ""],
  ["Z1", "A1", "ReLU"],
  ["A1", "Z2", ""],
  ["W2", "Z2", ""],
  ["b2", "Z2", ""],
  ["Z2", "A2", "softmax"],
  ["A2", "loss", "log"],
  ["dZ2", "dA1", "W2ᵀ ×"],
  ["dA1", "dZ1", "⊙ ReLU′(Z1)"],
  ["dZ2", "dW2", "× A1ᵀ, mean"],
  ["dZ2", "db2", "mean"],
  ["dZ1", "dW1", "× Xᵀ, mean"],
  ["dZ1", "db1", "mean"],
];

/** Whether a box is filled once the equation with the number `last` is computed. */
export function isComputed(name: Name, last: number): boolean {
  if (name === "dA1") return last >= boxes.dZ1.equation;
  if (name === "loss") return last >= boxes.A2.equation;
  return boxes[name].equation <= last;
}

/** What the graph shows up to an equation, for a reader who can't see it. */
export function graphWords(last: number): string {
  const sentences: [number, string][] = [
    [1, "W1 times X, plus b1, gives Z1."],
    [2, "ReLU of Z1 gives A1."],
    [3, "W2 times A1, plus b2, gives Z2."],
    [4, "Softmax of Z2 gives A2, and the loss is made from it."],
    [5, "On the way back, A2 minus Y gives dZ2."],
    [6, "The branch dZ2 times A1 transposed gives dW2."],
    [7, "The branch mean of dZ2 over the images gives db2."],
    [8, "W2 transposed times dZ2 gives dA1, and where Z1 is positive dA1 gives dZ1."],
    [9, "The branch dZ1 times X transposed gives dW1."],
    [10, "The branch mean of dZ1 over the images gives db1."],
  ];
  return sentences.filter(([number]) => number <= last).map(([, sentence]) => sentence).join(" ");
}
