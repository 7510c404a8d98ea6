import { describe, expect, it } from "vitest";
import { modelManifest } from "@/lib/content/challenge-manifest";
import { storedBytes } from "@/lib/content/stored-file";
import { type HandedIn, runPublishGate } from "./publish-gate";

const BYTES = Buffer.from([0x08, 0xff, 0x00]);
const SKILLS = new Set(["linear-algebra"]);

const known = (folder: string, count: number, name = "onnx") =>
  Array.from({ length: count }, (_, n) => [`submissions/${folder}/m${n}.${name}`, BYTES] as const);

function content(changes: Record<string, Buffer> = {}) {
  const manifest = modelManifest.parse({
    slug: "race",
    version: 1,
    kind: "model",
    runtime: "python-numpy",
    title: { en: "Race", zh: "竞速" },
    summary: { en: "Be small.", zh: "越小越好。" },
    skills: [{ slug: "linear-algebra", weight: 1 }],
    difficulty: 0,
    minutes: 5,
    upload: { max_kb: 1 },
    trade_off: { quality: "accuracy", cost: ["size"] },
    hints: [{ en: "One.", zh: "一。" }],
  });
  const bytes = Object.fromEntries([
    ...known("accepted", 2),
    ...known("wrong_answer", 3),
    ...known("hostile", 2),
    ...Object.entries(changes),
  ]);
  const files = Object.fromEntries(
    Object.entries(bytes).map(([path, one]) => [path, storedBytes(one)]),
  );
  return { manifest, files, contentHash: "0".repeat(64) };
}

/** Grades by folder, as a right checker would. */
function judge(measured: string[]) {
  const seen: HandedIn[] = [];
  let count = 0;
  const grade = async (handedIn: HandedIn) => {
    seen.push(handedIn);
    const verdict = ++count <= 2 ? ("passed" as const) : ("failed" as const);
    return { verdict, score: 1, measured };
  };
  return { seen, grade };
}

describe("a challenge that takes models", () => {
  it("is proven by files, handed in as they were on disk, and needs no error folders", async () => {
    const { seen, grade } = judge(["accuracy", "size"]);
    const report = await runPublishGate(content(), SKILLS, grade);
    expect(report).toMatchObject({ holds: true, problems: [] });
    expect(report.rows).toHaveLength(7);
    expect(seen[0]).toEqual({ files: {}, upload: { name: "m0.onnx", bytes: BYTES } });
  });

  it("is refused where its plot names what an accepted file gives no value for", async () => {
    const { grade } = judge(["accuracy"]);
    const { holds, problems } = await runPublishGate(content(), SKILLS, grade);
    expect(holds).toBe(false);
    expect(problems[0]).toMatch(/trade_off names size, which accepted\/m0\.onnx gives no value/);
  });

  it("is refused where an accepted file could not be uploaded", async () => {
    for (const [name, bytes] of [
      ["submissions/accepted/large.onnx", Buffer.alloc(2000, 0xff)],
      ["submissions/accepted/model.bin", BYTES],
    ] as const) {
      const { grade } = judge(["accuracy", "size"]);
      const { problems } = await runPublishGate(content({ [name]: bytes }), SKILLS, grade);
      expect(problems).toEqual([`${name} is not what \`upload\` takes`]);
    }
  });
});
