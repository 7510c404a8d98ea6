import { renderPython } from "@/lib/markdown/render-markdown";
import { Html } from "./markdown";

/** A file's source, highlighted and read-only. */
export async function CodeBlock({ name, source }: { name: string; source: string }) {
  return (
    <figure className="min-w-0">
      <figcaption className="mb-1 font-mono text-muted text-xs">{name}</figcaption>
      <Html html={await renderPython(source)} className="prose max-w-none" />
    </figure>
  );
}
