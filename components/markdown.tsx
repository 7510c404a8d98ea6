import { renderMarkdown } from "@/lib/markdown/render-markdown";
import "katex/dist/katex.min.css";

/** HTML of our own renderer, which has sanitised it; the one place that sets HTML. */
export function Html({ html, className }: { html: string; className: string }) {
  return <div className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** A statement or lesson. */
export async function Markdown({ text, className = "" }: { text: string; className?: string }) {
  return <Html html={await renderMarkdown(text)} className={`prose ${className}`} />;
}
