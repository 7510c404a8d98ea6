import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db";
import { openCandidate } from "@/lib/testing/candidates";
import { signedIn } from "@/lib/testing/fixtures";
import { seedSkillMap } from "@/lib/testing/skill-map";
import { saveDemographics, withdrawDemographics } from "./demographics";
import { findOrganisations } from "./find-organisations";
import { listViews } from "./list-views";
import { placeOrganisation } from "./place-organisation";
import { previewOwn } from "./preview-own";
import { readConsent } from "./read-consent";
import { recordViews } from "./record-views";
import { saveConsent, withdrawConsent } from "./save-consent";
import { showCandidates } from "./show-candidates";

beforeAll(seedSkillMap);

let organisations = 0;
const openVerified = (name: string, status: "verified" | "unverified" = "verified") =>
  db().organisation.create({
    data: { slug: `consent-${organisations++}`, name, domainCode: "x", status },
  });

const TERMS = { discoverability: "verified", blind: true, ranked: true, bands: [], evidence: [] };
const sees = async (organisationId: string, userId: string) =>
  (await showCandidates({ organisationId, openingId: null }, [userId])).get(userId);

describe("consent", () => {
  it("is what makes a person found, and withdrawn he is gone with the next look", async () => {
    const actor = await signedIn();
    const { id } = await openVerified("Found Works");
    expect(await sees(id, actor.userId)).toBeUndefined();
    await saveConsent(actor, TERMS);
    expect(await sees(id, actor.userId)).toMatchObject({ masked: true });
    await withdrawConsent(actor);
    expect(await sees(id, actor.userId)).toBeUndefined();
    const { changes } = await readConsent(actor);
    expect(changes.map(({ consent, value }) => [consent, value])).toEqual(
      expect.arrayContaining([
        ["discoverability", "verified"],
        ["ranked", true],
        ["discoverability", "nobody"],
        ["ranked", false],
      ]),
    );
    expect(changes).toHaveLength(4);
  });

  it("shows a band where it was ticked, and leaves no trace of what did not change", async () => {
    const actor = await signedIn();
    const terms = { ...TERMS, bands: ["transformers", "unheard-of"], evidence: [] };
    await saveConsent(actor, terms);
    await saveConsent(actor, terms);
    const { skills, changes } = await readConsent(actor);
    expect(skills).toMatchObject([{ slug: "transformers", showsBand: true, band: null }]);
    expect(changes.filter(({ consent }) => consent.startsWith("skill:"))).toHaveLength(1);
  });

  it("picks and blocks organisations by id, whatever they are called later", async () => {
    const actor = await openCandidate({ discoverability: "chosen" });
    const [picked, other] = [await openVerified("Picked Works"), await openVerified("Other Works")];
    await placeOrganisation(actor, { organisationId: picked.id, place: "chosen" });
    expect(await sees(picked.id, actor.userId)).toBeDefined();
    expect(await sees(other.id, actor.userId)).toBeUndefined();
    await placeOrganisation(actor, { organisationId: picked.id, place: "blocked" });
    await db().organisation.update({ where: { id: picked.id }, data: { name: "Renamed" } });
    await saveConsent(actor, TERMS);
    expect(await sees(picked.id, actor.userId)).toBeUndefined();
    await placeOrganisation(actor, { organisationId: picked.id, place: "none" });
    expect(await sees(picked.id, actor.userId)).toBeDefined();
  });

  it("does not tell of organisations that are not verified", async () => {
    const actor = await signedIn();
    const hidden = await openVerified("Hidden 100% Works", "unverified");
    const shown = await openVerified("Shown 100% Works");
    expect(await findOrganisations(actor, "100% works")).toMatchObject({
      ...{ found: [{ id: shown.id }], more: false },
    });
    expect((await findOrganisations(actor, " \0 ")).found).toEqual([]);
    const attempt = placeOrganisation(actor, { organisationId: hidden.id, place: "blocked" });
    await expect(attempt).rejects.toMatchObject({ kind: "not_found" });
  });

  it("refuses what it does not know", async () => {
    const attempt = saveConsent(await signedIn(), { ...TERMS, discoverability: "everybody" });
    const issues = [{ path: "discoverability", code: "choice_unknown" }];
    await expect(attempt).rejects.toMatchObject({ issues });
  });
});

describe("the preview", () => {
  it("is what an organisation sees, but for his id there and the name in place of his own", async () => {
    const work = [{ name: "Acme", position: "Engineer at Acme", summary: "By Ada Example" }];
    const actor = await openCandidate({
      ...{ name: "Ada Example", place: "Shanghai", blind: true },
      texts: [{ locale: "en", headline: "Ada Example", work }],
    });
    const { id } = await openVerified("Preview Works");
    const [seen, preview] = [await sees(id, actor.userId), await previewOwn(actor, true)];
    expect({ ...preview, name: "", id: "" }).toEqual({ ...seen, name: "", id: "" });
    expect(JSON.stringify(preview)).not.toMatch(/Ada|Acme|Shanghai/);
    expect(await previewOwn(actor, false)).toMatchObject({ name: "Ada Example", masked: false });
    expect(await previewOwn(await signedIn(), true)).toBeNull();
  });
});

describe("who saw a candidate", () => {
  it("is told to him alone, by day", async () => {
    const [actor, other] = [await openCandidate(), await openCandidate()];
    const { id: organisationId } = await openVerified("Seen Works");
    const viewer = { organisationId, openingId: null, memberId: other.userId };
    await recordViews(db(), viewer, [actor.userId], "opened");
    await recordViews(db(), viewer, [actor.userId], "opened");
    const { days, next } = await listViews(actor, {});
    expect(days).toMatchObject([
      { views: [{ kind: "opened", count: 2, organisation: { name: "Seen Works" } }] },
    ]);
    expect(JSON.stringify(days)).not.toContain(other.userId);
    expect(next).toBeNull();
    expect((await listViews(other, {})).days).toEqual([]);
    await expect(listViews(actor, { cursor: "x" })).rejects.toMatchObject({
      code: "invalid_input",
    });
  });
});

describe("what is told for adverse-impact reports", () => {
  it("is kept with consent, whose log does not repeat it, and forgotten when he says so", async () => {
    const actor = await signedIn();
    await saveDemographics(actor, { sex: "female", ethnicity: "" });
    const { demographics, changes } = await readConsent(actor);
    expect(demographics).toMatchObject({ sex: "female" });
    expect(changes).toMatchObject([{ consent: "demographics", value: true }]);
    expect(JSON.stringify(changes)).not.toContain("female");
    await withdrawDemographics(actor);
    expect((await readConsent(actor)).demographics).toBeNull();
    const attempt = saveDemographics(actor, { sex: "x", ethnicity: "" });
    await expect(attempt).rejects.toMatchObject({ code: "invalid_input" });
  });
});
