/**
 * The question to predict and the answer to each **Try** of the lessons. It is the only place where they
 * are written: `deno task teaching` makes from it the key (`key.md`) and what `prediction("01 cut-try")`
 * shows (`lib/notebook/tries.ts`). `tests/notebooks/answers_test.ts` does what each Try asks for and
 * compares the facts and the right answer.
 *
 * @module
 */
import type {
  ChoiceQuestion,
  NumberQuestion,
  ShapeQuestion,
  SignQuestion,
} from "../../lib/notebook/prediction_form.ts";

/** What a reader commits to before seeing the answer, which says why. */
export type Predict =
  | Omit<ChoiceQuestion, "why">
  | Omit<SignQuestion, "why">
  | Omit<NumberQuestion, "why">
  | Omit<ShapeQuestion, "why">;

/** The answer to one Try. */
export interface Answer {
  /** The notebook's number and the id of the cell with the Try. */
  cell: string;
  /** The question below the Try, with its right answer. */
  predict: Predict;
  /** The answer in Markdown. `{name}` is a fact as it is, `{name:2}` the same with two decimals. */
  text: string;
  /** What running the Try gives. */
  facts?: Record<string, number | string | boolean>;
}

/** All answers, in the order of the lessons. */
export const answers: Answer[] = [
  {
    cell: "01 cut-try",
    predict: {
      kind: "number",
      question: "Look at image 0 before you look at its label. Which digit is it?",
      right: 1,
    },
    text: "Images 0, 2 and 3 are labeled {labels}.",
    facts: { labels: "1, 8, 4" },
  },
  {
    cell: "01 where-try",
    predict: { kind: "number", question: "In which row is `pixel300`?", right: 10 },
    text: "28 goes into 300 ten times, and 20 is left over: row {row}, column {column}.",
    facts: { row: 10, column: 20 },
  },
  {
    cell: "01 hands-try",
    predict: {
      kind: "choice",
      question: "Measured pixel by pixel, which digit strays further from its own average image?",
      options: ["the 1", "the 7", "both equally"],
      right: "the 7",
    },
    text:
      "Some 7s have a bar through the middle, some 1s lean or have a foot. Measured over all images, the mean squared distance to the average image is {seven:1} for the 7 and {one:1} for the 1: a 1 has little ink that could be elsewhere.",
    facts: { seven: 37.4465781505635, one: 22.484075405261873 },
  },
  {
    cell: "01 baseline-after",
    predict: { kind: "number", question: "Which digit has the highest share?", right: 1 },
    text: "The {best} has the tallest bar: always saying {best} is right for {percent:1}%.",
    facts: { best: 1, percent: 11.28095238095238 },
  },
  {
    cell: "01 X-read",
    predict: { kind: "number", question: "What is `X.get(0, 5)`?", right: 0 },
    text: "Both are {first}, `X.get(783, 5)` too: the corners of an image are blank paper.",
    facts: { first: 0, last: 0 },
  },
  {
    cell: "01 average-after",
    predict: {
      kind: "choice",
      question: "How will the average of only 10 images look?",
      options: ["more blurred", "just the same", "sharper"],
      right: "sharper",
    },
    text:
      "Single strokes stand out. With only 10 images, each one counts for a tenth; with thousands, the strokes blur into each other.",
    facts: { sharper: true },
  },
  {
    cell: "01 split-try",
    predict: {
      kind: "choice",
      question: "With only 50 dev images, the two columns of shares will be",
      options: ["closer together", "further apart", "just as far apart"],
      right: "further apart",
    },
    text:
      "With 1,000 dev images the largest difference is {thousand:1} percentage points, with 50 it is {fifty:1}: the smaller the sample, the more chance matters.",
    facts: { thousand: 2.180487804878048, fifty: 11.942789034564958 },
  },
  {
    cell: "02 architecture-read",
    predict: {
      kind: "number",
      question: "With 25 hidden units, how many of the nine shapes change?",
      right: 5,
    },
    text:
      "$W_1$, $b_1$, $Z_1$ and $A_1$ are now 25 high, and $W_2$ is 25 wide. $X$, $b_2$, $Z_2$ and $A_2$ stay the same.",
    facts: { changed: 5 },
  },
  {
    cell: "02 unit-read",
    predict: {
      kind: "number",
      question: "To which value must the second weight change so that $z = 0$?",
      right: -6,
    },
    text:
      "At the start, $z = 3 \\cdot 0 - 4 \\cdot 0.5 + 1 \\cdot 1 + 2 = 1$. Set the second weight to $-6$ or the third to 0. The first weight is multiplied by the input 0, so it changes nothing.",
    facts: { second: -6, third: 0, first: 1 },
  },
  {
    cell: "02 parameters-try",
    predict: {
      kind: "number",
      question: "How many parameters does a network with 25 hidden units have?",
      right: 19885,
    },
    text: "$25 \\cdot 784 + 25 + 10 \\cdot 25 + 10 =$ {count}.",
    facts: { count: 19885 },
  },
  {
    cell: "02 matmul-try",
    predict: { kind: "shape", question: "What is the shape of `matmul(B, A)`?", right: "3 x 3" },
    text:
      "$4 \\cdot 4 + 5 \\cdot 1 + 6 \\cdot 0 =$ {value}. `matmul(B, A)` is 3 x 2 times 2 x 3, so it is {shape}.",
    facts: { value: 21, shape: "3 x 3" },
  },
  {
    cell: "02 operations-try",
    predict: {
      kind: "shape",
      question: "What is the shape of `sumColumns(transpose(A))`?",
      right: "3 x 1",
    },
    text:
      "Transposed, $A$ is 3 x 2, and its rows are the columns of $A$. The sums are {values}, a {shape} matrix.",
    facts: { values: "5, 7, 9", shape: "3 x 1" },
  },
  {
    cell: "02 shapes-read",
    predict: {
      kind: "shape",
      question: "With 25 hidden units, what is the shape of $W_2$?",
      right: "10 x 25",
    },
    text: "$W_1$ {W1}, $b_1$ {b1}, $W_2$ {W2}, $b_2$ {b2}. The output layer still has 10 units.",
    facts: { W1: "25 x 784", b1: "25 x 1", W2: "10 x 25", b2: "10 x 1" },
  },
  {
    cell: "02 read-try",
    predict: {
      kind: "choice",
      question: "Which of the two raises no error?",
      options: ["`add(matmul(W1, X), transpose(b1))`", "`add(matmul(W1, X), b2)`"],
      right: "`add(matmul(W1, X), b2)`",
    },
    text:
      "`transpose(b1)` is 1 x 10, which fits neither the rows nor the columns: {turned}. `b2` raises no error, because it has the same shape as `b1`; the result is {b2}. It is still wrong: these are the biases of the digits, not of the hidden units.",
    facts: { b2: "10 x 41000", turned: "an error" },
  },
  {
    cell: "03 z1-try",
    predict: {
      kind: "number",
      question: "How many of the ten numbers will be exactly half of what they were?",
      right: 0,
    },
    text: "Half the ink halves the sum of the products, but the bias stays whole.",
    facts: { halved: 0, sumHalved: true },
  },
  {
    cell: "03 eq2-try",
    predict: {
      kind: "number",
      question: "For a blank sheet, how many of the ten will be 0?",
      right: 6,
    },
    text:
      "All products are 0, so the sums are just the biases. ReLU turns the negative ones into 0: units {zeros}.",
    facts: { zeros: "1, 2, 3, 7, 8, 9", sameAsBias: true },
  },
  {
    cell: "03 z2-read",
    predict: { kind: "number", question: "Which digit has the largest sum in `z2`?", right: 4 },
    text:
      "The {digit}, with {sum:3}, although the image is a 9. Hidden unit {unit} pushes it up the most, by {push:3}.",
    facts: { digit: 4, sum: 1.6009187140797616, unit: 5, push: 0.6150531049583826 },
  },
  {
    cell: "03 eq4-try",
    predict: { kind: "number", question: "How many of the ten probabilities will grow?", right: 0 },
    text:
      "Every power is multiplied by $e^{100}$, above and below the fraction bar, and that cancels.",
    facts: { grown: 0 },
  },
  {
    cell: "03 pull-read",
    predict: {
      kind: "choice",
      question: "How strong are the two pulls at $z = -12$?",
      options: [
        "$-\\log p$ about 1, the squared error almost 0",
        "both about 1",
        "both almost 0",
        "$-\\log p$ almost 0, the squared error about 1",
      ],
      right: "$-\\log p$ about 1, the squared error almost 0",
    },
    text:
      "$-\\log p$ still pulls with {log:4}. The squared error pulls with {squared:6}: a mistake this confident is hardly corrected.",
    facts: { log: 0.9999938558253978, squared: 0.000012288198201367162 },
  },
  {
    cell: "03 sure-try",
    predict: {
      kind: "choice",
      question: "Will one of the seeds 1 to 20 get below $\\log 10$?",
      options: ["about half of them", "nearly all of them", "no, none of them"],
      right: "no, none of them",
    },
    text:
      'With seed 1 the loss is {one:3}, and seeds 1 to 20 give losses from {lowest:3} to {highest:3}. Random weights make the network confident, and a confident guess costs more than an honest "I don\'t know".',
    facts: {
      lowest: 2.5553124521147317,
      highest: 4.3283232885431495,
      one: 2.7653996076664686,
    },
  },
  {
    cell: "04 toy-try",
    predict: {
      kind: "choice",
      question: "If the label is class 1, what happens to the twelve slopes?",
      options: [
        "all change their sign; a 0 stays 0",
        "only those of the output layer change",
        "nothing: a slope does not depend on the label",
      ],
      right: "all change their sign; a 0 stays 0",
    },
    text:
      "Both probabilities are $\\frac{1}{2}$, so $dZ_2$ becomes $0.5, -0.5$: it changes sign. Everything else on the way back is a multiple of $dZ_2$, so every slope changes sign, and those that are 0 stay 0.",
    facts: { opposite: true },
  },
  {
    cell: "04 map-read",
    predict: {
      kind: "choice",
      question: "Which two matrices does equation 6 need?",
      options: ["$dZ_2$ and $A_2$", "$dZ_2$ and $A_1$", "$dZ_2$ and $W_2$"],
      right: "$dZ_2$ and $A_1$",
    },
    text:
      "Equation 6 needs $dZ_2$ and $A_1$. $A_2$ is not needed any more after equation 5: all that the way back has to know about it is in $dZ_2$.",
    facts: { needs: "dZ2, A1" },
  },
  {
    cell: "04 eq5-try",
    predict: {
      kind: "number",
      question: "Which row of the column of image 1 will be negative?",
      right: 0,
    },
    text:
      "Row {label}, the label of image 1: $dZ_2$ is {value:4} there. The ten numbers sum to {sum}, apart from rounding.",
    facts: { label: 0, value: -0.9161055786770482, sum: 0 },
  },
  {
    cell: "04 eq6-said",
    predict: {
      kind: "choice",
      question: "What must the labels of the five images be?",
      options: ["anything but the digit $k$", "five different digits", "all the digit $k$"],
      right: "all the digit $k$",
    },
    text:
      "The strongest blue is at [{k}, {h}], with the gradient {gradient:3}. $A_1 \\ge 0$, so a product is negative only if the error is, and the error of digit {k} is negative only for images of a {k}. The labels: {labels}.",
    facts: { k: 6, h: 3, gradient: -0.2770598510148273, labels: "6, 6, 6, 6, 6" },
  },
  {
    cell: "04 eq7-try",
    predict: { kind: "number", question: "What is the sum of the ten numbers of `db2`?", right: 0 },
    text:
      "It is {sum}, apart from rounding: each column of $dZ_2$ sums to 0, and so does the mean of the columns.",
    facts: { sum: 0 },
  },
  {
    cell: "04 eq8-try",
    predict: { kind: "number", question: "What will $dZ_1$ be for a unit that is off?", right: 0 },
    text:
      "Units {off} are off for image 0. Their $dZ_1$ is 0: the table shows what arrives at the unit, and ReLU's slope of 0 stops it.",
    facts: { off: "3, 7, 8, 9", zero: true },
  },
  {
    cell: "04 eq9-try",
    predict: {
      kind: "sign",
      question: "What is the sign of the ten gradients at pixel 0?",
      right: "zero",
    },
    text:
      "The pixel is white: 0 in every image, so all products and all ten gradients are 0. These weights never change.",
    facts: { gradients: 0 },
  },
  {
    cell: "04 eq10-try",
    predict: { kind: "sign", question: "What is the sign of element 5 of `db1`?", right: "zero" },
    text:
      "`db1[5]` is {db1}, and all of row 5 of `dW1` is {dW1}. The unit is off for every image, so nothing gets through ReLU on the way back, and no step will ever change its weights or its bias. It is dead.",
    facts: { db1: 0, dW1: 0 },
  },
  {
    cell: "04 check-try",
    predict: {
      kind: "choice",
      question: "Without ReLU's slope, which gradients are wrong?",
      options: ["`dW2` and `db2`", "`dW1` and `db1`", "all four", "none"],
      right: "`dW1` and `db1`",
    },
    text:
      "Without ReLU's slope: {noRelu}; the other two don't depend on it. With `reluDerivative(A1)`: {ofA1}, since $A_1$ is positive exactly where $Z_1$ is. With `W2` instead of `transpose(W2)`: {turned}. Without the `1 / m` of `dW2`: only {noMean}, and likewise for the others.",
    facts: { noRelu: "dW1, db1", ofA1: "none", turned: "dW1, db1", noMean: "dW2" },
  },
  {
    cell: "05 eq11-try",
    predict: {
      kind: "choice",
      question: "With twice the learning rate, each number of the second picture",
      options: [
        "doubles, and the colors get stronger",
        "stays the same",
        "doubles, and the colors look the same",
        "halves",
      ],
      right: "doubles, and the colors look the same",
    },
    text:
      "The step is $\\alpha$ times the gradient, so twice the rate gives twice the change. The color bar doubles with it.",
    facts: { doubled: true },
  },
  {
    cell: "05 eq12-try",
    predict: {
      kind: "choice",
      question: "Compared with the sum before, the sum of the ten biases after the step is",
      options: ["smaller", "the same", "larger"],
      right: "the same",
    },
    text: "It is {before:4} before and {after:4} after: the ten changes sum to 0.",
    facts: { before: -0.2129718336786267, after: -0.2129718336786267 },
  },
  {
    cell: "05 eq13-try",
    predict: {
      kind: "sign",
      question: "What is the sign of the change of that weight?",
      right: "zero",
    },
    text: "The weight stays {weight:4}: the pixel is always 0, so its gradient is 0.",
    facts: { weight: 0.44675624469224073, unchanged: true },
  },
  {
    cell: "05 eq14-try",
    predict: {
      kind: "sign",
      question: "With $\\alpha = -0.1$, what is the sign of the ten changes?",
      right: "positive",
    },
    text: "All ten changes turn around. The step goes uphill, and the loss grows by {uphill:3}.",
    facts: { signs: 1, uphill: 0.23707291069322434 },
  },
  {
    cell: "05 descent-said",
    predict: {
      kind: "choice",
      question: "With $\\alpha = 5$, the walk",
      options: [
        "comes closer to the bottom",
        "jumps back and forth and ends higher than it began",
        "does not move",
      ],
      right: "jumps back and forth and ends higher than it began",
    },
    text:
      "It jumps between {lowest:1} and {highest:1}, and ends with a larger loss than at the start.",
    facts: { lowest: -2.4010463181456387, highest: 1.473335894930372, worse: true },
  },
  {
    cell: "05 loop-try",
    predict: {
      kind: "choice",
      question: "Without `network =`, the five rows of the table",
      options: ["fall more slowly", "end in an error", "are all the same"],
      right: "are all the same",
    },
    text: "`update` returns new parameters, and without `network =` they are thrown away.",
    facts: { same: true },
  },
  {
    cell: "05 reference-said",
    predict: {
      kind: "choice",
      question: "With seed 7 instead of 42, the loss",
      options: [
        "starts at the same value and ends near it",
        "starts at another value and ends near it",
        "starts at another value and ends far from it",
      ],
      right: "starts at another value and ends near it",
    },
    text:
      "Another seed means another random start: the loss begins at {start7:3} instead of {start42:3}. But the curves end near each other, at {end7:3} and {end42:3}.",
    facts: {
      "start42": 2.8668818936015086,
      "start7": 3.3381420155723434,
      "end42": 0.5585442144013371,
      "end7": 0.5321270167381781,
    },
  },
  {
    cell: "05 dead-said",
    predict: {
      kind: "number",
      question:
        "Of 0.01, 0.1, 0.3, 0.5, 0.7, 1, 1.5 and 2, which learning rate ends with the lowest loss?",
      right: 1,
    },
    text:
      "With the rate {lowest} the loss ends at {loss:4}. The highest dev accuracy is {dev:3}, with the rate {highestDev}. With only 5,000 training images the two need not agree.",
    facts: {
      "lowest": 1,
      "loss": 0.27918367804701677,
      "devOfLowest": 0.883,
      "highestDev": 0.7,
      "dev": 0.884,
    },
  },
  {
    cell: "05 diverges-said",
    predict: {
      kind: "choice",
      question: "With the rate that the message suggests, is the network any good?",
      options: [
        "no, about as good as always giving the same answer",
        "yes, it reaches 80% or more",
        "it is the best one so far",
      ],
      right: "no, about as good as always giving the same answer",
    },
    text:
      "The message suggests {suggested}. Training with it does not stop early, so `stopped` is undefined. But the dev accuracy is only {dev:3}. That no error appears does not mean that the network is any good.",
    facts: { "suggested": 10, "stopped": false, "dev": 0.113 },
  },
  {
    cell: "05 slip-said",
    predict: {
      kind: "choice",
      question: "With learning rate 1, which gradients end with the lower loss?",
      options: ["the right ones", "the ones with the slip", "both end alike"],
      right: "the ones with the slip",
    },
    text:
      "The slip ends lower: {slip:4} instead of {right:4}. That does not make its gradients right, since a wrong step can be lucky. Only the gradient check can tell.",
    facts: { "right": 0.27918367804701677, "slip": 0.2436625560777578 },
  },
  {
    cell: "06 one-try",
    predict: {
      kind: "number",
      question: "In `mistakes[1]`, which digit has the second-highest bar?",
      right: 9,
    },
    text:
      "`mistakes[1]` is a {label1} that the network takes for a {says1}; its second bar is the {second1}. The last mistake is a {labelLast} taken for a {saysLast}; its second bar is the {secondLast}.",
    facts: {
      "label1": 3,
      "says1": 7,
      "second1": 9,
      "labelLast": 3,
      "saysLast": 7,
      "secondLast": 9,
    },
  },
  {
    cell: "06 sure-said",
    predict: {
      kind: "number",
      question: "With the limit 0.9, how many of the 1,000 digits does the person read?",
      right: 567,
    },
    text:
      "With 0.9 the person reads {person9} digits, and {mistakes9} mistakes of the network remain. With 0.7 the person reads only {person7}, and {mistakes7} mistakes remain.",
    facts: { "person9": 567, "mistakes9": 6, "person7": 290, "mistakes7": 41 },
  },
  {
    cell: "06 pairs-try",
    predict: {
      kind: "choice",
      question: "Which mistake is more common?",
      options: ["a 1 taken for a 7", "a 7 taken for a 1", "both are equally common"],
      right: "a 7 taken for a 1",
    },
    text:
      "{sevenAsOne} sevens are taken for a 1, but only {oneAsSeven} ones for a 7. Compare the length of their top strokes with that of other sevens.",
    facts: { "sevenAsOne": 106, "oneAsSeven": 18 },
  },
  {
    cell: "06 units-try",
    predict: {
      kind: "number",
      question: "For unit 7, which digit will you see most often?",
      right: 5,
    },
    text:
      "The 20 images that activate unit 7 most: {unit7}; its column of $W_2$ is clearly positive for {raises7}. Unit 2: {unit2}; its column is clearly positive for {raises2}. The more digits a unit raises, the harder it is to predict.",
    facts: {
      "unit7": "1 x 0, 18 x 5, 1 x 6",
      "raises7": "5",
      "unit2": "5 x 0, 9 x 2, 1 x 3, 2 x 4, 1 x 6, 1 x 7, 1 x 9",
      "raises2": "0, 2, 4, 9",
    },
  },
  {
    cell: "06 write-try",
    predict: { kind: "number", question: "How many lines will the file have?", right: 28001 },
    text:
      "The file has 28,001 lines: `ImageId,Label`, then one line per image. Kaggle accepts a file like this for its own `test.csv`; the images of ours are in another order.",
    facts: { lines: 28001 },
  },
  {
    cell: "07 try-at",
    predict: { kind: "number", question: 'What is `walk.goTo("dW1").at(3, 0)`?', right: 0 },
    text:
      "The gradient is {corner}: no image has ink in the corner. Wherever $Z_1$ is negative, the hidden unit is off, and that place of $dZ_1$ is 0.",
    facts: { "corner": 0, "off": true },
  },
  {
    cell: "07 change-said",
    predict: { kind: "number", question: "How many elements of $Z_1$ change?", right: 0 },
    text: "The corner pixel is 0 in all six images, so its weight is multiplied by 0.",
    facts: { "changed": 0 },
  },
  {
    cell: "07 explorer-try",
    predict: {
      kind: "choice",
      question: "Which numbers of $X$ is the cell in row $h$ and column $p$ of $dW_1$ made from?",
      options: ["all pixels of image $p$", "pixel $p$ of one image", "pixel $p$ of all six images"],
      right: "pixel $p$ of all six images",
    },
    text:
      "The cell in row $h$ and column $p$ comes from row $h$ of $dZ_1$ and pixel $p$ of all six images. A row of $dW_1$ is empty if its unit is off for all six images: then its row of $Z_1$ is nowhere positive.",
    facts: { sixImages: true },
  },
  {
    cell: "07 pad-try",
    predict: {
      kind: "number",
      question: "You draw something that isn't a digit. What do the ten probabilities add up to?",
      right: 1,
    },
    text:
      "Answers depend on your drawing. There is no eleventh probability: the ten always add up to 1, so the network must answer with some digit, even for a scribble.",
    facts: { sum: 1 },
  },
  {
    cell: "08 815f32be",
    predict: {
      kind: "number",
      question: "With a batch size of 1,000, how many steps does an epoch have?",
      right: 41,
    },
    text:
      "An epoch now has {steps} steps. The dev accuracy is {dev:3}, between the two rows and closer to the reference run: there are only 820 steps instead of 12,820.",
    facts: { "steps": 41, "dev": 0.87 },
  },
  {
    cell: "08 f0e1a008",
    predict: {
      kind: "choice",
      question: "For 512 hidden units, which row's first loss can you predict?",
      options: ["the row with He's weights", "the row with uniform weights", "neither"],
      right: "the row with He's weights",
    },
    text:
      "With He's weights the first loss stays near 2.3, here {he:2}. With uniform weights it keeps growing, here to {uniform:2}.",
    facts: { "uniform": 22.323906816759877, "he": 2.432330923061593 },
  },
  {
    cell: "08 f0e1a017",
    predict: {
      kind: "choice",
      question: "Over the three seeds, what do He's weights gain?",
      options: [
        "less than two seeds differ from each other",
        "far more than two seeds differ from each other",
      ],
      right: "less than two seeds differ from each other",
    },
    text:
      "Without He's weights the three seeds give {uniform42:3}, {uniform1:3} and {uniform2:3}; with them {he42:3}, {he1:3} and {he2:3}. The average gain is about one percent, and two seeds with the same weights differ by more. Each of the three gained, so the gain is probably real; three seeds are too few to be sure.",
    facts: {
      uniform42: 0.928,
      uniform1: 0.936,
      uniform2: 0.929,
      he42: 0.932,
      he1: 0.945,
      he2: 0.944,
    },
  },
  {
    cell: "08 bcc8aa07",
    predict: {
      kind: "number",
      question: "What dev accuracy do 64 hidden units reach? (Right to within 0.005.)",
      right: 0.974,
      within: 0.005,
    },
    text: "It lies between the rows with 32 and 128 units.",
    facts: { "dev": 0.974 },
  },
  {
    cell: "08 f0e1a034",
    predict: {
      kind: "choice",
      question: "Where does momentum help most?",
      options: ["with batches of 64", "with the full batch"],
      right: "with the full batch",
    },
    text:
      "128 units reach {plain:3} on the dev images without momentum and {momentum:3} with it: no difference beyond chance. Ten units with momentum reach {ten:3}. The 50 steps with the full batch ended at {fullPlain:3} without momentum and {fullMomentum:3} with it.",
    facts: { plain: 0.978, momentum: 0.979, ten: 0.941, fullPlain: 0.825, fullMomentum: 0.874 },
  },
  {
    cell: "08 5216ba48",
    predict: {
      kind: "choice",
      question: "Which step gains the least with 1,000 images?",
      options: ["the threads", "skipping zeros", "SIMD"],
      right: "the threads",
    },
    text:
      "Starting and joining threads takes as long as before, and the work is only a twentieth. Skipping zeros and SIMD gain about as much as before. The better order of the loops gains less, since a smaller $X$ fits into the processor's cache.",
  },
];
