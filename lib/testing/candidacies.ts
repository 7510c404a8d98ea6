import type { UserActor } from "@/lib/auth/actor";
import { candidateId } from "@/lib/candidates/candidate-id";
import type { CandidacyRef } from "@/lib/hiring/candidacy-where";
import { invite } from "@/lib/hiring/invite";
import { shortlist } from "@/lib/hiring/shortlist";
import { db } from "@/lib/platform/db";
import { openCandidate } from "./candidates";
import { type Employer, openOpening } from "./openings";

export const NAME = "Zwetlana Quorx";
export const SCHOOL = "Academy of Quartz";

/** What is not for an actor does not exist. */
export const NOWHERE = { kind: "not_found" };

type Given = Parameters<typeof openCandidate>[0];
type Opening = Awaited<ReturnType<typeof openOpening>>;

/** A findable candidate whose texts name him and his school. */
export const namedCandidate = (given: Given = {}) =>
  openCandidate({
    name: NAME,
    texts: [
      {
        ...{ locale: "en", headline: `${NAME} trains models`, summary: `I am ${NAME}.` },
        education: [{ institution: SCHOOL, area: "ML", degree: "MSc" }],
      },
    ],
    ...given,
  });

/** The candidate beside the opening, as its organisation's addresses name him. */
export const besideOpening = (
  { ref, organisationId }: Opening,
  { userId }: Pick<UserActor, "userId">,
): CandidacyRef => ({ ...ref, candidate: candidateId(organisationId, userId) });

/** A candidate on the shortlist of an opening. */
export async function shortlisted(by: Employer, given: Given = {}) {
  const opening = await openOpening(by);
  const candidate = await namedCandidate(given);
  const ref = besideOpening(opening, candidate);
  await shortlist(by.owner, opening.ref, ref.candidate);
  const { id } = await db().candidacy.findFirstOrThrow({ where: { openingId: opening.id } });
  return { opening, candidate, ref, id };
}

/** The same, invited. */
export async function invited(by: Employer) {
  const all = await shortlisted(by);
  await invite(by.owner, all.ref, { text: "Shall we talk?" });
  return all;
}

/** Letters to a person, oldest first. */
export const lettersTo = ({ userId }: UserActor) =>
  db().mailMessage.findMany({ where: { userId }, orderBy: { id: "asc" } });
