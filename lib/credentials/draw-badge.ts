import type { Level } from "@/lib/measurement/parameters";
import type { AchievementInput } from "./credential-input";
import { credentialTexts } from "./credential-texts";
import { escapeXml } from "./escape-xml";

type Badge = Pick<AchievementInput, "title" | "level"> & { issuer: string };

const COLOURS: Record<Level, string> = {
  novice: "#4b6478",
  working: "#1f6f8b",
  proficient: "#0b7a5b",
  expert: "#8a5a00",
};

export const FONT =
  "'Noto Sans','Noto Sans SC','Noto Sans CJK SC','WenQuanYi Micro Hei',sans-serif";
const CENTRE = 256;
const ROOM = 350;

/** How wide a line is at one unit of size, roughly: Han characters take a whole one. */
export const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.56),
    0,
  );

type Line = { text: string; y: number; size: number; weight?: number; fill?: string };

function line({ text, y, size, weight = 400, fill = "#1a2430" }: Line): string {
  const fitting = Math.min(size, ROOM / Math.max(1, widthOf(text)));
  const style = `font-size="${fitting.toFixed(1)}" font-weight="${weight}" fill="${fill}"`;
  return `<text x="${CENTRE}" y="${y}" text-anchor="middle" font-family="${FONT}" ${style}>${escapeXml(text)}</text>`;
}

/** One rung for each level reached, so that colour is not all that tells them apart. */
function rungs(level: Level, colour: string): string {
  const levels = Object.keys(COLOURS);
  const reached = levels.indexOf(level);
  return levels
    .map((_, index) => {
      const fill = index <= reached ? colour : "none";
      return `<rect x="${CENTRE - 94 + index * 49}" y="338" width="41" height="12" rx="6" fill="${fill}" stroke="${colour}" stroke-width="2"/>`;
    })
    .join("");
}

/** A badge as SVG, 512 units square: the title and the level in both languages. */
export function drawBadge({ title, level, issuer }: Badge): string {
  const colour = COLOURS[level];
  const [en, zh] = [credentialTexts("en").level(level), credentialTexts("zh").level(level)];
  const label = escapeXml(`${title.en} / ${title.zh}, ${en} / ${zh}`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" width="512" height="512" role="img" aria-label="${label}">`,
    `<title>${label}</title>`,
    '<circle cx="256" cy="256" r="248" fill="#f7f5f0"/>',
    `<circle cx="256" cy="256" r="236" fill="none" stroke="${colour}" stroke-width="16"/>`,
    '<circle cx="256" cy="256" r="218" fill="none" stroke="#1a2430" stroke-width="2"/>',
    line({ text: "TOUCHSTONE", y: 138, size: 26, weight: 600, fill: colour }),
    line({ text: title.en, y: 216, size: 44, weight: 700 }),
    line({ text: title.zh, y: 272, size: 40, weight: 700 }),
    line({ text: `${en} · ${zh}`, y: 314, size: 26, weight: 600, fill: colour }),
    rungs(level, colour),
    line({ text: issuer, y: 388, size: 20 }),
    "</svg>",
  ].join("");
}
