import { createTranslator } from "use-intl/core";
import { FONT, widthOf } from "@/lib/credentials/draw-badge";
import { escapeXml } from "@/lib/credentials/escape-xml";
import en from "@/messages/en/profile.json";
import zh from "@/messages/zh/profile.json";
import type { PublicProfile } from "./read-public-profile";

const MESSAGES = { en, zh };
const [WIDTH, HEIGHT, MARGIN] = [1200, 630, 72];
const MOST_SKILLS = 5;
const INK = "#1a2430";
const MUTED = "#5b6570";
const GOLD = "#8a5a00";
const BAR = { left: 520, width: 470, top: 296, step: 54 };

type Line = { text: string; x?: number; y: number; size: number; room?: number };
type Look = { weight?: number; fill?: string };

/** A line that is set smaller where it would not fit, and cut where it still would not. */
function line({ text, x = MARGIN, y, size, room = WIDTH - 2 * MARGIN }: Line, look: Look = {}) {
  const fitting = Math.max(size * 0.6, Math.min(size, room / Math.max(1, widthOf(text))));
  const style = `font-size="${fitting.toFixed(1)}" font-weight="${look.weight ?? 400}" fill="${look.fill ?? INK}"`;
  return `<text x="${x}" y="${y}" font-family="${FONT}" ${style}>${escapeXml(cut(text, room / fitting))}</text>`;
}

function cut(text: string, room: number): string {
  if (widthOf(text) <= room) return text;
  const characters = [...text];
  while (widthOf(`${characters.join("")}…`) > room) characters.pop();
  return `${characters.join("")}…`;
}

type Skill = PublicProfile["skills"][number];

function bar({ title, band }: Skill, index: number, locale: "en" | "zh"): string {
  const y = BAR.top + index * BAR.step;
  const at = (level: number) => (BAR.left + (BAR.width * level) / 100).toFixed(1);
  const span = ((BAR.width * (band.high - band.low)) / 100).toFixed(1);
  const [level, low, high] = [band.level, band.low, band.high].map(Math.round);
  return [
    line({ text: title[locale], y: y + 9, size: 28, room: BAR.left - MARGIN - 24 }),
    `<rect x="${BAR.left}" y="${y - 3}" width="${BAR.width}" height="6" rx="3" fill="#ddd8cc"/>`,
    `<rect x="${at(band.low)}" y="${y - 9}" width="${span}" height="18" rx="9" fill="${GOLD}" fill-opacity="0.35"/>`,
    `<circle cx="${at(band.level)}" cy="${y}" r="10" fill="${GOLD}"/>`,
    line({ text: `${level} (${low}–${high})`, x: 1014, y: y + 9, size: 24, room: 130 }),
  ].join("");
}

/** What a link to the profile is shown with elsewhere: only what the profile itself shows. */
export function drawProfile(profile: PublicProfile, locale: "en" | "zh", host: string): string {
  const t = createTranslator({ locale, messages: MESSAGES[locale] });
  const { displayName, headline, skills, credentials } = profile;
  const shown = skills.toSorted((a, b) => b.band.level - a.band.level).slice(0, MOST_SKILLS);
  const left = skills.length - shown.length;
  const held = credentials.map(({ title }) => title[locale]).join(" · ");
  const below = BAR.top + shown.length * BAR.step;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#f7f5f0"/>`,
    `<rect width="${WIDTH}" height="14" fill="${GOLD}"/>`,
    line({ text: displayName, y: 122, size: 60 }, { weight: 700 }),
    line({ text: headline[locale], y: 176, size: 32 }, { fill: MUTED }),
    held === "" ? "" : line({ text: `${t("page.credentials")}: ${held}`, y: 232, size: 26 }),
    ...shown.map((skill, index) => bar(skill, index, locale)),
    left > 0
      ? line({ text: t("page.more", { n: left }), y: below, size: 22 }, { fill: MUTED })
      : "",
    line({ text: t("page.source", { host }), y: HEIGHT - 36, size: 22 }, { fill: MUTED }),
    "</svg>",
  ].join("");
}
