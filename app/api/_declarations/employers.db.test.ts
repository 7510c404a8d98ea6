import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { z } from "zod";
import type { OrganisationScope, UserActor } from "@/lib/auth/actor";
import { candidateId } from "@/lib/candidates/candidate-id";
import { shortlist } from "@/lib/hiring/shortlist";
import { suspendOrganisation } from "@/lib/organisations/judge-organisation";
import { createOrganisationToken } from "@/lib/organisations/tokens";
import { db } from "@/lib/platform/db";
import { openCandidate } from "@/lib/testing/candidates";
import { signedIn } from "@/lib/testing/fixtures";
import { hiringOrganisation } from "@/lib/testing/matching";
import { seedSkillMap } from "@/lib/testing/skill-map";
import { addMember, type OpenedOrganisation, openOrganisation } from "@/lib/testing/talent";
import { createToken } from "@/lib/tokens/create-token";
import { indexCandidate } from "@/workers/matching/index-candidate";
import { modelsToEmbedWith, referenceOf } from "@/workers/matching/models";
import { rankCandidates } from "@/workers/matching/rank-candidates";
import { serve } from "../_declare/serve";
import { candidacyDetail, candidacyList, rankingDetail } from "../_schemas/hiring";
import { openingDetail, openingList } from "../_schemas/openings";
import * as hiring from "./hiring";
import * as openings from "./openings";

vi.hoisted(() => {
  process.env.PUBLIC_URL = "https://skills.example.org";
});

type Declared = Parameters<typeof serve>[0];
type Sent = { token: string; params: object; body?: unknown; key?: string; query?: string };

