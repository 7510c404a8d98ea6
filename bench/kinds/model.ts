import path from "node:path";
import { resolvePackage } from "@/lib/content/folders";
import { asSandboxed, loadChallenge } from "@/lib/content/load-challenge";
import { gradeOnce } from "@/workers/grading/grade-once";
import type { RunnerPool } from "@/workers/grading/pool";
import type { Figure } from "../lib/figures";
import { besidePlain, timed } from "./beside-plain";
import { plainPython } from "./plain-python";

const ROUNDS = 12;
const SEED = "bench";
const FILE = "submissions/accepted/strided.onnx";

/** Checks the file and asks it, as checker and host do in their sandboxes. */
const PLAIN = `
import sys, types
from touchstone.checker import registry
from touchstone.checker.serve import generator
from touchstone.inside.model_host import ModelHost

module = sys.modules["checker"] = types.ModuleType("checker")
exec(open(sys.argv[1]).read(), module.__dict__)
with open(sys.argv[2], "rb") as file:
    host = ModelHost(file.read())
for case in registry.declared:
    case.body(host, generator("${SEED}", case.name))
`;

/** A model of 8,600 weights asked for 4,100 pictures, beside a cold plain run. */
export async function measureModel(pool: RunnerPool): Promise<Figure[]> {
  const challenge = (await resolvePackage("onnx-export")) ?? "";
  const content = asSandboxed(await loadChallenge(challenge));
  const upload = path.join(challenge, FILE);
  const inside: number[] = [];
  const outside: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    outside.push(await timed(() => plainPython(PLAIN, [`${challenge}/checker.py`, upload])));
    const input = { content, files: {}, upload, mode: "submit", seed: SEED } as const;
    inside.push(
      await timed(async () => {
        const { verdict } = await gradeOnce(pool, `model-${round}`, input);
        if (verdict !== "passed") throw new Error(`the bench's model got ${verdict}`);
      }),
    );
  }
  return besidePlain("model", inside, outside);
}
