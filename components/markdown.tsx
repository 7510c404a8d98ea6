import { renderMarkdown } from "@/lib/markdown/render-markdown";
import "katex/dist/katex.min.css";

/** A statement or lesson. */
export async function Markdown({ text, className = "" }: { text: string; className?: string }) {
  const html = await renderMarkdown(text);
  // The renderer has sanitised what authors wrote; this is the one place that sets HTML.
  return <div className={`prose ${className}`} dangerouslySetInnerHTML={{ __html: html }} />;
}
