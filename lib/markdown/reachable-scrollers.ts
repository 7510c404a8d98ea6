import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";

/** Wide tables and formulas scroll; what scrolls has to be reachable by keyboard. */
export function reachableScrollers() {
  return (tree: Root) => {
    visit(tree, "element", (node) => {
      if (node.tagName === "table" || isDisplayFormula(node)) node.properties.tabIndex = 0;
    });
  };
}

function isDisplayFormula({ properties }: Element): boolean {
  const classes = properties.className;
  return Array.isArray(classes) && classes.includes("katex-display");
}
