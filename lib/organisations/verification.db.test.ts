import { createSocket, type Socket } from "node:dgram";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db";
import { FetchError } from "@/lib/platform/guarded-fetch";
import { signedIn } from "@/lib/testing/fixtures";
import { type OpenedOrganisation, openOrganisation } from "@/lib/testing/talent";
import { appointOwner } from "./appoint-owner";
import type { Internet } from "./find-proof";
import { restoreOrganisation, suspendOrganisation, verifyByAdmin } from "./judge-organisation";
import { listOrganisations } from "./list-organisations";
import { readOrganisation } from "./read-organisation";
import { updateSettings } from "./update-settings";
import { readDomainProof, verifyDomain } from "./verify-domain";

/** Text records by domain, as a name server on this machine tells them. */
const records = new Map<string, string>();
const files = new Map<string, string>();
let server: Socket;
let internet: Internet;
let works: OpenedOrganisation;
let domains = 0;

/** Answers any question with the text record of its name (RFC 1035, section 4.1). */
function answer(question: Buffer): Buffer {
  const labels: string[] = [];
  let at = 12;
  for (let length = question.readUInt8(at); length > 0; length = question.readUInt8(at)) {
    labels.push(question.toString("latin1", at + 1, at + 1 + length));
    at += length + 1;
  }
  const text = records.get(labels.join("."));
  const head = Buffer.from(question.subarray(0, at + 5));
  head.writeUInt16BE(text ? 0x8180 : 0x8183, 2);
  head.writeUInt16BE(text ? 1 : 0, 6);
  head.writeUInt32BE(0, 8);
  if (!text) return head;
  const said = Buffer.concat([Buffer.from([text.length]), Buffer.from(text)]);
  const record = Buffer.alloc(12);
  record.writeUInt16BE(0xc00c, 0);
  record.writeUInt16BE(16, 2);
  record.writeUInt16BE(1, 4);
  record.writeUInt16BE(said.length, 10);
  return Buffer.concat([head, record, said]);
}

beforeAll(async () => {
  server = createSocket("udp4");
  server.on("message", (question, { port, address }) =>
    server.send(answer(question), port, address),
  );
  await new Promise<void>((resolve) => server.bind(0, "127.0.0.1", resolve));
  internet = {
    nameServers: [`127.0.0.1:${server.address().port}`],
    fetch: async (address) => {
      const text = files.get(address);
      if (text === undefined) throw new FetchError("bad_status");
      return { bytes: Buffer.from(text), contentType: "text/plain" };
    },
  };
});

afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

beforeEach(async () => {
  works = await openOrganisation({ verified: false, role: "recruiter" });
});

const newDomain = () => {
  domains += 1;
  return `works${domains}.example`;
};
const absent = { code: "organisation_not_found" };

describe("verifying by a domain", () => {
  it("takes a text record there", async () => {
    const domain = newDomain();
    records.set(domain, await readDomainProof(works.owner, works.slug));
    await verifyDomain(works.owner, works.slug, { domain: domain.toUpperCase() }, internet);
    expect(await readOrganisation(works.owner, works.slug)).toMatchObject({
      ...{ status: "verified", verifiedBy: "domain", domain },
    });
  });

  it("takes a line of a file there", async () => {
    const domain = newDomain();
    const proof = await readDomainProof(works.owner, works.slug);
    files.set(`https://${domain}/.well-known/touchstone.txt`, `# ours\r\n${proof}\r\n`);
    await verifyDomain(works.owner, works.slug, { domain }, internet);
    expect(await readOrganisation(works.owner, works.slug)).toMatchObject({ status: "verified" });
  });

  it("does not take another organisation's code, or none", async () => {
    const domain = newDomain();
    const other = await openOrganisation();
    const unproven = { issues: [{ path: "domain", code: "domain_unproven" }] };
    for (const proof of [null, await readDomainProof(other.owner, other.slug)]) {
      if (proof) records.set(domain, proof);
      const attempt = verifyDomain(works.owner, works.slug, { domain }, internet);
      await expect(attempt).rejects.toMatchObject(unproven);
    }
  });

  it("gives a domain to one organisation alone", async () => {
    const domain = newDomain();
    const other = await openOrganisation();
    await db().organisation.update({ where: { id: other.organisationId }, data: { domain } });
    records.set(domain, await readDomainProof(works.owner, works.slug));
    const attempt = verifyDomain(works.owner, works.slug, { domain }, internet);
    await expect(attempt).rejects.toMatchObject({ issues: [{ code: "domain_taken" }] });
    expect(await readOrganisation(works.owner, works.slug)).toMatchObject({ status: "unverified" });
  });

  it("is the owner's, and nothing while suspended", async () => {
    const domain = newDomain();
    const { owner } = await openOrganisation();
    for (const actor of [works.member, owner, await signedIn()]) {
      const attempt = verifyDomain(actor, works.slug, { domain }, internet);
      await expect(attempt).rejects.toMatchObject(absent);
      await expect(readDomainProof(actor, works.slug)).rejects.toMatchObject(absent);
    }
    const admin = await signedIn("admin");
    await suspendOrganisation(admin, works.organisationId, { reason: "Asked for money." });
    records.set(domain, await readDomainProof(works.owner, works.slug));
    const attempt = verifyDomain(works.owner, works.slug, { domain }, internet);
    await expect(attempt).rejects.toMatchObject({ code: "organisation_suspended" });
  });
});

