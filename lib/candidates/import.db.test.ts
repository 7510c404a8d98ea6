import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db";
import { smallDocx, smallPdf } from "@/lib/testing/documents";
import { signedIn } from "@/lib/testing/fixtures";
import { seedSkillMap } from "@/lib/testing/skill-map";
import { readResumeTask } from "@/workers/tasks/read-resume";
import { exportResume } from "./export-resume";
import { importResume } from "./import-resume";
import { listImports, readImport } from "./read-import";
import { readOwnCandidate } from "./read-own-candidate";
import { settleImport } from "./settle-import";

beforeAll(seedSkillMap);

const LINES = [
  ...["Ada Example", "Engineer of models", "Work experience"],
  ...["Engineer, Example Works  Mar 2021 - Present", "Trained LSTM models"],
];
const read = (importId: string) => readResumeTask.handle({ importId }, null as never);
const json = (value: unknown) => Buffer.from(JSON.stringify(value));

describe("a résumé that is imported", () => {
  it.each([
    ["PDF", async () => smallPdf(LINES)],
    ["Word document", () => smallDocx(LINES)],
  ])("is read from a %s, and taken as far as its owner ticks", async (_, file) => {
    const actor = await signedIn();
    const { id } = await importResume(actor, { locale: "en" }, await file());
    expect(await readImport(actor, id)).toMatchObject({ status: "waiting", proposal: null });
    await read(id);
    const { proposal, status } = await readImport(actor, id);
    expect(status).toBe("proposed");
    expect(proposal).toMatchObject({ text: { headline: "Engineer of models" }, skills: ["rnn"] });
    expect(await db().candidateImport.findUnique({ where: { id } })).toMatchObject({ file: null });
    await settleImport(actor, id, ["work.0", "skill.rnn"]);
    const { fields } = await readOwnCandidate(actor);
    expect(fields.texts.en).toMatchObject({ headline: "", work: [{ name: "Example Works" }] });
    expect(fields.claims).toEqual([{ skill: "rnn", level: "working" }]);
    const again = settleImport(actor, id, []);
    await expect(again).rejects.toMatchObject({ code: "import_settled" });
    await read(id);
    expect((await readImport(actor, id)).status).toBe("settled");
  });

  it("comes back from its own export as JSON Resume", async () => {
    const actor = await signedIn();
    const work = [
      { name: "Works", position: "Engineer", startDate: "2020-01-05", highlights: ["x"] },
    ];
    const languages = [{ language: "Chinese", fluency: "Native speaker" }];
    const resume = { basics: { label: "Hello" }, work, languages, skills: [{ name: "LSTM" }] };
    const { id } = await importResume(actor, { locale: "zh" }, json(resume));
    await settleImport(actor, id, ["headline", "work.0", "language.0", "skill.rnn"]);
    const out = await exportResume(actor, "zh");
    expect(out).toMatchObject({
      basics: { label: "Hello" },
      work: [{ name: "Works", position: "Engineer", startDate: "2020-01", highlights: ["x"] }],
    });
    const other = await signedIn();
    const copy = await importResume(other, { locale: "zh" }, json(out));
    const { proposal } = await readImport(other, copy.id);
    expect(proposal).toMatchObject({
      ...{ text: { headline: "Hello", work: [{ name: "Works", start: "2020-01" }] } },
      ...{ languages: [{ language: "zh", level: "native" }], skills: ["rnn"] },
    });
    expect((await exportResume(other, "zh")).work).toEqual([]);
  });

  it("is nobody else's to see or to settle", async () => {
    const [owner, other] = [await signedIn(), await signedIn()];
    const { id } = await importResume(owner, { locale: "en" }, json({ basics: {} }));
    const hidden = { kind: "not_found" };
    await expect(readImport(other, id)).rejects.toMatchObject(hidden);
    await expect(settleImport(other, id, ["headline"])).rejects.toMatchObject(hidden);
    expect(await listImports(other)).toEqual([]);
  });

  it.each([
    ["nothing", Buffer.from(""), "file_missing"],
    ["another kind", Buffer.from("GIF89a"), "file_kind"],
    ["too much", Buffer.alloc(5 * 2 ** 20 + 1, "%PDF-"), "file_big"],
  ])("is refused where it is %s", async (_, file, code) => {
    const attempt = importResume(await signedIn(), { locale: "en" }, file);
    await expect(attempt).rejects.toMatchObject({ issues: [{ path: "file", code }] });
  });

  it.each([
    ["no résumé", json({ name: "x" }), "not_resume"],
    ["broken JSON", Buffer.from("{"), "not_resume"],
    ["a broken PDF", Buffer.from("%PDF-1.7 x"), "broken"],
  ])("says what is wrong with %s, and keeps no file", async (_, file, error) => {
    const actor = await signedIn();
    const { id } = await importResume(actor, { locale: "en" }, file);
    await read(id);
    expect(await readImport(actor, id)).toMatchObject({ status: "failed", error });
    expect(await db().candidateImport.findUnique({ where: { id } })).toMatchObject({ file: null });
  });
});
