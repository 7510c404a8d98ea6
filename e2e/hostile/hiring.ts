import { apply } from "@/lib/applications/apply";
import { candidateId } from "@/lib/candidates/candidate-id";
import { addNote } from "@/lib/hiring/add-note";
import { answerInvitation } from "@/lib/hiring/answer-invitation";
import { invite } from "@/lib/hiring/invite";
import { messageCandidate } from "@/lib/hiring/message-candidate";
import { messageOrganisation } from "@/lib/hiring/message-organisation";
import { shortlist } from "@/lib/hiring/shortlist";
import { unmask } from "@/lib/hiring/unmask";
import { createOpening } from "@/lib/openings/create-opening";
import { DEFAULT_WEIGHTS } from "@/lib/openings/match-weights";
import { publishOpening } from "@/lib/openings/publish-opening";
import { saveOpening } from "@/lib/openings/save-opening";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { decideReport } from "@/lib/organisations/decide-report";
import { inviteMember } from "@/lib/organisations/invite-member";
import { joinOrganisation } from "@/lib/organisations/join-organisation";
import { suspendOrganisation, verifyByAdmin } from "@/lib/organisations/judge-organisation";
import { reportAbuse } from "@/lib/organisations/report-abuse";
import { createOrganisationToken } from "@/lib/organisations/tokens";
import { db } from "@/lib/platform/db";
import { mailedSecret } from "@/lib/testing/accounts";
import { address, long, short } from "./payloads";
import type { Person } from "./people";

async function found({ actor }: Person) {
  const name = short("Organisation.name");
  const website = address("Organisation.website");
  const about = long("Organisation.about");
  const { slug } = await createOrganisation(actor, { name, website, about });
  return db().organisation.findUniqueOrThrow({ where: { slug } });
}

/** A verified organisation with a colleague and a token, and one that an admin suspended. */
export async function employers(owner: Person, colleague: Person, admin: Person) {
  const [own, suspended] = [await found(owner), await found(owner)];
  await verifyByAdmin(admin.actor, own.id, { note: "Its register." });
  const reason = long("Organisation.suspendedWhy");
  await suspendOrganisation(admin.actor, suspended.id, { reason });
  const invitation = { email: colleague.email, role: "recruiter", locale: "en" };
  await inviteMember(owner.actor, own.slug, invitation);
  await joinOrganisation(colleague.actor, await mailedSecret(colleague.email));
  const name = short("OrganisationToken.name");
  await createOrganisationToken(owner.actor, own.slug, {
    ...{ name, scopes: ["openings:read"], days: 1 },
  });
  return { own, suspended };
}

/** An opening that is public, and a draft from a pasted description that waits to be settled. */
export async function openings({ actor }: Person, organisation: string) {
  const id = await createOpening(actor, organisation, { from: "blank" });
  const ref = { organisation, opening: id };
  await saveOpening(actor, ref, {
    ...{ titleEn: long("Opening.titleEn"), titleZh: long("Opening.titleZh") },
    textEn: `${long("Opening.textEn")} We look for somebody young.`,
    ...{ textZh: long("Opening.textZh"), place: long("Opening.place"), country: "DE" },
    ...{ workPlaces: ["hybrid"], languages: [], knockOuts: [], experience: 0, closesAt: null },
    ...{ payMin: null, payMax: null, payCurrency: "", payPeriod: "", weights: DEFAULT_WEIGHTS },
    ...{ blind: false, public: true },
    skills: [{ slug: "neural-networks", level: 50, weight: 1, must: false }],
  });
  await publishOpening(actor, ref, { reason: long("AuditEvent.data") });
  const title = short("OpeningProposal.proposal");
  const draft = await createOpening(actor, organisation, {
    ...{ from: "text", text: `Title: ${title}\n\n${long("OpeningProposal.text")}` },
  });
  return { ref, draft };
}

type Ref = Awaited<ReturnType<typeof openings>>["ref"];

/** What both sides write to and about each other. */
export async function talk(
  recruiter: Person,
  ref: Ref,
  { applicant, blind }: { applicant: Person; blind: Person },
) {
  const { actor } = recruiter;
  const { organisationId } = await db().opening.findUniqueOrThrow({ where: { id: ref.opening } });
  const beside = ({ actor: { userId } }: Person) => ({
    ...{ ...ref, candidate: candidateId(organisationId, userId) },
  });
  await apply(applicant.actor, ref.opening, { text: long("Application.text") });
  const there = beside(applicant);
  await addNote(actor, there, { text: long("CandidacyEvent.text") });
  await invite(actor, there, { text: long("OpeningInvitation.text") });
  const { id } = await db().candidacy.findFirstOrThrow({
    where: { openingId: ref.opening, userId: applicant.actor.userId },
  });
  const answer = long("OpeningInvitation.answer");
  await answerInvitation(applicant.actor, id, { accept: false, text: answer });
  await messageCandidate(actor, there, { text: long("Message.text") });
  await messageOrganisation(applicant.actor, id, { text: long("Message.text") });
  const masked = beside(blind);
  await shortlist(actor, ref, masked.candidate);
  await unmask(actor, masked, { reason: long("CandidateView.reason") });
  return { conversation: id, candidate: there.candidate };
}

/** Two complaints, one of which is answered. */
export async function complain(by: Person, admin: Person, organisationId: string, ref: Ref) {
  const about = { organisationId, reason: "other", text: long("AbuseReport.text") };
  const { id } = await reportAbuse(by.actor, about);
  const answer = long("AbuseReport.answer");
  await decideReport(admin.actor, id, { outcome: "uphold", answer });
  await reportAbuse(by.actor, { ...about, openingId: ref.opening });
}