describe("an admin", () => {
  it("verifies with a note, suspends with a reason and takes that back", async () => {
    const admin = await signedIn("admin");
    const { organisationId: id, owner, slug } = works;
    await expect(verifyByAdmin(admin, id, { note: " " })).rejects.toMatchObject({
      issues: [{ path: "note", code: "note_missing" }],
    });
    await verifyByAdmin(admin, id, { note: "Register entry seen." });
    expect(await readOrganisation(owner, slug)).toMatchObject({ verifiedBy: "admin" });
    const again = verifyByAdmin(admin, id, { note: "Once more." });
    await expect(again).rejects.toMatchObject({ code: "organisation_changed" });
    await suspendOrganisation(admin, id, { reason: "Asked for money." });
    expect(await readOrganisation(owner, slug)).toMatchObject({
      ...{ status: "suspended", suspendedWhy: "Asked for money." },
    });
    await restoreOrganisation(admin, id);
    expect(await readOrganisation(owner, slug)).toMatchObject({ status: "verified" });
    const actions = await db().auditEvent.findMany({
      where: { subject: `organisation:${id}` },
      orderBy: { id: "asc" },
    });
    expect(actions.map(({ action }) => action.split(".")[1])).toEqual([
      ...["verified", "suspended", "restored"],
    ]);
    const { email } = await db().user.findUniqueOrThrow({ where: { id: owner.userId } });
    expect(await db().mailMessage.count({ where: { recipient: email } })).toBe(3);
  });

  it("finds organisations by name; nobody else has the list, or judges", async () => {
    const { organisationId: id, owner, slug } = works;
    const { organisations } = await listOrganisations(await signedIn("admin"), { search: slug });
    expect(organisations).toMatchObject([{ id, members: 2, openings: 0 }]);
    for (const actor of [owner, await signedIn("author")]) {
      const missing = { kind: "not_found" };
      await expect(listOrganisations(actor, {})).rejects.toMatchObject(missing);
      await expect(verifyByAdmin(actor, id, { note: "n" })).rejects.toMatchObject(missing);
      await expect(suspendOrganisation(actor, id, { reason: "r" })).rejects.toMatchObject(missing);
      await expect(restoreOrganisation(actor, id)).rejects.toMatchObject(missing);
      await expect(appointOwner(actor, id, {})).rejects.toMatchObject(missing);
    }
  });

  it("appoints an owner where there is none, before a suspension is taken back", async () => {
    const admin = await signedIn("admin");
    const { organisationId: id, member, slug } = works;
    const { email } = await db().user.update({
      where: { id: member.userId },
      data: { emailVerifiedAt: new Date() },
    });
    await expect(appointOwner(admin, id, { email })).rejects.toMatchObject({
      issues: [{ code: "owner_present" }],
    });
    await suspendOrganisation(admin, id, { reason: "Nobody answers." });
    await db().member.deleteMany({ where: { organisationId: id, role: "owner" } });
    await expect(restoreOrganisation(admin, id)).rejects.toMatchObject({ code: "owner_missing" });
    await appointOwner(admin, id, { email });
    await restoreOrganisation(admin, id);
    expect(await readOrganisation(member, slug)).toMatchObject({ role: "owner" });
  });
});

describe("settings", () => {
  const kept = { name: "Works", website: "", about: "", blind: false, requiresTotp: false };

  it("are changed by owners alone", async () => {
    const { owner } = await openOrganisation();
    for (const actor of [works.member, owner, await signedIn()]) {
      await expect(updateSettings(actor, works.slug, kept)).rejects.toMatchObject(absent);
    }
    await updateSettings(works.owner, works.slug, { ...kept, about: "We\r\nbuild.", blind: true });
    expect(await readOrganisation(works.owner, works.slug)).toMatchObject({
      ...{ about: "We\nbuild.", blind: true },
    });
  });

  it("do not let an owner lock himself out", async () => {
    const attempt = updateSettings(works.owner, works.slug, { ...kept, requiresTotp: true });
    await expect(attempt).rejects.toMatchObject({ issues: [{ code: "totp_first" }] });
  });

  it("with a new name end an admin's verification, not a domain's", async () => {
    const { organisationId: id, owner, slug } = works;
    await verifyByAdmin(await signedIn("admin"), id, { note: "Seen." });
    await updateSettings(owner, slug, { ...kept, name: "A Famous Company" });
    expect(await readOrganisation(owner, slug)).toMatchObject({ status: "unverified" });
    const domain = newDomain();
    records.set(domain, await readDomainProof(owner, slug));
    await verifyDomain(owner, slug, { domain }, internet);
    await updateSettings(owner, slug, { ...kept, name: "Another Name" });
    expect(await readOrganisation(owner, slug)).toMatchObject({ status: "verified", domain });
  });
});
