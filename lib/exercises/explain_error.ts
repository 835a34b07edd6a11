/** What a student most likely did where JavaScript's or Glassnet's own words say little. */
const explanations: [message: RegExp, tip: string][] = [
  [
    /\.set is not a function$/,
    "A Matrix can't be changed after it was made: put the numbers into arrays, and make the Matrix " +
    "of them at the end with Matrix.from.",
  ],
  [
    /\.(map|forEach|push|flat|reduce|slice|length) is not a function$/,
    "A Matrix is not an array: A.toArray() gives its rows as arrays.",
  ],
  [
    /\.(transpose|T|dot|matmul|add|subtract|multiply|scale|sum\w*) is not a function$/,
    "A Matrix has no operations of its own: write transpose(A) or matmul(A, B).",
  ],
  [
    /^Cannot (read|set) properties of undefined/,
    "What stands before [...] is undefined. A number of a Matrix is A.get(i, j), not A[i][j]; and an " +
    "array has only the rows that were put into it, counted from 0.",
  ],
  [/is not iterable/, "A Matrix is not an array: A.toArray() gives its rows as arrays."],
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
    /^Matrix\.from expected rows of equal length/,
    "Does every number find its place, also those that become 0?",
  ],
  [
    /^scale expected a Matrix as argument 1, but found -?[\d.]/,
    "The matrix comes first: scale(A, number).",
  ],
  [
    /\[object Object\]/,
    "A + B does not work with matrices: it is add(A, B).",
  ],
];

/** One or two sentences on an error's message; empty where there is nothing to add. */
export function explanationOf(message: string): string {
  return explanations.find(([pattern]) => pattern.test(message))?.[1] ?? "";
}
