/**
 * Turns a cell into the text of an async function over the notebook's own scope.
 *
 * Only statements of the cell's own level change. What stands inside a function stays as it was written
 * (but for `import(...)` and the types, which are gone), so that a function prints as it is.
 *
 * @module
 */
import {
  type AnyNode,
  type ImportDeclaration,
  type MemberExpression,
  parse,
  type Pattern,
  type Program,
  type VariableDeclaration,
} from "acorn";
import { transform } from "sucrase";
import { CellSyntaxError } from "./syntax_error.ts";
import { type Place, PlaceMap } from "./place_map.ts";

/** A cell that can be run. */
export interface CompiledCell {
  /** An async arrow function of `$cell`; see {@linkcode CellRuntime}. */
  code: string;
  /** The names that the cell declares. */
  names: string[];
  /** What is surely not meant, though it runs: a sentence each. */
  warnings: string[];
  /** From where the code stands in `code` to where it was written in the cell. */
  placeOf(line: number, column: number): Place | undefined;
}

/**
 * A cell's JavaScript.
 *
 * - `const x = f()` becomes `$cell.declare("const", { x: f() })`: a later cell may declare `x` again, and a
 *   function of an earlier cell sees the new one.
 * - `import { a as b } from "m"` becomes a declaration of what `await $cell.import("m", "a")` gives.
 * - The value of the last expression is left in `$cell.value`, by JavaScript's own rule for it: a
 *   declaration after it does not count, a loop gives what its last round gave.
 *
 * @param source TypeScript
 * @throws {CellSyntaxError} if it is not TypeScript; the message shows the line and the place in it
 */
