import { complain, employers, openings, talk } from "./hiring";
import { beFound, person, showPublicly } from "./people";
import { markedPiece, revokedCredential } from "./work";

/** Fills every text that others see, by the product's own operations; answers where it is seen. */
export async function plant(now = Date.now()) {
  const email = (who: string) => `hostile-${who}-${now}@example.org`;
  const owner = await person(email("owner"));
  const colleague = await person(email("colleague"));
  const admin = await person(email("admin"), "admin");
  const applicant = await person(email("applicant"));
  const blind = await person(email("blind"));
  const handle = `hostile-${now}`;
  await showPublicly(applicant, handle);
  await beFound(applicant, false);
  await beFound(blind, true);
  const { own, suspended } = await employers(owner, colleague, admin);
  const { ref, draft } = await openings(colleague, own.slug);
  const talked = await talk(colleague, ref, { applicant, blind });
  await complain(blind, admin, own.id, ref);
  const marking = { peer: colleague, staff: admin };
  return {
    ...{ organisation: own.slug, suspended: suspended.slug, opening: ref.opening, draft, handle },
    ...talked,
    emails: Object.fromEntries(
      Object.entries({ owner, admin, applicant, blind }).map(([who, one]) => [who, one.email]),
    ),
    userIds: [applicant, blind].map(({ actor }) => actor.userId),
    open: await markedPiece(applicant, { ...marking, answered: false }),
    answered: await markedPiece(blind, { ...marking, answered: true }),
    credential: await revokedCredential(applicant, { admin, answered: false }),
    answeredCredential: await revokedCredential(blind, { admin, answered: true }),
  };
}
export type Planted = Awaited<ReturnType<typeof plant>>;
