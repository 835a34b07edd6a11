import { translate } from "../language.ts";
import { relu } from "./relu.ts";

translate(relu, "de", {
  gives: "max(0, z) für jedes z, so groß wie Z",
  mistakes: {
    unchanged: "Das ist Z selbst: Die Zahlen unter 0 sind noch da.",
    "absolute-value": "Die Zahlen unter 0 haben ihr Vorzeichen verloren. Sie müssen zu 0 werden.",
    "wrong-half":
      "Die Zahlen unter 0 sind geblieben, und die darüber wurden zu 0. Es ist umgekehrt.",
    derivative:
      "Hier stehen nur 0 und 1: Das ist die Ableitung von ReLU. ReLU behält die Zahl selbst, wo sie über 0 liegt.",
    "cut-at-one": "Zahlen über 1 wurden auf 1 gekürzt. ReLU hat keine obere Grenze.",
    leaky:
      "Unter 0 bleibt ein kleiner Teil der Zahl übrig, wie bei einer Leaky ReLU. Hier muss dort 0 stehen.",
    "one-below-zero":
      "Zahlen unter 1 wurden zu 1: Das Maximum wurde mit 1 gebildet. Es gehört mit 0 gebildet.",
    sigmoid:
      "Das ist die Sigmoidfunktion, 1 / (1 + e^-z). Die verborgene Schicht verwendet hier ReLU.",
    tanh:
      "Das ist der Tangens hyperbolicus, Math.tanh. Die verborgene Schicht verwendet hier ReLU.",
    softplus:
      "Das ist log(1 + e^z), eine ReLU mit weichem Knick. Die verborgene Schicht verwendet hier ReLU selbst.",
    elu: "Unter 0 ist das e^z - 1, wie bei einer ELU. Hier muss dort 0 stehen.",
    swish:
      "Das ist z / (1 + e^-z), eine ReLU, die unter 0 nachgibt, auch Swish oder SiLU genannt. Die verborgene Schicht verwendet hier ReLU selbst.",
    "compared-with-minus-one":
      "Zahlen zwischen -1 und 0 sind noch da. Vergleiche mit 0, nicht mit -1.",
    "sign-turned":
      "Das Vorzeichen wurde zuerst umgedreht: Zahlen unter 0 wurden positiv, die darüber zu 0. Es heißt Math.max(0, z), ohne Minus.",
    "below-one-lost": "Auch Zahlen zwischen 0 und 1 wurden zu 0. Vergleiche mit 0, nicht mit 1.",
    rounded: "Die Zahlen wurden auf ganze gerundet. Lass die über 0, wie sie sind.",
    "whole-matrix-compared":
      "Die ganze Matrix wurde mit 0 verglichen, und das ist nie wahr. Sieh dir jede ihrer Zahlen einzeln an.",
    "maximum-of-the-row":
      "Für jede Zeile steht hier eine Zahl, ihr Maximum. Jede Zahl von Z braucht ihre eigene Antwort, das Ergebnis ist also so groß wie Z.",
    "one-row-changed":
      "Zeile 0 stimmt, die anderen Zeilen sind, wie sie waren. Steht das return in der Schleife über die Zeilen?",
    "loop-over-the-rows-twice":
      "Nur so viele Spalten wurden geändert, wie es Zeilen gibt. Die Schleife innerhalb einer Zeile endet bei der Zahl der Spalten.",
  },
  hints: [
    "ReLU sieht sich jede Zahl einzeln an. Was macht sie aus -2, aus 0 und aus 3?",
    "ReLU(z) ist die größere der beiden Zahlen 0 und z.",
    "Geh Z.toArray() Zeile für Zeile durch, ersetze jedes z durch Math.max(0, z), und gib die Zeilen an Matrix.from.",
  ],
});
