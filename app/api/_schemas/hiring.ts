import { z } from "zod";
import { AVAILABILITIES, LANGUAGE_LEVELS, WORK_PLACES } from "@/lib/candidates/choices";
import { STAGES } from "@/lib/hiring/stages";
import { conditionCosts, rankedResult } from "@/lib/matching/rankings/ranking-record";
import { condition } from "@/lib/matching/score/match-request";
import { isoTime, localizedText, pageOf, slug } from "./common";
import { openingParams } from "./openings";

/** An id of the organisation's own, which has no version of the standard in it. */
const candidateId = z.guid();
export const candidateParams = openingParams.extend({ candidate: candidateId });
export const rankingParams = z.object({ slug, ranking: z.uuid() });

const period = { start: z.string().describe("YYYY, YYYY-MM or empty"), end: z.string() };

const resume = z.object({
  headline: z.string(),
  summary: z.string(),
  work: z.array(
    z.object({
      ...{ name: z.string(), position: z.string(), summary: z.string(), ...period },
      highlights: z.array(z.string()),
    }),
  ),
  education: z.array(
    z.object({ institution: z.string(), area: z.string(), degree: z.string(), ...period }),
  ),
  projects: z.array(
    z.object({ name: z.string(), url: z.string(), summary: z.string(), ...period }),
  ),
});

const level = z.number().min(0).max(100);

const candidate = z.object({
  id: candidateId,
  masked: z.boolean().describe("Without name, contact, schools and employers; years alone"),
  name: z.string().describe("While masked, what your organisation calls him"),
  email: z.string().nullable(),
  links: z.array(z.object({ label: z.string(), url: z.string() })),
  texts: z.object({ en: resume.optional(), zh: resume.optional() }),
  languages: z.array(z.object({ language: z.string(), level: z.enum(LANGUAGE_LEVELS) })),
  place: z.string(),
  country: z.string(),
  workPlaces: z.array(z.enum(WORK_PLACES)),
  relocates: z.boolean(),
  availability: z.enum(AVAILABILITIES),
  skills: z.array(
    z.object({
      slug: z.string(),
      title: localizedText,
      band: z
        .object({ level, low: level, high: level })
        .nullable()
        .describe("Measured; null where nothing is, or it is not shown"),
      claimedLevel: level.nullable().describe("His own word"),
      evidence: z.array(
        z.object({
          ...{ challenge: z.string(), title: localizedText, score: z.number(), at: isoTime },
        }),
      ),
    }),
  ),
  lastActive: z.enum(["week", "month", "quarter", "longer"]),
});

const stage = z.enum(STAGES);
const invitationState = z.enum(["sent", "accepted", "declined", "withdrawn", "expired"]);

export const candidacyQuery = z.object({
  stage: stage.optional(),
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});

export const candidacyList = pageOf(
  z.object({
    stage,
    since: isoTime,
    invitation: invitationState.nullable(),
    unread: z.int().describe("His messages that no member has read"),
    candidate,
  }),
).extend({ counts: z.record(stage, z.int()).describe("How many stand in each stage") });

const number = z.int().describe("In this list: what names it elsewhere is not told");

const proofs = z.object({
  credentials: z.array(
    z.object({ id: number, title: localizedText, issuedAt: isoTime, valid: z.boolean() }),
  ),
  submissions: z.array(
    z.object({
      ...{ id: number, score: z.number().nullable(), verdict: z.string().nullable() },
      ...{ at: isoTime, challenge: z.string(), title: localizedText },
    }),
  ),
});

const named = z.string().nullable();

export const candidacyDetail = z.object({
  candidate,
  stage,
  talks: z.boolean().describe("Both sides may write"),
  application: z.object({ text: z.string(), at: isoTime, proofs: proofs.nullable() }).nullable(),
  invitation: z
    .object({
      ...{ state: invitationState, text: z.string(), sentAt: isoTime, expiresAt: isoTime },
      ...{ answeredAt: isoTime.nullable(), answer: z.string(), sentBy: named },
    })
    .nullable(),
  events: z
    .array(
      z.object({
        byCandidate: z.boolean(),
        ...{ id: z.uuid(), kind: z.enum(["stage", "note", "decision", "unmasked"]), at: isoTime },
        ...{ stage: stage.nullable(), text: z.string(), member: named },
      }),
    )
    .describe("Oldest first"),
  messages: z
    .array(
      z.object({
        ...{ id: z.uuid(), fromCandidate: z.boolean(), text: z.string(), at: isoTime },
        ...{ readAt: isoTime.nullable(), sender: named },
      }),
    )
    .describe("The newest, oldest first"),
});

export const startRankingBody = z
  .object({
    country: z.string().length(2).optional(),
    workPlaces: z.array(z.enum(WORK_PLACES)).max(3).optional(),
    language: z.string().max(3).optional().describe("BCP 47 primary tag"),
    languageLevel: z.enum(LANGUAGE_LEVELS).optional().describe("Default: working"),
    availability: z.enum(AVAILABILITIES).optional().describe("At the latest"),
    experience: z.number().min(0).max(15).optional().describe("Years, at least"),
    skills: z.array(z.string().max(64)).max(10).optional().describe("Proven ones, by slug"),
    skillLevel: z.int().min(1).max(99).optional().describe("Of each of them, at least"),
  })
  .describe("Conditions beside the opening's own; each narrows who is ranked");

const { weights, skills, meaning, wishes } = rankedResult.shape;

export const rankingDetail = z.object({
  id: z.uuid(),
  status: z.enum(["waiting", "ranked", "failed"]).describe("Ask again while it is waiting"),
  opening: z.object({ id: z.uuid(), title: localizedText }).nullable(),
  conditions: z.array(condition),
  costs: conditionCosts.nullable().describe("How many each condition took out, rounded"),
  gone: z.int().describe("Ranked then, and not to be seen any more"),
  createdAt: isoTime,
  rankedAt: isoTime.nullable(),
  items: z
    .array(
      z.object({
        rank: z.int(),
        ...{ score: z.number().describe("0 to 1"), low: z.number(), high: z.number() },
        ...{ weights, skills, meaning, wishes, candidate },
      }),
    )
    .describe("Best first"),
});
