import { detectLanguage } from "@/lib/matching/detect-language";
import { findFacts } from "@/lib/openings/proposal/find-facts";
import { findMeant } from "@/lib/openings/proposal/find-meant";
import { findNamed, type SkillWords } from "@/lib/openings/proposal/find-named";
import type { OpeningProposal } from "@/lib/openings/proposal/proposal";
import { proposalToMake, storeProposal } from "@/lib/openings/proposal/proposal-work";
import { type Sentence, splitSentences } from "@/lib/openings/proposal/split-sentences";
import { log } from "@/lib/platform/log";
import { embedTexts } from "../embedding/shared-embedder";
import type { Task } from "./task";

/** Enough for any description; more would hold up those who wait. */
const MOST_SENTENCES = 120;

/** Reads a pasted description for the skills and facts that it seems to ask for. */
export const proposeSkills: Task<"propose-skills"> = {
  name: "propose-skills",
  async handle({ openingId }) {
    const work = await proposalToMake(openingId);
    if (!work) return;
    const { text, skills } = work;
    const sentences = splitSentences(text).slice(0, MOST_SENTENCES);
    const named = findNamed(sentences, skills);
    const meant = await byMeaning(sentences, skills, new Set(named.map(({ slug }) => slug)));
    const locale: OpeningProposal["locale"] = detectLanguage(text) === "en" ? "en" : "zh";
    await storeProposal(openingId, {
      locale,
      facts: findFacts(text),
      skills: [...named, ...meant],
    });
  },
};

/** What is named stands without a model too: where it cannot be had, that is all. */
async function byMeaning(sentences: Sentence[], skills: SkillWords[], named: Set<string>) {
  try {
    const texts = [
      ...sentences.map(({ text }, at) => ({ id: String(at), text })),
      ...skills.map(({ slug, meaning }) => ({ id: slug, text: meaning })),
    ];
    const vectors = (await embedTexts(texts)).map(({ vector }) => vector);
    const [spoken, known] = [vectors.slice(0, sentences.length), vectors.slice(sentences.length)];
    const embedded = <T>(all: T[], own: Float32Array[]) =>
      all.map((one, at) => ({ ...one, vector: own[at] ?? new Float32Array() }));
    return findMeant(embedded(sentences, spoken), embedded(skills, known), named);
  } catch (error) {
    log.warn({ err: error }, "skills are proposed by name alone: no model for meaning");
    return [];
  }
}
