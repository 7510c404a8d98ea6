import type { Root } from "hast";
import { visit } from "unist-util-visit";

/** A wide formula scrolls; what scrolls has to be reachable by keyboard. */
export function reachableFormulas() {
  return (tree: Root) => {
    visit(tree, "element", (node) => {
      const classes = node.properties.className;
      if (Array.isArray(classes) && classes.includes("katex-display")) node.properties.tabIndex = 0;
    });
  };
}
