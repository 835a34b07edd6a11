/**
 * Answers as students write them, from the statements of the exercise notebooks: right ones in several
 * manners, and wrong ones that no exercise lists word for word.
 *
 * @module
 */

/** Of one exercise: right answers, and wrong ones that should be named. */
export interface Answers {
  right: string[];
  wrong: string[];
}

const sigmoid =
  "const s = (Z) => Matrix.from(Z.toArray().map((r) => r.map((z) => 1 / (1 + Math.exp(-z)))));";

export const answers: Record<string, Answers> = {
  transpose: {
    right: [
      "(A) => Matrix.from(A.toArray()[0].map((_, j) => A.toArray().map((row) => row[j])))",
      "(A) => { const T = Matrix.zeros(A.cols, A.rows).toArray(); for (let i = 0; i < A.rows; i++) for (let j = 0; j < A.cols; j++) T[j][i] = A.get(i, j); return Matrix.from(T); }",
      "(A) => transpose(A)",
    ],
    wrong: [
      "(A) => A.T",
      "(A) => A.transpose()",
      "(A) => A.toArray()[0].map((_, j) => A.toArray().map((row) => row[j]))",
      "(A) => { const rows = []; for (let j = 0; j < A.cols; j++) { const row = []; for (let i = 0; i < A.rows; i++) row.push(A.get(i, j)); rows.push(row); } }",
      "(A) => { const rows = []; for (let j = 0; j <= A.cols; j++) { const row = []; for (let i = 0; i < A.rows; i++) row.push(A.get(i, j)); rows.push(row); } return Matrix.from(rows); }",
      "(A) => { const rows = []; for (let j = 0; j < A.cols; j++) { const row = []; for (let i = 0; i < A.rows; i++) row.push(-A.get(i, j)); rows.push(row); } return Matrix.from(rows); }",
      "(A) => { const rows = new Array(A.cols).fill([]); for (let j = 0; j < A.cols; j++) for (let i = 0; i < A.rows; i++) rows[j].push(A.get(i, j)); return Matrix.from(rows); }",
      "(A) => { let rows = []; for (let j = 0; j < A.cols; j++) rows = rows.push([]); return Matrix.from(rows); }",
      "(A) => { const B = A; for (let i = 0; i < A.rows; i++) for (let j = 0; j < A.cols; j++) B.set(j, i, A.get(i, j)); return B; }",
      "(A) => { for (let i = 0; i < len(A); i++); return A; }",
    ],
  },
  add: {
    right: [
      "(A, B) => Matrix.from(A.toArray().map((row, i) => row.map((a, j) => a + B.get(i, Math.min(j, B.cols - 1)))))",
      "(A, B) => add(A, B)",
    ],
    wrong: [
      "(A, B) => A + B",
      "(A, B) => A.add(B)",
      "(A, B) => Matrix.from(A.toArray().map((row, i) => row.map((a, j) => a + B[i][j])))",
      "(A, B) => Matrix.from(A.toArray().map((row, i) => { row.map((a) => a + B.get(i, 0)); }))",
      "(A, B) => Matrix.from(A.toArray().map((row, i) => row.map((a, j) => a + B.get(i, B.cols > 1 ? j : 0) + 1)))",
      "(A, B) => A",
      "(A, B) => scale(add(A, B), 1 / 2)",
      "(A, B) => Matrix.from(A.toArray().map((row, i) => row.map((a, j) => a + B.get(j, i))))",
    ],
  },
  matmul: {
    right: [
      "(A, B) => { const a = A.toArray(), b = transpose(B).toArray(); return Matrix.from(a.map((r) => b.map((c) => r.reduce((s, x, k) => s + x * c[k], 0)))); }",
      "(A, B) => { const a = A.toArray(), b = B.toArray(), C = Matrix.zeros(A.rows, B.cols).toArray(); for (let i = 0; i < A.rows; i++) for (let k = 0; k < A.cols; k++) for (let j = 0; j < B.cols; j++) C[i][j] += a[i][k] * b[k][j]; return Matrix.from(C); }",
    ],
    wrong: [
      "(A, B) => np.dot(A, B)",
      "(A, B) => A * B",
      "(A, B) => scale(matmul(A, B), -1)",
      "(A, B) => scale(matmul(A, B), 1 / A.cols)",
      "(A, B) => matmul(A, B).toArray()",
      "(A, B) => transpose(matmul(B, A))",
      "(A, B) => { const a = A.toArray(), b = B.toArray(); return Matrix.from(a.map((r) => b.map((c) => r.reduce((s, x, k) => s + x * c[k], 0)))); }",
    ],
  },
  relu: {
    right: [
      "(Z) => Matrix.from(Z.toArray().map((row) => row.map((z) => (z + Math.abs(z)) / 2)))",
      "(Z) => multiply(Z, reluDerivative(Z))",
      "(Z) => { const rows = []; for (let i = 0; i < 10; i++) { const row = []; for (let j = 0; j < Z.cols; j++) row.push(Z.get(i, j) > 0 ? Z.get(i, j) : 0); rows.push(row); } return Matrix.from(rows); }",
    ],
    wrong: [
      "(Z) => Math.max(0, Z)",
      "(Z) => max(0, Z)",
      "(Z) => Matrix.from(Z.toArray().map((row) => Math.max(0, row)))",
      "(Z) => Matrix.from(Z.toArray().map((row) => row.filter((z) => z > 0)))",
      "(Z) => Matrix.from(Z.toArray().map((row) => row.map((z) => { Math.max(0, z); })))",
      "(Z) => Matrix.from(Z.toArray().map((row) => row.map((z) => z + Math.abs(z))))",
      "(Z) => Matrix.from(Z.toArray().map((row) => row.map((z) => -Math.max(0, z))))",
      "(Z) => Matrix.from(Z.toArray().map((row) => row.map((z) => Math.max(0, z) / 255)))",
      "(Z) => transpose(relu(Z))",
      "(Z) => Z.map((z) => Math.max(0, z))",
      "(Z) => Z > 0 ? Z : 0",
      "(Z) => Matrix.from(Z.toArray().map((row) => row.map((z) => z > 0 ? 1 : z)))",
    ],
  },
  softmax: {
    right: [
      "(Z) => { const c = transpose(Z).toArray().map((z) => { const t = Math.max(...z); const e = z.map((x) => Math.exp(x - t)); const s = e.reduce((a, b) => a + b, 0); return e.map((x) => x / s); }); return transpose(Matrix.from(c)); }",
      "(Z) => { const rows = Z.toArray(); for (let j = 0; j < Z.cols; j++) { let t = rows[0][j]; for (let k = 1; k < 10; k++) if (rows[k][j] > t) t = rows[k][j]; let s = 0; for (let k = 0; k < 10; k++) { rows[k][j] = Math.exp(rows[k][j] - t); s += rows[k][j]; } for (let k = 0; k < 10; k++) rows[k][j] /= s; } return Matrix.from(rows); }",
    ],
    wrong: [
      "(Z) => { const E = Matrix.from(Z.toArray().map((r, i) => r.map((z, j) => Math.exp(z - Z.get(0, j))))); const s = E.toArray()[0].map((_, j) => E.toArray().reduce((a, r) => a + r[j], 0)); return Matrix.from(E.toArray().map((r) => r.map((e, j) => e / s[j]))); }",
      "(Z) => { const rows = Z.toArray(); return Matrix.from(rows.map((row) => { const s = row.reduce((a, z) => a + Math.exp(z), 0); return row.map((z) => Math.exp(z) / s); })); }",
      "(Z) => np.exp(Z) / np.sum(np.exp(Z))",
      "(Z) => scale(softmax(Z), 100)",
      "(Z) => softmax(softmax(Z))",
      "(Z) => Matrix.from(softmax(Z).toArray().map((r) => r.map((p) => Math.round(p * 100) / 100)))",
      "(Z) => Matrix.from(softmax(Z).toArray().map((r) => r.map((p) => 1 - p)))",
      "(Z) => Math.exp(Z) / sum(Math.exp(Z))",
      "(Z) => softmax(Z).toArray()",
    ],
  },
  oneHot: {
    right: [
      "(labels) => Matrix.from([...Array(10).keys()].map((k) => Array.from(labels, (l) => l === k ? 1 : 0)))",
      "(labels) => { const Y = []; for (let k = 0; k < 10; k++) { Y.push([]); for (const l of labels) Y[k].push(Number(l === k)); } return Matrix.from(Y); }",
    ],
    wrong: [
      "(labels) => { const Y = Matrix.zeros(10, labels.length); for (let j = 0; j < labels.length; j++) Y[labels[j]][j] = 1; return Y; }",
      "(labels) => { const Y = Matrix.zeros(10, labels.length); for (let j = 0; j < labels.length; j++) Y.toArray()[labels[j]][j] = 1; return Y; }",
      "(labels) => labels.map((l) => [...Array(10).keys()].map((k) => k === l ? 1 : 0))",
      "(labels) => Matrix.from(Array.from(labels, (l) => [...Array(10).keys()].map((k) => k === l ? 1 : 0)))",
      "(labels) => { const Y = Matrix.zeros(10, labels.length).toArray(); labels.forEach((l, j) => { Y[l][j] = 1; }); return Y; }",
      "(labels) => { const Y = Matrix.zeros(10, len(labels)).toArray(); return Matrix.from(Y); }",
      "(labels) => { const Y = Matrix.zeros(10, labels.length).toArray(); for (let j = 0; j <= labels.length; j++) Y[labels[j]][j] = 1; return Matrix.from(Y); }",
      "(labels) => scale(oneHot(labels), -1)",
    ],
  },
  forward: {
    right: [
      "(p, X) => { const Z1 = add(matmul(p.W1, X), p.b1), A1 = relu(Z1), Z2 = add(matmul(p.W2, A1), p.b2); return { A2: softmax(Z2), Z2, A1, Z1 }; }",
      "(p, X) => forward(p, X)",
    ],
    wrong: [
      "([W1, b1, W2, b2], X) => ({ Z1: add(matmul(W1, X), b1) })",
      "(W1, b1, W2, b2, X) => add(matmul(W1, X), b1)",
      "(p, X) => { const Z1 = add(matmul(p.w1, X), p.b1); return { Z1 }; }",
      "(p, X) => { const Z1 = add(p.b1, matmul(p.W1, X)); return { Z1 }; }",
      "(p, X) => { const { Z1, A1, Z2, A2 } = forward(p, X); return Z1, A1, Z2, A2; }",
      "(p, X) => { const { Z1, A1, Z2, A2 } = forward(p, X); return [Z1, A1, Z2, A2]; }",
      "(p, X) => { const { Z1, A1, Z2, A2 } = forward(p, X); return { z1: Z1, a1: A1, z2: Z2, a2: A2 }; }",
      "(p, X) => { const { Z1, A1, Z2, A2 } = forward(p, X); return { Z1, A1, Z2, A2: transpose(A2) }; }",
      `(p, X) => { ${sigmoid} const Z1 = add(matmul(p.W1, X), p.b1), A1 = s(Z1), Z2 = add(matmul(p.W2, A1), p.b2); return { Z1, A1, Z2, A2: softmax(Z2) }; }`,
      `(p, X) => { ${sigmoid} const Z1 = add(matmul(p.W1, X), p.b1), A1 = relu(Z1), Z2 = add(matmul(p.W2, A1), p.b2); return { Z1, A1, Z2, A2: s(Z2) }; }`,
      "(p, X) => { const Z1 = p.W1 * X + p.b1; return { Z1, A1: Z1, Z2: Z1, A2: Z1 }; }",
      "(p, X) => { const f = forward(p, X); return { ...f, A1: scale(f.A1, 2) }; }",
    ],
  },
  crossEntropy: {
    right: [
      "(A2, Y) => { let s = 0; const a = A2.toArray(); Y.toArray().forEach((r, k) => r.forEach((y, j) => { if (y) s -= Math.log(a[k][j]); })); return s / A2.cols; }",
      "(A2, Y) => { const p = transpose(Y).toArray().map((y, j) => A2.get(y.indexOf(1), j)); return p.reduce((s, x) => s - Math.log(x), 0) / p.length; }",
      "(A2, Y) => { let s = 0; for (let j = 0; j < Y.cols; j++) for (let k = 0; k < 10; k++) if (Y.get(k, j) === 1) s += Math.log(A2.get(k, j)); return -1 / Y.cols * s; }",
    ],
    wrong: [
      "(A2, Y) => -np.sum(Y * np.log(A2)) / m",
      "(A2, Y) => crossEntropy(softmax(A2), Y)",
      "(A2, Y) => 2 * crossEntropy(A2, Y)",
      "(A2, Y) => Matrix.from([[crossEntropy(A2, Y)]])",
      "(A2, Y) => -crossEntropy(A2, Y) * A2.cols",
      "(A2, Y) => { let s = 0; for (let j = 0; j < Y.cols; j++) for (let k = 0; k < 10; k++) s += Y.get(k, j) * Math.log(A2.get(k, j) + 1e-8); return -s / Y.cols; }",
      "(A2, Y) => { let s = 0; for (let j = 0; j < Y.cols; j++) { for (let k = 0; k < 10; k++) if (Y.get(k, j) === 1) s += Math.log(A2.get(k, j)); return -s / Y.cols; } }",
      "(A2, Y) => crossEntropy(A2, Y) / 255",
      "(A2, Y) => crossEntropy(A2, Y).toFixed(3)",
      "(A2, Y) => { const d = subtract(A2, Y); return d ** 2; }",
    ],
  },
  dZ2: {
    right: [
      "(A2, Y) => add(A2, scale(Y, -1))",
      "(A2, Y) => { const r = []; for (let k = 0; k < 10; k++) { r.push([]); for (let j = 0; j < Y.cols; j++) r[k].push(A2.get(k, j) - Y.get(k, j)); } return Matrix.from(r); }",
    ],
    wrong: [
      "(A2, Y) => A2 - Y",
      "(A2, Y) => scale(subtract(A2, Y), 1 / A2.cols)",
      "(A2, Y) => scale(subtract(Y, A2), 2)",
      "(A2, Y) => scale(subtract(A2, Y), 2 / A2.cols)",
      "(A2, Y) => subtract(A2, transpose(Y))",
      "(A2, Y) => subtract(A2, Y).toArray()",
      "(A2) => A2 - Y",
      "(A2, Y) => subtract(A2)",
      "(A2, Y) => transpose(subtract(Y, A2))",
    ],
  },
  dW2: {
    right: [
      "(dZ2, A1) => { const m = dZ2.cols; return scale(transpose(matmul(A1, transpose(dZ2))), 1 / m); }",
      "(dZ2, A1) => matmul(scale(dZ2, 1 / dZ2.cols), transpose(A1))",
      "(dZ2, A1) => { const W = []; for (let i = 0; i < 10; i++) { W.push([]); for (let k = 0; k < 10; k++) { let s = 0; for (let j = 0; j < A1.cols; j++) s += dZ2.get(i, j) * A1.get(k, j); W[i].push(s / A1.cols); } } return Matrix.from(W); }",
    ],
    wrong: [
      "(dZ2, A1) => scale(matmul(dZ2, transpose(A1)), 1 / A1.shape[1])",
      "(dZ2, A1) => scale(matmul(dZ2, A1.T), 1 / A1.cols)",
      "(dZ2, A1) => 1 / m * matmul(dZ2, transpose(A1))",
      "(dZ2, A1) => matmul(dZ2, transpose(A1)) / A1.cols",
      "(dZ2, A1) => scale(matmul(dZ2, transpose(A1)), 1 / 42000)",
      "(dZ2, A1) => scale(matmul(dZ2, transpose(A1)), A1.cols)",
      "(dZ2, A1) => scale(matmul(dZ2, transpose(A1)), -1)",
      "(dZ2, A1) => scale(matmul(A1, transpose(dZ2)), 2 / A1.cols)",
      "(dZ2, A1) => scale(dZ2, 1 / A1.cols)",
      "(dZ2, A1) => scale(1 / A1.cols, matmul(dZ2, transpose(A1)))",
    ],
  },
  db2: {
    right: [
      "(dZ2) => Matrix.from(dZ2.toArray().map((r) => [r.reduce((a, b) => a + b) / r.length]))",
      "(dZ2) => sumColumns(scale(dZ2, 1 / dZ2.cols))",
    ],
    wrong: [
      "(dZ2) => dZ2.toArray().flat().reduce((a, b) => a + b, 0) / 42000",
      "(dZ2) => np.sum(dZ2) / m",
      "(dZ2) => sum(dZ2)",
      "(dZ2) => Matrix.from(dZ2.toArray().map((r) => r.reduce((a, b) => a + b) / r.length))",
      "(dZ2) => scale(sumColumns(dZ2), -1 / dZ2.rows)",
      "(dZ2) => sumColumns(dZ2) / dZ2.cols",
      "(dZ2) => scale(sumColumns(transpose(dZ2)), 1 / dZ2.cols)",
      "(dZ2) => dZ2.toArray().map((r) => r.reduce((a, b) => a + b) / r.length)",
      "(dZ2) => scale(sumColumns(dZ2), 1 / dZ2.toArray().length)",
    ],
  },
  dZ1: {
    right: [
      "(W2, dZ2, Z1) => multiply(reluDerivative(Z1), matmul(transpose(W2), dZ2))",
      "(W2, dZ2, Z1) => { const B = matmul(transpose(W2), dZ2).toArray(); Z1.toArray().forEach((r, i) => r.forEach((z, j) => { if (z <= 0) B[i][j] = 0; })); return Matrix.from(B); }",
    ],
    wrong: [
      "(W2, dZ2, Z1) => multiply(matmul(transpose(W2), dZ2), Z1 > 0)",
      "(W2, dZ2, Z1) => matmul(transpose(W2), dZ2) * reluDerivative(Z1)",
      "(W2, dZ2, Z1) => { const a = relu(Z1).toArray(); return multiply(matmul(transpose(W2), dZ2), Matrix.from(a.map((r) => r.map((x) => 1 - x ** 2)))); }",
      "(W2, dZ2, Z1) => scale(multiply(matmul(W2, dZ2), reluDerivative(Z1)), -1)",
      "(W2, dZ2, Z1) => scale(multiply(matmul(transpose(W2), dZ2), reluDerivative(Z1)), 1 / 10)",
      "(W2, dZ2, Z1) => multiply(transpose(W2), dZ2, reluDerivative(Z1))",
      "(W2, dZ2) => multiply(matmul(transpose(W2), dZ2), reluDerivative(Z1))",
      "(W2, dZ2, Z1) => scale(matmul(transpose(W2), dZ2), 1 / dZ2.cols)",
    ],
  },
  update: {
    right: [
      "(p, g, a) => ({ W1: add(p.W1, scale(g.dW1, -a)), b1: subtract(p.b1, scale(g.db1, a)), W2: subtract(p.W2, scale(g.dW2, a)), b2: subtract(p.b2, scale(g.db2, a)) })",
      "(p, g, a) => Object.fromEntries(Object.keys(p).map((k) => [k, subtract(p[k], scale(g['d' + k], a))]))",
    ],
    wrong: [
      "({ W1, b1, W2, b2 }, { dW1, db1, dW2, db2 }, a) => { W1 = subtract(W1, scale(dW1, a)); return W1, b1, W2, b2; }",
      "(p, g, a) => { const n = update(p, g, a); return [n.W1, n.b1, n.W2, n.b2]; }",
      "(p, g, a) => { p.W1 -= a * g.dW1; return p; }",
      "(p, g, a) => ({ ...update(p, g, a), b2: p.b1 })",
      "(p, g, a) => update(p, g, 2 * a)",
      "(p, g, a) => update(p, g, a * a)",
      "(p, g, a) => { const n = update(p, g, a); return n.W2; }",
      "(p, g) => update(p, g, 0.1)",
      "(p, g, a) => { const n = update(p, g, a); return { ...n, W1: transpose(n.W1) }; }",
    ],
  },
  trainLoop: {
    right: [
      "(p, X, Y, o) => { const losses = []; for (let k = 1; k <= o.iterations; k++) { const f = forward(p, X); losses.push(crossEntropy(f.A2, Y)); p = update(p, backward(p, f, X, Y), o.learningRate); } return { losses, parameters: p }; }",
    ],
    wrong: [
      "(p, X, Y, o) => { const losses = []; for (let k = 0; k < o.iterations; k++) { const f = forward(p, X); if (k % 50 === 0) losses.push(crossEntropy(f.A2, Y)); p = update(p, backward(p, f, X, Y), o.learningRate); } return { losses, parameters: p }; }",
      "(p, X, Y, o) => { const losses = []; let l = Infinity; while (l > 1) { const f = forward(p, X); l = crossEntropy(f.A2, Y); losses.push(l); p = update(p, backward(p, f, X, Y), o.learningRate); if (losses.length === o.iterations) break; } return { losses, parameters: p }; }",
      "(p, X, Y, o) => { const losses = []; for (let k = 0; k < o.iterations; k++) { const f = forward(p, X); losses.unshift(crossEntropy(f.A2, Y)); p = update(p, backward(p, f, X, Y), o.learningRate); } return { losses, parameters: p }; }",
      "(p, X, Y, o) => { const losses = []; for (let k = 0; k < o.iterations; k++) { const f = forward(p, X); losses.push(crossEntropy(f.A2, Y)); p = update(p, backward(p, f, X, Y), o.learningRate); } return losses, p; }",
      "(p, X, Y, iterations, learningRate) => { const losses = []; for (let k = 0; k < iterations; k++) { const f = forward(p, X); losses.push(crossEntropy(f.A2, Y)); p = update(p, backward(p, f, X, Y), learningRate); } return { parameters: p, losses }; }",
      "(p, X, Y, o) => { const losses = []; for (let k = 0; k < o.iterations; k++) { const f = forward(p, X); losses.push(-crossEntropy(f.A2, Y)); p = update(p, backward(p, f, X, Y), o.learningRate); } return { losses, parameters: p }; }",
      "(p, X, Y, o) => { const losses = []; for (k in range(o.iterations)) losses.push(1); return { losses, parameters: p }; }",
    ],
  },
  confusionMatrix: {
    right: [
      "(p, l) => { const C = Array.from({ length: 10 }, () => Array(10).fill(0)); for (let j = 0; j < p.length; j++) C[l[j]][p[j]] += 1; return Matrix.from(C); }",
      "(p, l) => matmul(oneHot(l), transpose(oneHot(p)))",
    ],
    wrong: [
      "(p, l) => { const C = Matrix.zeros(10, 10).toArray(); for (let j = 0; j < l.length; j++) C[p[j]][l[j]]++; return Matrix.from(C); }",
      "(p, l) => { const C = Array(10).fill(Array(10).fill(0)); for (let j = 0; j < l.length; j++) C[l[j]][p[j]]++; return Matrix.from(C); }",
      "(p, l) => { const C = Matrix.zeros(10, 10).toArray(); for (let j = 0; j < l.length; j++) C[l[j]][p[j]]--; return Matrix.from(C); }",
      "(p, l) => { const C = Matrix.zeros(10, 10).toArray(); for (let j = 0; j < l.length; j++) C[l[j]][p[j]]++; return C; }",
      "(p, l) => { const C = Matrix.zeros(10, 10).toArray(); for (let j = 0; j < l.length; j++) C[l[j]][p[j]] += 2; return Matrix.from(C); }",
      "(p, l) => { const C = {}; for (let j = 0; j < l.length; j++) C[l[j]][p[j]]++; return C; }",
      "(p, l) => p.map((x, j) => x === l[j])",
    ],
  },
  thirdLayer: {
    right: [
      "(W3, A2, b3) => add(matmul(W3, A2), b3)",
      "(W, A, b) => Matrix.from(W.toArray().map((row, i) => A.toArray()[0].map((_, j) => b.get(i, 0) + row.reduce((s, w, k) => s + w * A.get(k, j), 0))))",
    ],
    wrong: [
      "(W3, A2, b3) => matmul(W3, add(A2, b3))",
      "(W3, A2, b3) => W3 * A2 + b3",
      "(W3, A2, b3) => softmax(add(matmul(W3, A2), b3))",
      "(W3, A2, b3) => transpose(add(matmul(W3, A2), b3))",
      "(W3, A2, b3) => add(matmul(transpose(W3), A2), b3)",
    ],
  },
  leakyRelu: {
    right: [
      "(Z, leak) => ({ A: Matrix.from(Z.toArray().map((r) => r.map((z) => z < 0 ? leak * z : z))), slope: Matrix.from(Z.toArray().map((r) => r.map((z) => z <= 0 ? leak : 1))) })",
      "(Z, leak) => { const on = reluDerivative(Z); const slope = add(scale(on, 1 - leak), Matrix.from(Z.toArray().map((r) => r.map(() => leak)))); return { A: multiply(Z, slope), slope }; }",
    ],
    wrong: [
      "(Z, leak) => Matrix.from(Z.toArray().map((r) => r.map((z) => z < 0 ? leak * z : z)))",
      "(Z, leak) => ({ A: relu(Z), slope: reluDerivative(Z) })",
      "(Z, leak) => ({ A: scale(Z, leak), slope: scale(Z, leak) })",
      "(Z, leak) => { const A = Matrix.from(Z.toArray().map((r) => r.map((z) => z > 0 ? z : leak * z))); return { A, slope: reluDerivative(A) }; }",
      "(Z, leak) => { const A = Matrix.from(Z.toArray().map((r) => r.map((z) => z > 0 ? z : leak * z))); return [A, reluDerivative(A)]; }",
    ],
  },
  squaredErrorGradient: {
    right: [
      "(A, Y) => scale(subtract(A, Y), 2)",
      "(A, Y) => add(subtract(A, Y), subtract(A, Y))",
    ],
    wrong: [
      "(A, Y) => scale(subtract(Y, A), 2)",
      "(A, Y) => subtract(Y, A)",
      "(A, Y) => scale(multiply(subtract(A, Y), subtract(A, Y)), 2)",
      "(A, Y) => scale(subtract(A, Y), 2 / A.cols)",
      "(A, Y) => 2 * (A - Y)",
      "(A, Y) => scale(subtract(A, Y), 0.5)",
    ],
  },
  decayStep: {
    right: [
      "(W, dW, a, d) => subtract(scale(W, 1 - a * d), scale(dW, a))",
      "(W, dW, a, d) => subtract(W, scale(add(dW, scale(W, d)), a))",
    ],
    wrong: [
      "(W, dW, a, d) => subtract(scale(W, 1 - d), scale(dW, a))",
      "(W, dW, a, d) => subtract(W, scale(dW, a))",
      "(W, dW, a, d) => subtract(W, scale(add(dW, scale(multiply(W, W), d)), a))",
      "(W, dW, a, d) => add(W, scale(add(dW, scale(W, d)), a))",
      "(W, dW, a, d) => W - a * (dW + d * W)",
    ],
  },
  fallingRate: {
    right: [
      "(step, first, iterations) => (first * (iterations - step)) / iterations",
      "(k, a, n) => a - (a / n) * k",
    ],
    wrong: [
      "(k, a, n) => a * k / n",
      "(k, a, n) => a - k / n",
      "(k, a, n) => a * (1 - (k + 1) / n)",
      "(k, a, n) => a / (1 + k)",
      "(k, a, n) => { a * (1 - k / n); }",
      "(k, a, n) => -a * (1 - k / n)",
    ],
  },
};
