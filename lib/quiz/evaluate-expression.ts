import jsep from "jsep";

export type Values = Readonly<Record<string, number>>;

const CONSTANTS: Values = { pi: Math.PI, e: Math.E };

const BINARY: Record<string, (a: number, b: number) => number> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "%": (a, b) => a % b,
  "**": (a, b) => a ** b,
};

const FUNCTIONS: Record<string, (...values: number[]) => number> = {
  sqrt: Math.sqrt,
  exp: Math.exp,
  ln: Math.log,
  log2: Math.log2,
  log10: Math.log10,
  abs: Math.abs,
  floor: Math.floor,
  ceil: Math.ceil,
  round: Math.round,
  min: Math.min,
  max: Math.max,
};

/**
 * The number that an arithmetic expression means. A parser makes a tree of it, and only what is
 * listed here is computed. Throws Error on anything else.
 */
export function evaluateExpression(expression: string, values: Values = {}): number {
  return compute(jsep(expression), values);
}

function compute(node: jsep.Expression, values: Values): number {
  const tree = node as jsep.CoreExpression;
  switch (tree.type) {
    case "Literal":
      if (typeof tree.value === "number") return tree.value;
      break;
    case "Identifier":
      return named(values, tree.name) ?? named(CONSTANTS, tree.name) ?? unknown(tree.name);
    case "UnaryExpression":
      if (tree.operator === "-") return -compute(tree.argument, values);
      break;
    case "BinaryExpression": {
      const operation = named(BINARY, tree.operator) ?? unknown(tree.operator);
      return operation(compute(tree.left, values), compute(tree.right, values));
    }
    case "CallExpression": {
      const name = tree.callee.type === "Identifier" ? String(tree.callee.name) : "?";
      const operation = named(FUNCTIONS, name) ?? unknown(name);
      return operation(...tree.arguments.map((argument) => compute(argument, values)));
    }
  }
  return unknown(node.type);
}

const named = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

function unknown(what: string): never {
  throw new Error(`${what} means nothing in an expression`);
}
