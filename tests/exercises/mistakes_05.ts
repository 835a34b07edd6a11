import {
  add,
  backward,
  crossEntropy,
  forward,
  type Gradients,
  type Matrix,
  type Parameters,
  scale,
  subtract,
  update,
} from "glassnet";
import type { Students } from "./students.ts";

interface Options {
  iterations: number;
  learningRate: number;
}

export const mistakes: Students = {
  update: {
    right: (p: Parameters, g: Gradients, alpha: number) => ({
      W1: subtract(p.W1, scale(g.dW1, alpha)),
      b1: add(p.b1, scale(g.db1, -alpha)),
      W2: subtract(p.W2, scale(g.dW2, alpha)),
      b2: add(scale(g.db2, -alpha), p.b2),
    }),
    plus: (p: Parameters, g: Gradients, alpha: number) => ({
      W1: add(p.W1, scale(g.dW1, alpha)),
      b1: add(p.b1, scale(g.db1, alpha)),
      W2: add(p.W2, scale(g.dW2, alpha)),
      b2: add(p.b2, scale(g.db2, alpha)),
    }),
    "learning-rate-missing": (p: Parameters, g: Gradients) => ({
      W1: subtract(p.W1, g.dW1),
      b1: subtract(p.b1, g.db1),
      W2: subtract(p.W2, g.dW2),
      b2: subtract(p.b2, g.db2),
    }),
    "divided-by-the-learning-rate": (p: Parameters, g: Gradients, alpha: number) =>
      update(p, g, 1 / alpha),
    "learning-rate-fixed": (p: Parameters, g: Gradients) => update(p, g, 0.1),
    "weights-only": (p: Parameters, g: Gradients, alpha: number) => ({
      W1: subtract(p.W1, scale(g.dW1, alpha)),
      b1: p.b1,
      W2: subtract(p.W2, scale(g.dW2, alpha)),
      b2: p.b2,
    }),
    "biases-only": (p: Parameters, g: Gradients, alpha: number) => ({
      ...p,
      b1: subtract(p.b1, scale(g.db1, alpha)),
      b2: subtract(p.b2, scale(g.db2, alpha)),
    }),
    "second-layer-only": (p: Parameters, g: Gradients, alpha: number) => ({
      ...p,
      W2: subtract(p.W2, scale(g.dW2, alpha)),
      b2: subtract(p.b2, scale(g.db2, alpha)),
    }),
    "first-layer-only": (p: Parameters, g: Gradients, alpha: number) => ({
      ...p,
      W1: subtract(p.W1, scale(g.dW1, alpha)),
      b1: subtract(p.b1, scale(g.db1, alpha)),
    }),
    unchanged: (p: Parameters, g: Gradients, alpha: number) => {
      update(p, g, alpha);
      return p;
    },
    "steps-only": (_p: Parameters, g: Gradients, alpha: number) => ({
      W1: scale(g.dW1, alpha),
      b1: scale(g.db1, alpha),
      W2: scale(g.dW2, alpha),
      b2: scale(g.db2, alpha),
    }),
    "learning-rate-on-the-parameter": (p: Parameters, g: Gradients, alpha: number) => ({
      W1: subtract(scale(p.W1, alpha), g.dW1),
      b1: subtract(scale(p.b1, alpha), g.db1),
      W2: subtract(scale(p.W2, alpha), g.dW2),
      b2: subtract(scale(p.b2, alpha), g.db2),
    }),
    "gradient-minus-parameter": (p: Parameters, g: Gradients, alpha: number) => ({
      W1: subtract(scale(g.dW1, alpha), p.W1),
      b1: subtract(scale(g.db1, alpha), p.b1),
      W2: subtract(scale(g.dW2, alpha), p.W2),
      b2: subtract(scale(g.db2, alpha), p.b2),
    }),
    "layers-exchanged": (p: Parameters, g: Gradients, alpha: number) => ({
      W1: subtract(p.W1, scale(g.dW2, alpha)),
      b1: subtract(p.b1, scale(g.db2, alpha)),
      W2: subtract(p.W2, scale(g.dW1, alpha)),
      b2: subtract(p.b2, scale(g.db1, alpha)),
    }),
    "w1-not-updated": (p: Parameters, g: Gradients, alpha: number) => ({
      ...update(p, g, alpha),
      W1: p.W1,
    }),
    "b1-not-updated": (p: Parameters, g: Gradients, alpha: number) => ({
      ...update(p, g, alpha),
      b1: p.b1,
    }),
    "w2-not-updated": (p: Parameters, g: Gradients, alpha: number) => ({
      ...update(p, g, alpha),
      W2: p.W2,
    }),
    "b2-not-updated": (p: Parameters, g: Gradients, alpha: number) => ({
      ...update(p, g, alpha),
      b2: p.b2,
    }),
    "one-parameter-only": (p: Parameters, g: Gradients, alpha: number) => ({
      ...p,
      W2: subtract(p.W2, scale(g.dW2, alpha)),
    }),
    "plus-in-some-lines": (p: Parameters, g: Gradients, alpha: number) => ({
      W1: subtract(p.W1, scale(g.dW1, alpha)),
      b1: add(p.b1, scale(g.db1, alpha)),
      W2: subtract(p.W2, scale(g.dW2, alpha)),
      b2: add(p.b2, scale(g.db2, alpha)),
    }),
    "learning-rate-missing-in-some-lines": (p: Parameters, g: Gradients, alpha: number) => ({
      W1: subtract(p.W1, scale(g.dW1, alpha)),
      b1: subtract(p.b1, g.db1),
      W2: subtract(p.W2, scale(g.dW2, alpha)),
      b2: subtract(p.b2, g.db2),
    }),
    "line-copied": (p: Parameters, g: Gradients, alpha: number) => ({
      W1: subtract(p.W1, scale(g.dW1, alpha)),
      b1: subtract(p.b1, scale(g.db1, alpha)),
      W2: subtract(p.W2, scale(g.dW2, alpha)),
      b2: subtract(p.b2, scale(g.db1, alpha)),
    }),
    "updated-twice": (p: Parameters, g: Gradients, alpha: number) => update(p, g, 2 * alpha),
  },
  trainLoop: {
    right: (parameters: Parameters, X: Matrix, Y: Matrix, options: Options) => {
      const losses = [];
      let left = options.iterations;
      while (left-- > 0) {
        const activations = forward(parameters, X);
        losses.push(crossEntropy(activations.A2, Y));
        parameters = update(
          parameters,
          backward(parameters, activations, X, Y),
          options.learningRate,
        );
      }
      return { losses, parameters };
    },
    "one-iteration-too-few": (p: Parameters, X: Matrix, Y: Matrix, o: Options) => {
      const losses = [];
      for (let k = 1; k < o.iterations; k++) {
        const activations = forward(p, X);
        losses.push(crossEntropy(activations.A2, Y));
        p = update(p, backward(p, activations, X, Y), o.learningRate);
      }
      return { parameters: p, losses };
    },
    "one-iteration-too-many": (p: Parameters, X: Matrix, Y: Matrix, o: Options) => {
      const losses = [];
      for (let k = 0; k <= o.iterations; k++) {
        const activations = forward(p, X);
        losses.push(crossEntropy(activations.A2, Y));
        p = update(p, backward(p, activations, X, Y), o.learningRate);
      }
      return { parameters: p, losses };
    },
    "one-iteration": (p: Parameters, X: Matrix, Y: Matrix, o: Options) => {
      const losses = [];
      for (let k = 0; k < o.iterations; k++) {
        const activations = forward(p, X);
        losses.push(crossEntropy(activations.A2, Y));
        p = update(p, backward(p, activations, X, Y), o.learningRate);
        return { parameters: p, losses };
      }
    },
    "losses-after-the-update": (p: Parameters, X: Matrix, Y: Matrix, o: Options) => {
      const losses = [];
      for (let k = 0; k < o.iterations; k++) {
        p = update(p, backward(p, forward(p, X), X, Y), o.learningRate);
        losses.push(crossEntropy(forward(p, X).A2, Y));
      }
      return { parameters: p, losses };
    },
    "one-loss-more": (p: Parameters, X: Matrix, Y: Matrix, o: Options) => {
      const losses = [crossEntropy(forward(p, X).A2, Y)];
      for (let k = 0; k < o.iterations; k++) {
        p = update(p, backward(p, forward(p, X), X, Y), o.learningRate);
        losses.push(crossEntropy(forward(p, X).A2, Y));
      }
      return { parameters: p, losses };
    },
    "losses-empty": (p: Parameters, X: Matrix, Y: Matrix, o: Options) => {
      const losses: number[] = [];
      for (let k = 0; k < o.iterations; k++) {
        p = update(p, backward(p, forward(p, X), X, Y), o.learningRate);
      }
      return { parameters: p, losses };
    },
    "last-loss-only": (p: Parameters, X: Matrix, Y: Matrix, o: Options) => {
      let losses: number[] = [];
      for (let k = 0; k < o.iterations; k++) {
        const activations = forward(p, X);
        losses = [crossEntropy(activations.A2, Y)];
        p = update(p, backward(p, activations, X, Y), o.learningRate);
      }
      return { parameters: p, losses };
    },
    "gradients-once": (p: Parameters, X: Matrix, Y: Matrix, o: Options) => {
      const losses = [];
      const gradients = backward(p, forward(p, X), X, Y);
      for (let k = 0; k < o.iterations; k++) {
        losses.push(crossEntropy(forward(p, X).A2, Y));
        p = update(p, gradients, o.learningRate);
      }
      return { parameters: p, losses };
    },
    "forward-once": (p: Parameters, X: Matrix, Y: Matrix, o: Options) => {
      const losses = [];
      const activations = forward(p, X);
      for (let k = 0; k < o.iterations; k++) {
        losses.push(crossEntropy(activations.A2, Y));
        p = update(p, backward(p, activations, X, Y), o.learningRate);
      }
      return { parameters: p, losses };
    },
    "parameters-not-carried-forward": (p: Parameters, X: Matrix, Y: Matrix, o: Options) => {
      const losses = [];
      for (let k = 0; k < o.iterations; k++) {
        const activations = forward(p, X);
        losses.push(crossEntropy(activations.A2, Y));
        update(p, backward(p, activations, X, Y), o.learningRate);
      }
      return { parameters: p, losses };
    },
    "always-from-the-first": (first: Parameters, X: Matrix, Y: Matrix, o: Options) => {
      const losses = [];
      let p = first;
      for (let k = 0; k < o.iterations; k++) {
        const activations = forward(p, X);
        losses.push(crossEntropy(activations.A2, Y));
        p = update(first, backward(p, activations, X, Y), o.learningRate);
      }
      return { parameters: p, losses };
    },
    "first-parameters-returned": (parameters: Parameters, X: Matrix, Y: Matrix, o: Options) => {
      const losses = [];
      let p = parameters;
      for (let k = 0; k < o.iterations; k++) {
        const activations = forward(p, X);
        losses.push(crossEntropy(activations.A2, Y));
        p = update(p, backward(p, activations, X, Y), o.learningRate);
      }
      return { parameters, losses };
    },
    uphill: (p: Parameters, X: Matrix, Y: Matrix, o: Options) => {
      const losses = [];
      for (let k = 0; k < o.iterations; k++) {
        const activations = forward(p, X);
        losses.push(crossEntropy(activations.A2, Y));
        p = update(p, backward(p, activations, X, Y), -o.learningRate);
      }
      return { parameters: p, losses };
    },
    "learning-rate-fixed": (p: Parameters, X: Matrix, Y: Matrix, o: Options) => {
      const losses = [];
      for (let k = 0; k < o.iterations; k++) {
        const activations = forward(p, X);
        losses.push(crossEntropy(activations.A2, Y));
        p = update(p, backward(p, activations, X, Y), 0.1);
      }
      return { parameters: p, losses };
    },
    "learning-rate-missing": (p: Parameters, X: Matrix, Y: Matrix, o: Options) => {
      const losses = [];
      for (let k = 0; k < o.iterations; k++) {
        const activations = forward(p, X);
        losses.push(crossEntropy(activations.A2, Y));
        const { dW1, db1, dW2, db2 } = backward(p, activations, X, Y);
        p = {
          W1: subtract(p.W1, dW1),
          b1: subtract(p.b1, db1),
          W2: subtract(p.W2, dW2),
          b2: subtract(p.b2, db2),
        };
      }
      return { parameters: p, losses };
    },
    "parameters-only": (p: Parameters, X: Matrix, Y: Matrix, o: Options) => {
      for (let k = 0; k < o.iterations; k++) {
        p = update(p, backward(p, forward(p, X), X, Y), o.learningRate);
      }
      return p;
    },
    "losses-only": (p: Parameters, X: Matrix, Y: Matrix, o: Options) => {
      const losses = [];
      for (let k = 0; k < o.iterations; k++) {
        const activations = forward(p, X);
        losses.push(crossEntropy(activations.A2, Y));
        p = update(p, backward(p, activations, X, Y), o.learningRate);
      }
      return losses;
    },
    "iterations-fixed": (p: Parameters, X: Matrix, Y: Matrix, o: Options) => {
      const losses = [];
      for (let k = 0; k < 10; k++) {
        const activations = forward(p, X);
        losses.push(crossEntropy(activations.A2, Y));
        p = update(p, backward(p, activations, X, Y), o.learningRate);
      }
      return { parameters: p, losses };
    },
    "no-iterations": (
      p: Parameters,
      X: Matrix,
      Y: Matrix,
      iterations: number,
      learningRate: number,
    ) => {
      const losses = [];
      for (let k = 0; k < iterations; k++) {
        const activations = forward(p, X);
        losses.push(crossEntropy(activations.A2, Y));
        p = update(p, backward(p, activations, X, Y), learningRate);
      }
      return { parameters: p, losses };
    },
    "one-update-behind": (p: Parameters, X: Matrix, Y: Matrix, o: Options) => {
      const losses = [];
      let old = p;
      for (let k = 0; k < o.iterations; k++) {
        old = p;
        const activations = forward(p, X);
        losses.push(crossEntropy(activations.A2, Y));
        p = update(p, backward(p, activations, X, Y), o.learningRate);
      }
      return { parameters: old, losses };
    },
    "all-parameters": (p: Parameters, X: Matrix, Y: Matrix, o: Options) => {
      const losses = [];
      const parameters = [];
      for (let k = 0; k < o.iterations; k++) {
        const activations = forward(p, X);
        losses.push(crossEntropy(activations.A2, Y));
        p = update(p, backward(p, activations, X, Y), o.learningRate);
        parameters.push(p);
      }
      return { parameters, losses };
    },
    "loss-of-the-wrong-matrix": (p: Parameters, X: Matrix, Y: Matrix, o: Options) => {
      const losses = [];
      for (let k = 0; k < o.iterations; k++) {
        const activations = forward(p, X);
        losses.push(crossEntropy(Y, activations.A2));
        p = update(p, backward(p, activations, X, Y), o.learningRate);
      }
      return { parameters: p, losses };
    },
    "losses-added-up": (p: Parameters, X: Matrix, Y: Matrix, o: Options) => {
      let losses = 0;
      for (let k = 0; k < o.iterations; k++) {
        const activations = forward(p, X);
        losses += crossEntropy(activations.A2, Y);
        p = update(p, backward(p, activations, X, Y), o.learningRate);
      }
      return { parameters: p, losses };
    },
    "as-an-array": (p: Parameters, X: Matrix, Y: Matrix, o: Options) => {
      const losses = [];
      for (let k = 0; k < o.iterations; k++) {
        const activations = forward(p, X);
        losses.push(crossEntropy(activations.A2, Y));
        p = update(p, backward(p, activations, X, Y), o.learningRate);
      }
      return [p, losses];
    },
    "parameters-spread": (p: Parameters, X: Matrix, Y: Matrix, o: Options) => {
      const losses = [];
      for (let k = 0; k < o.iterations; k++) {
        const activations = forward(p, X);
        losses.push(crossEntropy(activations.A2, Y));
        p = update(p, backward(p, activations, X, Y), o.learningRate);
      }
      return { ...p, losses };
    },
  },
};
