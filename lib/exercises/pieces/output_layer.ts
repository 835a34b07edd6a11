import { biasGradient } from "./bias_gradient.ts";
import "./dz2.ts";
import { weightGradient } from "./weight_gradient.ts";

// Equations 5 to 7 in their order: dZ2 has a file of its own, the other two share theirs with layer 1.
weightGradient({
  name: "dW2",
  error: "dZ2",
  input: "A1",
  gives: "dW2, 10 x hidden, the shape of W2",
});
biasGradient({ name: "db2", error: "dZ2", gives: "db2, 10 x 1, the shape of b2" });
