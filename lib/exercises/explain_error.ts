/** What a student most likely did where JavaScript's or Glassnet's own words say little. */
export const explanations: [message: RegExp, tip: string][] = [
  [
    /\.set is not a function$/,
    "In an array of rows a number is set by rows[i][j] = x. Make the Matrix of them at the end, with " +
    "Matrix.from.",
  ],
  [
    /\.push is not a function$/,
    "push gives back the new length, which is a number: write rows.push(row), and not " +
    "rows = rows.push(row).",
  ],
  [
    /\.(map|forEach|flat|reduce|slice|length) is not a function$/,
    "What stands before the dot is no array.",
  ],
  [
    /\.(transpose|T|dot|matmul|add|subtract|multiply|scale|sum\w*) is not a function$/,
    "Arrays and matrices have no operations of their own: write transpose(A) or matmul(A, B).",
  ],
  [
    /^Cannot (read|set) properties of undefined/,
    "What stands before [...] is undefined. An array has only the rows that were put into it, counted " +
    "from 0.",
  ],
  [
    /is not iterable/,
    "An object is taken apart with braces: const { W1, b1 } = parameters.",
  ],
  [
    /\.get is not a function$/,
    "What stands before .get is no Matrix. In an array of rows the number is rows[i][j].",
  ],
  [
    /^Class constructor Matrix cannot be invoked/,
    "A Matrix is made of an array of rows: Matrix.from(rows).",
  ],
  [
    /^Assignment to constant variable/,
    "What is declared with const keeps its value. Declare it with let.",
  ],
  [
    /^Cannot access '.*' before initialization/,
    "Inside the function this name is declared further down, and so the one outside is not seen. Give " +
    "one of the two another name.",
  ],
  [
    /^Invalid array length/,
    "The size of an array must be a whole number from 0: is it A.rows or A.cols?",
  ],
  [
    /^scale expected a finite number as argument 2, but found (-?Infinity|NaN)/,
    "A division by 0 gives Infinity. Was a size taken by A.shape[1]? The shape is a text such as " +
    '"10 x 784", and [1] is one character of it: the number of columns is A.cols, that of rows A.rows.',
  ],
  [
    /expected a Matrix as argument \d, but found undefined/,
    "Something has no value there: is a name misspelt, or is a return missing in a function that you " +
    "use?",
  ],
  [
    /^There is no (row|column) /,
    "Does a loop run too far, or are the two indices exchanged?",
  ],
  [
    /^Matrix\.from expected an array of rows with/,
    "Each row is an array too, also where it has one number: [[1], [2]]. And a function with braces " +
    "{ } in map needs a return.",
  ],
  [
    /^Matrix\.from expected a number .* found undefined/,
    "A function with braces { } in map needs a return, and what a row lacks is undefined.",
  ],
  [
    /expected a Matrix as argument \d, but found (true|false)/,
    "A comparison such as Z > 0 works with single numbers, not with a whole matrix.",
  ],
  [
    /^Matrix\.from expected a number .* found (string )?"/,
    "That is a text and not a number: + with a text joins the two, and toFixed and `${x}` make texts.",
  ],
  [
    /^Matrix\.from expected a number .* found (true|false)/,
    "A comparison gives true or false. For a number write condition ? 1 : 0.",
  ],
  [
    /^Matrix\.from expected an array of numbers as row .* found (string )?"/,
    "row + row joins two arrays to a text. Add number by number, and collect the sums in a new array.",
  ],
  [
    /expected whole sizes .* undefined/,
    "One of the sizes has no value: an array has array.length, a Matrix A.rows and A.cols.",
  ],
  [
    /^(subtract|multiply)\(A, B\).* columns differ \(\d+ and 1\)/,
    "Only add repeats a single column. Bring the other one to the right size first, or use a sign: " +
    "scale(b, -1).",
  ],
  [
    /^multiply expected a Matrix as argument \d, but found -?[\d.]/,
    "A number times a matrix is scale(A, number); multiply takes two matrices.",
  ],
  [
    /^scale expected a finite number as argument 2, but found undefined/,
    "The number is missing, or has no value: scale(A, number).",
  ],
  [
    /^backward expected activations /,
    "backward takes all that forward gave, with its names: backward(parameters, activations, X, Y).",
  ],
  [
    /expected a Matrix as argument \d, but found NaN/,
    "Signs such as - and * and functions such as Math.log work with single numbers, not with a whole " +
    "matrix.",
  ],
  [
    /^Matrix\.from expected rows of equal length/,
    "Does every number find its place, also those that become 0?",
  ],
  [
    /\[object Object\]/,
    "A + B does not work with matrices: it is add(A, B), or A.get(i, j) + B.get(i, j) for each number.",
  ],
];

/** One or two sentences on an error's message; empty where there is nothing to add. */
export function explanationOf(message: string): string {
  return explanations.find(([pattern]) => pattern.test(message))?.[1] ?? "";
}
