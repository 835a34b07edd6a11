import { biasGradient } from "./bias_gradient.ts";
import "./dz1.ts";
import { weightGradient } from "./weight_gradient.ts";

// Equations 8 to 10 in their order: dZ1 has a file of its own, the other two share theirs with layer 2.
weightGradient({
  name: "dW1",
  error: "dZ1",
  input: "X",
  gives: "dW1, hidden x 784, the shape of W1",
});
biasGradient({ name: "db1", error: "dZ1", gives: "db1, hidden x 1, the shape of b1" });
