/**
 * The answer to each **Try** of the lessons. It is the only place where answers are written: the key
 * (`key.md`) and "What you should see" in the notebooks are made from it (`deno task teaching`).
 * `tests/notebooks/answers_test.ts` does what each Try asks for and compares the facts.
 *
 * @module
 */

/** The answer to one Try. */
export interface Answer {
  /** The notebook's number and the id of the cell with the Try. */
  cell: string;
  /** The answer in Markdown. `{name}` is a fact as it is, `{name:2}` the same with two decimals. */
  text: string;
  /** What running the Try gives. */
  facts?: Record<string, number | string | boolean>;
}

/** All answers, in the order of the lessons. */
export const answers: Answer[] = [
  {
    cell: "01 cut-try",
    text: "Images 0, 2 and 3 are labeled {labels}.",
    facts: { labels: "1, 8, 4" },
  },
  {
    cell: "01 where-try",
    text: "28 goes into 300 ten times, and 20 is left over: row {row}, column {column}.",
    facts: { row: 10, column: 20 },
  },
  {
    cell: "01 hands-try",
    text:
      "Both vary; there is no single right answer. Look for 7s with a bar through the middle, and for 1s that lean or have a foot.",
  },
  {
    cell: "01 baseline-after",
    text: "The {best} has the tallest bar: always saying {best} is right for {percent:1}%.",
    facts: { best: 1, percent: 11.28095238095238 },
  },
  {
    cell: "01 X-read",
    text: "Both are {first}: the corners of an image are blank paper.",
    facts: { first: 0, last: 0 },
  },
  {
    cell: "01 average-after",
    text:
      "Each picture is less smooth: single strokes stand out. With only 10 images, each one counts for a tenth; with thousands, the strokes blur into each other.",
  },
  {
    cell: "01 split-try",
    text:
      "They move apart. With 1,000 dev images the largest difference is {thousand:1} percentage points, with 50 it is {fifty:1}: the smaller the sample, the more chance matters.",
    facts: { thousand: 2.180487804878048, fifty: 11.942789034564958 },
  },
  {
    cell: "02 architecture-read",
    text:
      "Five of the nine: $W_1$, $b_1$, $Z_1$ and $A_1$ are now 25 high, and $W_2$ is 25 wide. $X$, $b_2$, $Z_2$ and $A_2$ stay the same.",
  },
  {
    cell: "02 unit-read",
    text:
      "At the start, $z = 3 \\cdot 0 - 4 \\cdot 0.5 + 1 \\cdot 1 + 2 = 1$. Set the second weight to $-6$ or the third to 0. The first weight is multiplied by the input 0, so it changes nothing.",
  },
  {
    cell: "02 parameters-try",
    text: "$25 \\cdot 784 + 25 + 10 \\cdot 25 + 10 =$ {count}.",
    facts: { count: 19885 },
  },
  {
    cell: "02 matmul-try",
    text:
      "$4 \\cdot 4 + 5 \\cdot 1 + 6 \\cdot 0 =$ {value}. `matmul(B, A)` is 3 x 2 times 2 x 3, so it is {shape}.",
    facts: { value: 21, shape: "3 x 3" },
  },
  {
    cell: "02 operations-try",
    text:
      "Transposed, $A$ is 3 x 2, and its rows are the columns of $A$. The sums are {values}, a {shape} matrix.",
    facts: { values: "5, 7, 9", shape: "3 x 1" },
  },
  {
    cell: "02 shapes-read",
    text: "$W_1$ {W1}, $b_1$ {b1}, $W_2$ {W2}, $b_2$ {b2}. The output layer still has 10 units.",
    facts: { W1: "25 x 784", b1: "25 x 1", W2: "10 x 25", b2: "10 x 1" },
  },
  {
    cell: "02 read-try",
    text:
      "`transpose(b1)` is 1 x 10, which fits neither the rows nor the columns: {turned}. `b2` raises no error, because it has the same shape as `b1`; the result is {b2}. It is still wrong: these are the biases of the digits, not of the hidden units.",
    facts: { b2: "10 x 41000", turned: "an error" },
  },
  {
    cell: "03 z1-try",
    text:
      "No: {halved} of the ten numbers is exactly half. Half the ink halves the sum of the products, but the bias stays whole.",
    facts: { halved: 0, sumHalved: true },
  },
  {
    cell: "03 eq2-try",
    text:
      "All products are 0, so the sums are just the biases. ReLU turns the negative ones into 0: units {zeros}.",
    facts: { zeros: "1, 2, 3, 7, 8, 9", sameAsBias: true },
  },
  {
    cell: "03 z2-read",
    text:
      "The {digit}, with {sum:3}, although the image is a 9. Hidden unit {unit} pushes it up the most, by {push:3}.",
    facts: { digit: 4, sum: 1.6009187140797616, unit: 5, push: 0.6150531049583826 },
  },
  {
    cell: "03 eq4-try",
    text:
      "None ({grown} of ten). Every power is multiplied by $e^{100}$, above and below the fraction bar, and that cancels.",
    facts: { grown: 0 },
  },
  {
    cell: "03 pull-read",
    text:
      "$-\\log p$ still pulls with {log:4}. The squared error pulls with {squared:6}: a mistake this confident is hardly corrected.",
    facts: { log: 0.9999938558253978, squared: 0.000012288198201367162 },
  },
  {
    cell: "03 sure-try",
    text:
      'No. With seed 1 the loss is {one:3}, and seeds 1 to 20 give losses from {lowest:3} to {highest:3}. Random weights make the network confident, and a confident guess costs more than an honest "I don\'t know".',
    facts: {
      lowest: 2.5553124521147317,
      highest: 4.3283232885431495,
      one: 2.7653996076664686,
    },
  },
  {
    cell: "04 toy-try",
    text:
      "Both probabilities are $\\frac{1}{2}$, so $dZ_2$ becomes $0.5, -0.5$: it changes sign. Everything else on the way back is a multiple of $dZ_2$, so every slope changes sign, and those that are 0 stay 0.",
    facts: { opposite: true },
  },
  {
    cell: "04 map-read",
    text:
      "Equation 6 needs $dZ_2$ and $A_1$. $A_2$ is not needed any more after equation 5: all that the way back has to know about it is in $dZ_2$.",
  },
  {
    cell: "04 eq5-try",
    text:
      "Row {label}, the label of image 1: $dZ_2$ is {value:4} there. The ten numbers sum to {sum}, apart from rounding.",
    facts: { label: 0, value: -0.9161055786770482, sum: 0 },
  },
  {
    cell: "04 eq6-said",
    text:
      "The strongest blue is at [{k}, {h}], with the gradient {gradient:3}. $A_1 \\ge 0$, so a product is negative only if the error is, and the error of digit {k} is negative only for images of a {k}. The labels: {labels}.",
    facts: { k: 6, h: 3, gradient: -0.2770598510148273, labels: "6, 6, 6, 6, 6" },
  },
  {
    cell: "04 eq7-try",
    text:
      "{sum}, apart from rounding: each column of $dZ_2$ sums to 0, and so does the mean of the columns.",
    facts: { sum: 0 },
  },
  {
    cell: "04 eq8-try",
    text:
      "Units {off} are off for image 0. Their $dZ_1$ is 0: the table shows what arrives at the unit, and ReLU's slope of 0 stops it.",
    facts: { off: "3, 7, 8, 9", zero: true },
  },
  {
    cell: "04 eq9-try",
    text:
      "White. The pixel is 0 in every image, so all products and all ten gradients are 0. These weights never change.",
    facts: { gradients: 0 },
  },
  {
    cell: "04 eq10-try",
    text:
      "`db1[5]` is {db1}, and all of row 5 of `dW1` is {dW1}. The unit is off for every image, so nothing gets through ReLU on the way back, and no step will ever change its weights or its bias. It is dead.",
    facts: { db1: 0, dW1: 0 },
  },
  {
    cell: "04 check-try",
    text:
      "Without ReLU's slope: {noRelu}; the other two don't depend on it. With `reluDerivative(A1)`: {ofA1}, since $A_1$ is positive exactly where $Z_1$ is. With `W2` instead of `transpose(W2)`: {turned}. Without the `1 / m` of `dW2`: only {noMean}, and likewise for the others.",
    facts: { noRelu: "dW1, db1", ofA1: "none", turned: "dW1, db1", noMean: "dW2" },
  },
  {
    cell: "05 eq11-try",
    text: "Each number doubles. The picture looks the same, because the color bar doubles with it.",
  },
  {
    cell: "05 eq12-try",
    text: "It is the same: {before:4} before and {after:4} after. The ten changes sum to 0.",
    facts: { before: -0.2129718336786267, after: -0.2129718336786267 },
  },
  {
    cell: "05 eq13-try",
    text: "The old one, {weight:4}: the pixel is always 0, so its gradient is 0.",
    facts: { weight: 0.44675624469224073, unchanged: true },
  },
  {
    cell: "05 eq14-try",
    text:
      "All ten change to the opposite sign, now positive. The step goes uphill, and the loss grows by {uphill:3}.",
    facts: { signs: 1, uphill: 0.23707291069322434 },
  },
  {
    cell: "05 descent-said",
    text:
      "No. It jumps back and forth between {lowest:1} and {highest:1}, and ends with a larger loss than at the start.",
    facts: { lowest: -2.4010463181456387, highest: 1.473335894930372, worse: true },
  },
  {
    cell: "05 loop-try",
    text:
      "All five rows are the same. `update` returns new parameters, and without `network =` they are thrown away.",
    facts: { same: true },
  },
  {
    cell: "05 reference-said",
    text:
      "No, the random start is different: the loss begins at {start7:3} instead of {start42:3}. But the curves end near each other: {end7:3} and {end42:3}.",
    facts: {
      "start42": 2.8668818936015086,
      "start7": 3.3381420155723434,
      "end42": 0.5585442144013371,
      "end7": 0.5321270167381781,
    },
  },
  {
    cell: "05 dead-said",
    text:
      "The lowest loss has the rate {lowest}: {loss:4}. The highest dev accuracy has {highestDev}: {dev:3}. With only 5,000 training images the two need not agree.",
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
    text:
      "It suggests {suggested}. Training with it does not stop early, so `stopped` is undefined. But the dev accuracy is only {dev:3}: about as good as always giving the same answer. That no error appears does not mean that the network is any good.",
    facts: { "suggested": 10, "stopped": false, "dev": 0.113 },
  },
  {
    cell: "05 slip-said",
    text:
      "The slip ends lower: {slip:4} instead of {right:4}. That does not make its gradients right, since a wrong step can be lucky. Only the gradient check can tell.",
    facts: { "right": 0.27918367804701677, "slip": 0.2436625560777578 },
  },
  {
    cell: "06 one-try",
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
    text:
      "With 0.9 the person reads {person9} digits, and {mistakes9} mistakes of the network remain. With 0.7 the person reads only {person7}, and {mistakes7} mistakes remain.",
    facts: { "person9": 567, "mistakes9": 6, "person7": 290, "mistakes7": 41 },
  },
  {
    cell: "06 pairs-try",
    text:
      "{sevenAsOne} sevens are taken for a 1, but only {oneAsSeven} ones for a 7. Compare the length of their top strokes with that of other sevens.",
    facts: { "sevenAsOne": 106, "oneAsSeven": 18 },
  },
  {
    cell: "06 units-try",
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
    text:
      "The file has 28,001 lines: `ImageId,Label`, then one line per image. Kaggle accepts a file like this for its own `test.csv`; the images of ours are in another order.",
  },
  {
    cell: "07 try-at",
    text:
      "The gradient is {corner}: no image has ink in the corner. Wherever $Z_1$ is negative, the hidden unit is off, and that place of $dZ_1$ is 0.",
    facts: { "corner": 0, "off": true },
  },
  {
    cell: "07 change-said",
    text: "{changed}. The corner pixel is 0 in all six images, so its weight is multiplied by 0.",
    facts: { "changed": 0 },
  },
  {
    cell: "07 explorer-try",
    text:
      "The cell in row $h$ and column $p$ comes from row $h$ of $dZ_1$ and pixel $p$ of all six images. A row of $dW_1$ is empty if its unit is off for all six images: then its row of $Z_1$ is nowhere positive.",
  },
  {
    cell: "07 pad-try",
    text:
      "Answers depend on your drawing. There is no eleventh probability: the ten always add up to 1, so the network must answer with some digit, even for a scribble.",
  },
  {
    cell: "08 815f32be",
    text:
      "An epoch now has {steps} steps. The dev accuracy is {dev:3}, between the two rows and closer to the reference run: there are only 820 steps instead of 12,820.",
    facts: { "steps": 41, "dev": 0.87 },
  },
  {
    cell: "08 f0e1a008",
    text:
      "The row with He's weights: its first loss stays near 2.3, here {he:2}. With uniform weights it keeps growing, here to {uniform:2}.",
    facts: { "uniform": 22.323906816759877, "he": 2.432330923061593 },
  },
  {
    cell: "08 f0e1a017",
    text:
      "Without He's weights the three seeds give {uniform42:3}, {uniform1:3} and {uniform2:3}; the table above has the same three with them. Compare the gain with the differences between seeds before you believe in it.",
    facts: { "uniform42": 0.928, "uniform1": 0.936, "uniform2": 0.929 },
  },
  {
    cell: "08 bcc8aa07",
    text: "{dev:3} on the dev images, between the rows with 32 and 128 units.",
    facts: { "dev": 0.974 },
  },
  {
    cell: "08 f0e1a034",
    text:
      "128 units without momentum reach {plain:3} on the dev images, no different from momentum's row beyond chance. Ten units with momentum reach {ten:3}. With batches of 64, momentum hardly matters; it helps most with the full batch.",
    facts: { "plain": 0.978, "ten": 0.941 },
  },
  {
    cell: "08 5216ba48",
    text:
      "The threads gain less or nothing: starting and joining them takes as long as before, and the work is only a twentieth. Skipping zeros and SIMD gain about as much as before. The better order of the loops gains less, since a smaller $X$ fits into the processor's cache.",
  },
];
