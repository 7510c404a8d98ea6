type Texts = { title: string; text: string; again: string };

const STYLE = `
:root { color-scheme: light dark; }
body {
  margin: 0; min-height: 100dvh; display: grid; place-content: center; padding: 1rem;
  font: 0.9375rem/1.625 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  background: light-dark(oklch(99% 0.003 85), oklch(18% 0.008 85));
  color: light-dark(oklch(22% 0.01 85), oklch(94% 0.008 85));
}
main { max-width: 36rem; }
h1 { margin: 0 0 1rem; font-size: 1.5rem; }
p { margin: 0 0 1.5rem; color: light-dark(oklch(46% 0.012 85), oklch(73% 0.014 85)); }
a {
  display: inline-block; padding: 0.4rem 1rem; border-radius: 0.375rem; text-decoration: none;
  font-weight: 500;
  background: light-dark(oklch(48% 0.11 72), oklch(80% 0.12 82));
  color: light-dark(oklch(99% 0.01 85), oklch(20% 0.03 82));
}
a:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
`;

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A page that needs nothing else: no script, no style sheet, no font. */
export const offlinePage = (lang: string, name: string, texts: Texts): string => `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(texts.title)} · ${escaped(name)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(texts.title)}</h1>
<p>${escaped(texts.text)}</p>
<a href="">${escaped(texts.again)}</a>
</main>
</body>
</html>`;