/** Calls an operation as a program does: with a bearer token, and nothing else. */
async function call(operation: object, { token, params, body, key, query = "" }: Sent) {
  const declared = operation as Declared;
  const request = new Request(`https://skills.example.org/api/v1${declared.path}${query}`, {
    method: declared.method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(key && { "idempotency-key": key }),
      ...(body !== undefined && { "content-type": "application/json" }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const context = { params: Promise.resolve(params as Record<string, string>) };
  const answer = await serve(declared)(request, context);
  const text = await answer.text();
  return { status: answer.status, text, body: text === "" ? null : JSON.parse(text) };
}

const NAME = "Zwetlana Quorx";
const MARKS = /Quorx|Zwetlana|Academy|@example/;

let works: OpenedOrganisation;
let openingId: string;

const tokenOf = async ({ owner, slug }: OpenedOrganisation, scopes: OrganisationScope[]) =>
  (await createOrganisationToken(owner, slug, { name: "ats", days: 1, scopes })).secret;

const findable = () =>
  openCandidate({
    ...{ name: NAME, country: "DE" },
    texts: [
      {
        ...{ locale: "en", headline: `${NAME} trains models`, summary: `I am ${NAME}.` },
        education: [{ institution: "Academy of Quartz", area: "ML", degree: "MSc" }],
      },
    ],
  });

// Embedding the reference takes a while on a busy machine.
beforeAll(async () => {
  await seedSkillMap();
  for (const model of await modelsToEmbedWith()) await referenceOf(model);
}, 180_000);

beforeEach(async () => {
  works = await openOrganisation();
  const { organisationId } = works;
  const opening = {
    organisationId,
    status: "open",
    titleEn: "Engineer",
    textEn: "Serve.",
  } as const;
  openingId = (await db().opening.create({ data: opening })).id;
});

/** A list keeps the schema that the document announces. */
const fits = <S extends z.ZodType>(schema: S, body: unknown) => schema.parse(body);

describe("openings by a token", () => {
  it("are begun, written as they are read, published and closed, each as often as one likes", async () => {
    const token = await tokenOf(works, ["openings:read", "openings:write"]);
    const { slug } = works;
    const begin = { token, params: { slug }, body: { from: "blank" }, key: "once" };
    const first = await call(openings.createOrganisationOpening, begin);
    const again = await call(openings.createOrganisationOpening, begin);
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
    const other = await call(openings.createOrganisationOpening, {
      ...{ ...begin, body: { from: "text", text: "x".repeat(50) } },
    });
    expect(other).toMatchObject({ status: 409, body: { code: "idempotency_mismatch" } });

    const params = { slug, opening: first.body.id };
    const read = await call(openings.getOrganisationOpening, { token, params });
    const draft = fits(openingDetail, read.body);
    expect(draft.problems.map(({ path }) => path)).toEqual(["title.en", "skills"]);
    const body = {
      ...draft,
      ...{ title: { en: "Engineer", zh: "工程师" }, text: { en: "Serve.", zh: "部署。" } },
      pay: { min: 10, max: 20, currency: "EUR", period: "hour" },
      closesAt: "2099-01-01T00:00:00.000Z",
      skills: [{ skill: "serving-api", level: 60, weight: 2, must: true }],
    };
    expect(await call(openings.saveOrganisationOpening, { token, params, body })).toMatchObject({
      status: 204,
    });
    const kept = fits(
      openingDetail,
      (await call(openings.getOrganisationOpening, { token, params })).body,
    );
    const { title, text, pay, closesAt, skills } = body;
    expect(kept).toMatchObject({ title, text, pay, closesAt, skills, problems: [] });

    for (const act of [openings.publishOrganisationOpening, openings.closeOrganisationOpening]) {
      for (const _ of ["once", "twice"]) {
        expect(await call(act, { token, params, body: {} })).toMatchObject({ status: 204 });
      }
    }
    const list = await call(openings.listOrganisationOpenings, { token, params: { slug } });
    expect(fits(openingList, list.body).items[0]).toMatchObject({ status: "closed" });
    const log = await db().auditEvent.findMany({
      where: {
        subject: `organisation:${works.organisationId}`,
        action: { startsWith: "opening." },
      },
    });
    expect(log.map(({ action, actorId }) => [action, actorId])).toEqual([
      ["opening.published", null],
      ["opening.closed", null],
    ]);
  });

  it("names what is wrong as the API does", async () => {
    const token = await tokenOf(works, ["openings:read", "openings:write"]);
    const params = { slug: works.slug, opening: openingId };
    const { body } = await call(openings.getOrganisationOpening, { token, params });
    const pay = { min: 20, max: 10, currency: "EUR", period: "hour" };
    const { body: problem } = await call(openings.saveOrganisationOpening, {
      ...{ token, params, body: { ...body, pay } },
    });
    expect(problem).toMatchObject({ issues: [{ path: "body.pay.max", code: "pay_order" }] });
  });
});

describe("candidates by a token", () => {
  it("are masked in every payload, find the look in their log, and count as unread", async () => {
    const person = await findable();
    const ref = { organisation: works.slug, opening: openingId };
    await shortlist(works.owner, ref, candidateId(works.organisationId, person.userId));
    const { id } = await db().candidacy.findFirstOrThrow({ where: { openingId } });
    await db().message.create({
      data: { candidacyId: id, fromCandidate: true, text: `Yours, ${NAME}` },
    });
    const token = await tokenOf(works, ["candidates:read"]);
    const params = { slug: works.slug, opening: openingId };
    const listed = await call(hiring.listOpeningCandidates, { token, params });
    const list = fits(candidacyList, listed.body);
    expect(list).toMatchObject({ counts: { shortlisted: 1, hired: 0 }, nextCursor: null });
    const candidate = list.items[0]?.candidate.id ?? "";
    const one = { token, params: { ...params, candidate } };
    const opened = await call(hiring.getOpeningCandidate, one);
    expect(fits(candidacyDetail, opened.body)).toMatchObject({ candidate: { masked: true } });
    for (const { text } of [listed, opened]) expect(text).not.toMatch(MARKS);
    const views = await db().candidateView.findMany({ where: { userId: person.userId } });
    expect(views.map(({ kind, memberId }) => [kind, memberId]).sort()).toEqual([
      ["listed", null],
      ["opened", null],
    ]);
    expect(await db().message.count({ where: { candidacyId: id, readAt: null } })).toBe(1);

    await db().candidate.update({
      where: { userId: person.userId },
      data: { discoverability: "nobody" },
    });
    expect(await call(hiring.getOpeningCandidate, one)).toMatchObject({ status: 404 });
    const after = await call(hiring.listOpeningCandidates, { token, params });
    expect(after.body).toMatchObject({ items: [], counts: { shortlisted: 0 } });
  });

  it("come in pages, by stage and then the newest first", async () => {
    const people = [await findable(), await findable(), await findable()];
    for (const [at, { userId }] of people.entries()) {
      const stage = at === 1 ? ("applied" as const) : ("talking" as const);
      await db().candidacy.create({ data: { openingId, userId, stage } });
    }
    const token = await tokenOf(works, ["candidates:read"]);
    const params = { slug: works.slug, opening: openingId };
    const read = async (query: string) =>
      fits(
        candidacyList,
        (await call(hiring.listOpeningCandidates, { token, params, query })).body,
      );
    const first = await read("?limit=2");
    const rest = await read(`?limit=2&cursor=${first.nextCursor}`);
    expect(rest.nextCursor).toBeNull();
    const ids = [...first.items, ...rest.items].map(({ candidate }) => candidate.id);
    expect(ids).toEqual(
      [1, 2, 0].map((at) => candidateId(works.organisationId, people[at]?.userId ?? "")),
    );
    const talking = await read("?stage=talking");
    expect(talking.items.map(({ stage }) => stage)).toEqual(["talking", "talking"]);
    expect(talking.counts).toMatchObject({ applied: 1, talking: 2 });
  });

  it("are ranked once a key, masked, and find in their log that they were listed", async () => {
    const { organisationId, slug, openingId: opening } = await hiringOrganisation();
    const owner = await addMember(organisationId, "owner");
    const [person, leaving] = [await findable(), await findable()];
    for (const { userId } of [person, leaving]) await indexCandidate(userId);
    const token = await tokenOf({ ...works, owner, slug }, ["candidates:read"]);
    const ask = { token, params: { slug, opening }, body: { country: "DE" }, key: "monday" };
    const { status, body } = await call(hiring.startRanking, ask);
    expect(status).toBe(202);
    expect((await call(hiring.startRanking, ask)).body).toEqual(body);
    expect(await db().ranking.count({ where: { organisationId } })).toBe(1);

    await rankCandidates(body.id);
    const anew = { discoverability: "nobody" as const };
    await db().candidate.update({ where: { userId: leaving.userId }, data: anew });
    const read = { token, params: { slug, ranking: body.id } };
    const ranked = await call(hiring.getRanking, read);
    expect(fits(rankingDetail, ranked.body)).toMatchObject({
      ...{ status: "ranked", opening: { id: opening }, gone: 1 },
      conditions: [{ kind: "country", country: "DE" }],
      items: [{ candidate: { id: candidateId(organisationId, person.userId), masked: true } }],
    });
    expect(ranked.text).not.toMatch(MARKS);
    for (const { userId } of [person, leaving]) expect(ranked.text).not.toContain(userId);
    const views = await db().candidateView.findMany({ where: { organisationId } });
    expect(views.map(({ userId, kind, memberId }) => [userId, kind, memberId])).toEqual([
      [person.userId, "listed", null],
    ]);
  });
});

describe("a token that may not", () => {
  const everything = () => {
    const { slug } = works;
    const params = { slug, opening: openingId };
    const candidate = "0190b5a0-0000-7000-8000-000000000000";
    return [
      [openings.getOrganisationOpening, { params }],
      [openings.createOrganisationOpening, { params: { slug }, body: { from: "blank" } }],
      [openings.publishOrganisationOpening, { params, body: {} }],
      [openings.closeOrganisationOpening, { params, body: {} }],
      [hiring.listOpeningCandidates, { params }],
      [hiring.getOpeningCandidate, { params: { ...params, candidate } }],
      [hiring.startRanking, { params, body: {} }],
      [hiring.getRanking, { params: { slug, ranking: candidate } }],
    ] as const;
  };
  const statuses = async (token: string) => {
    const all = await Promise.all(everything().map(([one, sent]) => call(one, { token, ...sent })));
    return [...new Set(all.map(({ status }) => status))];
  };
  const ALL: OrganisationScope[] = ["openings:read", "openings:write", "candidates:read"];

  it("is another organisation's, to which nothing here exists", async () => {
    expect(await statuses(await tokenOf(await openOrganisation(), ALL))).toEqual([404]);
  });

  it("lacks the scope, or is a person's own", async () => {
    const token = await tokenOf(works, ["openings:read"]);
    const [[, read], ...others] = everything();
    expect(await call(openings.getOrganisationOpening, { token, ...read })).toMatchObject({
      status: 200,
    });
    for (const [one, sent] of others) {
      expect(await call(one, { token, ...sent })).toMatchObject({
        ...{ status: 403, body: { code: "scope_missing" } },
      });
    }
    const own = { name: "own", days: 1, scopes: ["profile:read"] };
    expect(await statuses((await createToken(works.owner, own)).secret)).toEqual([403]);
  });

  it("belongs to an organisation that is suspended, or not verified", async () => {
    const token = await tokenOf(works, ALL);
    const admin: UserActor = await signedIn("admin");
    await suspendOrganisation(admin, works.organisationId, { reason: "Spam." });
    expect(await statuses(token)).toEqual([401]);
    await db().organisation.update({
      where: { id: works.organisationId },
      data: { status: "unverified" },
    });
    for (const one of [hiring.listOpeningCandidates, hiring.startRanking] as const) {
      const params = { slug: works.slug, opening: openingId };
      expect(
        await call(one, { token, params, ...(one.method === "POST" && { body: {} }) }),
      ).toMatchObject({ status: 404 });
    }
    const params = { slug: works.slug, opening: openingId };
    await db().opening.update({ where: { id: openingId }, data: { status: "closed" } });
    expect(
      await call(openings.publishOrganisationOpening, { token, params, body: {} }),
    ).toMatchObject({ status: 403, body: { code: "organisation_unverified" } });
  });
});