export function compile(source: string): CompiledCell {
  // As in Deno's kernel: a cell that is one object literal is no block.
  if (/^\s*\{/.test(source) && !/;\s*$/.test(source)) {
    try {
      return new Compiler(`(${source})`, 1).compile();
    } catch (error) {
      if (!(error instanceof CellSyntaxError)) throw error;
    }
  }
  return new Compiler(source, 0).compile();
}

/** A change of the text: what stands from `start` to `end` gives way to `text`. */
interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Statements that set the cell's value anew, even if they are never entered. */
const RESETS = /^(If|For|ForIn|ForOf|While|DoWhile|Switch|Try)Statement$/;

class Compiler {
  readonly #source: string;
  /** How many characters stand before the cell's own. */
  readonly #before: number;
  readonly #js: string;
  readonly #edits: Edit[] = [];
  readonly #names: string[] = [];
  readonly #functions: { name: string; start: number; end: number }[] = [];
  readonly #vars: string[] = [];
  readonly #warnings: string[] = [];

  constructor(source: string, before: number) {
    this.#source = source;
    this.#before = before;
    this.#js = withoutTypes(source, before);
  }

  compile(): CompiledCell {
    const { body } = this.#parsed();
    for (const node of body) this.#statement(node, true);
    this.#inside(body);
    const map = new PlaceMap(this.#source, this.#js, this.#before);
    map.add('(async ($cell) => { "use strict"; ');
    if (this.#vars.length > 0) map.add(`$cell.hoist(${JSON.stringify(this.#vars)}); `);
    // A function may be called above the line that declares it.
    for (const { name, start, end } of this.#functions) {
      map.add(`$cell.declare("let", { ${name}: `);
      this.#write(
        map,
        this.#edits.filter((edit) => edit.start >= start && edit.end <= end),
        start,
        end,
      );
      map.add(" }); ");
    }
    const moved = this.#functions.map(({ start, end }) => ({ start, end, text: ";" }));
    this.#write(map, [...this.#edits, ...moved], 0, this.#js.length);
    map.add("\n})");
    return {
      code: map.text,
      names: this.#names,
      warnings: this.#warnings,
      placeOf: (line, column) => map.placeOf(line, column),
    };
  }

  #parsed(): Program {
    try {
      return parse(this.#js, { ecmaVersion: "latest", sourceType: "module" });
    } catch (error) {
      throw CellSyntaxError.from(error, this.#source, this.#js, this.#before);
    }
  }

  #write(map: PlaceMap, edits: Edit[], start: number, end: number): void {
    let at = start;
    for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
      // What lies inside a function that was moved to the top.
      if (edit.start < at) continue;
      map.copy(at, edit.start);
      map.add(edit.text);
      at = edit.end;
    }
    map.copy(at, end);
  }

  #edit(start: number, end: number, text: string): void {
    this.#edits.push({ start, end, text });
  }

  /** One statement of the cell, or of a block of it, but not of a function. */
  #statement(node: AnyNode, top: boolean): void {
    switch (node.type) {
      case "ImportDeclaration":
        return this.#import(node);
      case "ExportAllDeclaration":
        return this.#edit(node.start, node.end, ";");
      case "ExportNamedDeclaration":
        if (!node.declaration) return this.#edit(node.start, node.end, ";");
        this.#edit(node.start, node.declaration.start, "");
        return this.#statement(node.declaration, top);
      case "ExportDefaultDeclaration": {
        const declaration = node.declaration as AnyNode;
        const declares = /Declaration$/.test(declaration.type) && "id" in declaration &&
          declaration.id;
        this.#edit(node.start, declaration.start, declares ? "" : "$cell.value = ");
        if (declares) this.#statement(declaration, top);
        return;
      }
      case "VariableDeclaration":
        if (node.kind === "var") this.#var(node);
        // Those of a block belong to the block.
        else if (top) this.#declaration(node);
        return;
      case "FunctionDeclaration":
        if (!top) return;
        this.#names.push(node.id!.name);
        this.#functions.push({ name: node.id!.name, start: node.start, end: node.end });
        return;
      case "ClassDeclaration":
        if (!top) return;
        this.#names.push(node.id!.name);
        this.#edit(node.start, node.start, `;$cell.declare("let", { ${node.id!.name}: `);
        return this.#edit(node.end, node.end, " });");
      case "ExpressionStatement": {
        const { start, end } = node.expression;
        this.#edit(start, start, "$cell.value = (");
        return this.#edit(end, end, ")");
      }
      case "ForStatement":
        if (node.init?.type === "VariableDeclaration") this.#forVar(node.init);
        break;
      case "ForInStatement":
      case "ForOfStatement":
        if (node.left.type === "VariableDeclaration") this.#forVar(node.left);
        break;
    }
    if (top && RESETS.test(node.type)) {
      this.#edit(node.start, node.start, ";$cell.value = undefined; ");
    }
    for (const child of statementsOf(node)) this.#statement(child, false);
  }

  /** `const x = 1, { y } = z;` */
  #declaration({ kind, declarations, start, end }: VariableDeclaration): void {
    declarations.forEach(({ id, init, ...declarator }, i) => {
      const names = namesOf(id);
      this.#names.push(...names);
      // From the word `const`, or from the end of the one before.
      const from = i === 0 ? start : declarations[i - 1].end;
      if (id.type === "Identifier") {
        // A function gets the name of what it is assigned to, also as a property.
        const open = `;$cell.declare("${kind}", { ${id.name}: `;
        this.#edit(from, init?.start ?? declarator.end, init ? open : `${open}undefined`);
        this.#edit(declarator.end, declarator.end, " });");
      } else {
        this.#edit(from, declarator.start, ";{ const ");
        const close = `; $cell.declare("${kind}", { ${names.join(", ")} }); }`;
        this.#edit(declarator.end, declarator.end, close);
      }
    });
    this.#edit(declarations.at(-1)!.end, end, "");
  }

  /** A `var` belongs to the whole cell, wherever it stands, and keeps its value without a new one. */
  #var({ declarations, start, end }: VariableDeclaration): void {
    this.#vars.push(...declarations.flatMap(({ id }) => namesOf(id)));
    // `void` keeps it from being the cell's value.
    this.#edit(start, declarations[0].start, "void (");
    this.#edit(declarations.at(-1)!.end, end, ");");
  }

  /** `for (var i = 0; ...)` and `for (var x of xs)` */
  #forVar({ kind, declarations, start }: VariableDeclaration): void {
    if (kind !== "var") return;
    this.#vars.push(...declarations.flatMap(({ id }) => namesOf(id)));
    this.#edit(start, declarations[0].start, "");
  }

  #import({ source, specifiers, start, end }: ImportDeclaration): void {
    const wanted: string[] = [];
    const bindings = specifiers.map((specifier) => {
      const local = specifier.local.name;
      this.#names.push(local);
      if (specifier.type === "ImportNamespaceSpecifier") return `${local}: $module`;
      if (specifier.type === "ImportDefaultSpecifier") {
        wanted.push("default");
        return `${local}: $module.default`;
      }
      const { imported } = specifier;
      const name = imported.type === "Identifier" ? imported.name : String(imported.value);
      wanted.push(name);
      return `${local}: $module[${JSON.stringify(name)}]`;
    });
    const names = [source.value, ...wanted].map((name) => JSON.stringify(name)).join(", ");
    const load = `const $module = await $cell.import(${names});`;
    this.#edit(start, end, `;{ ${load} $cell.declare("const", { ${bindings.join(", ")} }); }`);
  }

  /** What may stand anywhere, in functions, too. */
  #inside(node: unknown): void {
    if (typeof node !== "object" || node === null) return;
    const { type, start, end } = node as AnyNode;
    // It is resolved by the caller's table.
    if (type === "ImportExpression") {
      this.#edit(start, start + "import".length, "$cell.import");
    }
    if (type === "MemberExpression" && takesFromShape(node as MemberExpression)) {
      const A = this.#js.slice(start, end).replace(/\.shape\b.*$/s, "");
      this.#warnings.push(
        `${this.#js.slice(start, end)} is one character: the shape of a Matrix is a text such as ` +
          `"10 x 784". The number of rows is ${A}.rows, that of columns ${A}.cols.`,
      );
    }
    const taken = takenApart(node as AnyNode);
    if (taken) {
      const A = this.#js.slice(taken.object.start, taken.object.end);
      this.#warnings.push(
        `${A}.shape is a text such as "10 x 784", and is taken apart into its characters here. The number ` +
          `of rows is ${A}.rows, that of columns ${A}.cols.`,
      );
    }
    for (const child of Object.values(node)) this.#inside(child);
  }
}

