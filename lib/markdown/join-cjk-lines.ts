import type { Root } from "mdast";
import { visit } from "unist-util-visit";

const CJK = "\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef";
const BREAK = new RegExp(`(?<=[${CJK}])\\n(?=[${CJK}])`, "gu");

/** A line break inside Chinese text is no space: Markdown's would show as one. */
export function joinCjkLines() {
  return (tree: Root) => {
    visit(tree, "text", (node) => {
      node.value = node.value.replace(BREAK, "");
    });
  };
}
