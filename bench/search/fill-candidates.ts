import { randomUUID } from "node:crypto";
import { readText } from "@/lib/matching/describe-text";
import type { MatchContent } from "@/lib/matching/inputs/match-content";
import { hashOf } from "@/lib/matching/inputs/store-input";
import { toBytes } from "@/lib/matching/inputs/vectors";
import { describedBy, encodeDescribed } from "@/lib/matching/score/described";
import { db } from "@/lib/platform/db";
import { random } from "@/lib/testing/random";
import { writtenSet } from "../matching/written-set";

export type Embed = (texts: string[]) => Promise<{ vector: Float32Array; coverage: number }[]>;

const COUNTRIES = ["DE", "CN", "FR", "SG", "US"];
const BATCH = 1_000;

/**
 * Candidates drawn at random: each says two of the written set's texts, with the mean of their
 * vectors and some noise for a vector, and has proven up to twelve skills.
 */
export async function fillCandidates(
  count: number,
  modelHash: string,
  skills: readonly string[],
  embed: Embed,
): Promise<void> {
  const texts = writtenSet()
    .texts.filter(({ form, language }) => form === "text" && language !== "mixed")
    .map(({ language, text }) => ({ locale: language as "en" | "zh", text }));
  const embedded = await embed(texts.map(({ text }) => text));
  const draw = random(20_261_128);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(draw() * from.length)] as T;
  const numbered = texts.map((text, at) => ({ ...text, at }));
  for (let done = 0; done < count; done += BATCH) {
    const people = Array.from({ length: Math.min(BATCH, count - done) }, () => {
      const first = pick(numbered);
      const second = pick(numbered.filter(({ locale }) => locale === first.locale));
      const parts = [first, second].map(({ at }) => embedded[at] as (typeof embedded)[number]);
      const chosen = new Set(Array.from({ length: Math.floor(draw() * 13) }, () => pick(skills)));
      const content: MatchContent = {
        skills: [...chosen]
          .sort()
          .map((slug) => ({ slug, mean: 3 * draw() - 1.5, sd: 0.25 + 0.6 * draw() })),
        claims: [],
        facts: {
          ...{ country: pick(COUNTRIES), workPlaces: [pick(["on_site", "remote"] as const)] },
          ...{ relocates: draw() < 0.2, availability: pick(["now", "weeks", "months"] as const) },
          languages: [{ language: pick(["en", "zh", "de"]), level: "fluent" }],
          experience: Math.floor(180 * draw()),
        },
        texts: [{ locale: first.locale, text: `${first.text} ${second.text}` }],
      };
      return {
        ...{ userId: randomUUID(), content, coverage: parts[0]?.coverage ?? 1 },
        vector: blend(
          parts.map(({ vector }) => vector),
          draw,
        ),
      };
    });
    await store(people, modelHash);
  }
}

function blend(vectors: Float32Array[], draw: () => number): Float32Array {
  const [first = new Float32Array(), second = first] = vectors;
  const noise = 0.3 / Math.sqrt(first.length);
  const sum = first.map(
    (value, at) => value + (second[at] ?? 0) + noise * (draw() + draw() + draw() - 1.5),
  );
  const length = Math.hypot(...sum);
  return sum.map((value) => value / length);
}

type Drawn = { userId: string; content: MatchContent; coverage: number; vector: Float32Array };

async function store(people: Drawn[], modelHash: string): Promise<void> {
  await db().$transaction([
    db().user.createMany({
      data: people.map(({ userId }) => ({
        ...{ id: userId, email: `${userId}@example.org`, name: userId },
      })),
    }),
    db().candidate.createMany({
      data: people.map(({ userId, content }) => ({
        ...{ userId, discoverability: "verified", ranked: true, country: content.facts.country },
      })),
    }),
    db().matchInput.createMany({
      data: people.map(({ userId, content, coverage, vector }) => ({
        ...{ userId, content, modelHash },
        described: encodeDescribed(
          content.texts.map(({ text }) => describedBy(readText(text, coverage))),
        ),
        ...{ vectors: toBytes([vector]), hash: hashOf(content, modelHash) },
      })),
    }),
  ]);
}