/** `const [n, m] = A.shape`, as in NumPy: the shape. */
function takenApart(node: AnyNode): MemberExpression | undefined {
  const [pattern, value] = node.type === "VariableDeclarator"
    ? [node.id, node.init]
    : node.type === "AssignmentExpression"
    ? [node.left, node.right]
    : [];
  if (pattern?.type !== "ArrayPattern" || value?.type !== "MemberExpression") return;
  const { computed, property } = value;
  return !computed && property.type === "Identifier" && property.name === "shape"
    ? value
    : undefined;
}

/** `A.shape[0]`, as in NumPy */
function takesFromShape({ object, computed, property }: MemberExpression): boolean {
  return computed && object.type === "MemberExpression" && !object.computed &&
    object.property.type === "Identifier" && object.property.name === "shape" &&
    property.type === "Literal" && typeof property.value === "number";
}

/** The statements inside a statement, without those of functions. */
function statementsOf(node: AnyNode): AnyNode[] {
  const inside = node as unknown as Record<string, AnyNode | AnyNode[] | null | undefined>;
  return ["body", "consequent", "alternate", "block", "handler", "finalizer", "cases"]
    .flatMap((key) => inside[key] ?? [])
    .filter(({ type }) => /Statement$|Declaration$|^SwitchCase$|^CatchClause$/.test(type));
}

/** The names that a pattern such as `{ a, b: [c, ...d] }` declares. */
function namesOf(pattern: Pattern): string[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern.name];
    case "ObjectPattern":
      return pattern.properties.flatMap((property) =>
        namesOf(property.type === "RestElement" ? property.argument : property.value)
      );
    case "ArrayPattern":
      return pattern.elements.flatMap((element) => element ? namesOf(element) : []);
    case "AssignmentPattern":
      return namesOf(pattern.left);
    case "RestElement":
      return namesOf(pattern.argument);
    default:
      return [];
  }
}

/** The JavaScript of a cell, on the same lines. */
function withoutTypes(source: string, before: number): string {
  try {
    return transform(source, {
      transforms: ["typescript"],
      disableESTransforms: true,
      preserveDynamicImport: true,
      keepUnusedImports: true,
    }).code;
  } catch (error) {
    throw CellSyntaxError.from(error, source, source, before);
  }
}
