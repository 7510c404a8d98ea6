import { createHash } from "node:crypto";
import rehypeShiki from "@shikijs/rehype";
import rehypeKatex from "rehype-katex";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import type { ShikiTransformer } from "shiki";
import { unified } from "unified";
import { joinCjkLines } from "./join-cjk-lines";
import { reachableScrollers } from "./reachable-scrollers";

const CACHED = 500;

/** What authors write is data: raw HTML falls away, and only math and code keep their classes. */
const schema = {
  ...defaultSchema,
  attributes: {
    ...defaultSchema.attributes,
    code: [["className", /^language-./, "math-inline", "math-display"]],
  },
} satisfies typeof defaultSchema;

/** The page's tokens colour the block; the theme colours its words. */
const withoutOwnBackground: ShikiTransformer = {
  pre(node) {
    delete node.properties.style;
  },
};

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkMath)
  .use(joinCjkLines)
  .use(remarkRehype)
  .use(rehypeSanitize, schema)
  // After the sanitiser: what follows writes markup of its own from checked input.
  .use(rehypeKatex, { trust: false, throwOnError: false })
  .use(reachableScrollers)
  .use(rehypeShiki, {
    themes: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
    defaultColor: "light-dark()",
    fallbackLanguage: "text",
    transformers: [withoutOwnBackground],
    langs: ["python", "bash", "yaml", "json"],
  })
  .use(rehypeStringify);

const cache = new Map<string, Promise<string>>();

/** Markdown (GFM, math, code) as safe HTML. The same text is rendered once. */
export function renderMarkdown(text: string): Promise<string> {
  const key = createHash("sha256").update(text).digest("base64");
  const known = cache.get(key);
  if (known) return known;
  const html = processor.process(text).then(String);
  html.catch(() => cache.delete(key));
  cache.set(key, html);
  const oldest = cache.keys().next().value;
  if (cache.size > CACHED && oldest !== undefined) cache.delete(oldest);
  return html;
}

/** Python source as highlighted HTML. */
export const renderPython = (source: string): Promise<string> =>
  renderMarkdown(`${fenceFor(source)}python\n${source}\n${fenceFor(source)}`);

/** A fence longer than any run of backticks inside. */
function fenceFor(source: string): string {
  const longest = Math.max(2, ...[...source.matchAll(/`+/g)].map((run) => run[0].length));
  return "`".repeat(longest + 1);
}
