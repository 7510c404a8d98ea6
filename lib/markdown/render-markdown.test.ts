import { describe, expect, it } from "vitest";
import { renderMarkdown, renderPython } from "./render-markdown";

describe("renderMarkdown", () => {
  it("renders math, tables and highlighted code", async () => {
    const html = await renderMarkdown("$x^2$\n\n| a |\n|---|\n| b |\n\n```python\nx = 1\n```");
    expect(html).toContain('class="katex"');
    expect(html).toContain("<table");
    expect(html).toContain("shiki");
  });

  it("drops raw HTML, scripts and dangerous links", async () => {
    const html = await renderMarkdown(
      "<script>alert(1)</script><img src=x onerror=alert(1)>[a](javascript:alert(1)) $\\href{javascript:alert(1)}{x}$",
    );
    expect(html).not.toMatch(/<script|onerror|href="javascript/i);
  });

  it("joins lines of Chinese text without a space", async () => {
    const html = await renderMarkdown("一行\n两行 and\nthree");
    expect(html).toContain("一行两行 and\nthree");
  });

  it("keeps source that contains fences in one block", async () => {
    const html = await renderPython('s = """\n```\n<b>\n```\n"""');
    expect(html.match(/<pre/g)).toHaveLength(1);
    expect(html).not.toContain("<b>");
  });
});
