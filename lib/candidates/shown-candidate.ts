import type { Localized } from "@/lib/content/schemas";
import { DAY_MS } from "@/lib/platform/durations";
import type { Prisma } from "@/lib/platform/prisma/client";
import type { Availability, WorkPlace } from "@/lib/platform/prisma/enums";
import { shownBand } from "@/lib/skills/shown-estimate";
import { candidateId } from "./candidate-id";
import { pseudonym } from "./pseudonym";
import { institutionsOf, redactResume } from "./redact";
import {
  type ResumeParts,
  resumeParts,
  type SpokenLanguages,
  spokenLanguages,
} from "./resume-parts";
import type { ShownEvidence } from "./shown-evidence";

export type ShownSkillOfCandidate = {
  slug: string;
  title: Localized;
  /** Measured, on 0 to 100; null where nothing is measured or it is not shown. */
  band: { level: number; low: number; high: number } | null;
  /** His own word. */
  claimedLevel: number | null;
  /** Strongest first; empty where it is not shown. */
  evidence: { challenge: string; title: Localized; score: number; at: Date }[];
};

/** How long ago he was last here, coarse on purpose. */
export type LastActive = "week" | "month" | "quarter" | "longer";

/** What an organisation sees of a candidate, and nothing more of him leaves the server. */
export type ShownCandidate = {
  /** The organisation's own id of him, which no other one knows. */
  id: string;
  /** Without name and contact, with redacted texts and years alone. */
  masked: boolean;
  /** His name, or what he is called while masked. */
  name: string;
  /** Null while masked. */
  email: string | null;
  links: { label: string; url: string }[];
  texts: Partial<Record<"en" | "zh", ResumeParts>>;
  languages: SpokenLanguages;
  /** Empty while masked; the country stays. */
  place: string;
  country: string;
  workPlaces: WorkPlace[];
  relocates: boolean;
  availability: Availability;
  skills: ShownSkillOfCandidate[];
  lastActive: LastActive;
};

function lastActive(at: Date | null, now: Date): LastActive {
  const days = at ? (now.getTime() - at.getTime()) / DAY_MS : Number.POSITIVE_INFINITY;
  if (days < 7) return "week";
  if (days < 30) return "month";
  return days < 90 ? "quarter" : "longer";
}

/** What of a candidate's row the showing reads. */
export const CANDIDATE_PARTS = {
  ...{ texts: true, skills: true },
  user: { select: { name: true, email: true, lastSeenAt: true, skillEstimates: true } },
} as const;

type Row = Prisma.CandidateGetPayload<{ include: typeof CANDIDATE_PARTS }>;

type Showing = {
  /** Decides his id, and what he is called while masked. */
  organisationId: string;
  masked: boolean;
  evidence: Map<string, ShownEvidence[]>;
  title: (slug: string) => Localized;
  now: Date;
};

/** A candidate's row as it is shown, masked or not. Pure. */
export function shownCandidate(row: Row, showing: Showing): ShownCandidate {
  const { organisationId, masked, evidence, title, now } = showing;
  const bands = new Map(row.user.skillEstimates.map((each) => [each.skillSlug, each]));
  return {
    ...{ id: candidateId(organisationId, row.userId), masked, texts: textsOf(row, masked) },
    name: masked ? pseudonym(organisationId, row.userId) : row.user.name,
    email: masked ? null : row.user.email,
    links: masked ? [] : (row.links as ShownCandidate["links"]),
    languages: spokenLanguages.parse(row.languages),
    ...{ place: masked ? "" : row.place, country: row.country },
    ...{ workPlaces: row.workPlaces, relocates: row.relocates },
    ...{ availability: row.availability, lastActive: lastActive(row.user.lastSeenAt, now) },
    skills: row.skills
      .map(({ skillSlug, showsBand, claimedLevel }) => {
        const estimate = showsBand ? bands.get(skillSlug) : undefined;
        return {
          ...{ slug: skillSlug, title: title(skillSlug), claimedLevel },
          band: estimate ? shownBand(estimate) : null,
          evidence: evidence.get(`${row.userId} ${skillSlug}`) ?? [],
        };
      })
      .filter(({ band, claimedLevel }) => band !== null || claimedLevel !== null),
  };
}

function textsOf({ user, texts }: Row, masked: boolean): ShownCandidate["texts"] {
  const parts = texts.map((text) => ({ locale: text.locale, parts: resumeParts.parse(text) }));
  // A school named in one language is known in the other.
  const whole = parts.flatMap((text) => institutionsOf(text.parts));
  return Object.fromEntries(
    parts.map(({ locale, parts: own }) => [
      locale,
      masked ? redactResume(own, { names: [user.name], whole }) : own,
    ]),
  );
}
