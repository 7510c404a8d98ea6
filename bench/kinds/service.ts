import { resolvePackage } from "@/lib/content/folders";
import { asCode, loadChallenge } from "@/lib/content/load-challenge";
import { gradeOnce } from "@/workers/grading/grade-once";
import type { RunnerPool } from "@/workers/grading/pool";
import type { Figure } from "../lib/figures";
import { quantile } from "../lib/quantile";
import { packageOf } from "./package";
import { plainPython } from "./plain-python";

const ROUNDS = 3;
const MS = 1000;
const SOLUTION = "submissions/accepted/threads.py";

/** One client, one request after the other; the same lines inside and outside. */
const CLIENT = `
import io
import numpy as np
from touchstone.checker.http import json_request

def model():
    rng = np.random.default_rng(1)
    file = io.BytesIO()
    np.savez(file, W1=rng.normal(size=(8, 32)), b1=np.zeros(32), W2=rng.normal(size=(32, 4)),
             b2=np.zeros(4))
    return {"mlp-1.npz": file.getvalue()}

def p50(load):
    requests = [json_request("POST", "/v1/predict", {"instances": [[0.5] * 8] * 4})] * 200
    return load(requests, [n / 50 for n in range(200)]).quantile(0.5)
`;
const CHECKER = `
${CLIENT}
from touchstone.checker import case, measure
from touchstone.checker.service import serving

@case(visible=True, en="a", zh="a")
def a(candidate, rng):
    with serving(candidate, model()) as service:
        return measure(p50(service.load), floor=9.0, mark=8.0, full=0.0)
`;
const PLAIN = `
${CLIENT}
import asyncio, pathlib, socket, subprocess, sys, tempfile, time
from touchstone.checker.load import send_at

with tempfile.TemporaryDirectory() as folder:
    models, address = pathlib.Path(folder, "models"), f"{folder}/s"
    models.mkdir()
    for name, data in model().items():
        (models / name).write_bytes(data)
    program = pathlib.Path(folder, "service.py")
    program.write_text(sys.argv[1])
    command = [sys.executable, program, "--socket", address, "--models", models]
    serving = subprocess.Popen(command)
    while not pathlib.Path(address).exists():
        time.sleep(0.02)
    def connect():
        end = socket.socket(socket.AF_UNIX)
        end.connect(address)
        return end
    print(p50(lambda requests, times: asyncio.run(send_at(connect, requests, times, 5.0))))
    serving.terminate()
    serving.wait()
`;

/** A service's time to answer as a checker sees it, beside a bare client's on a bare program. */
export async function measureService(pool: RunnerPool): Promise<Figure[]> {
  const folder = (await resolvePackage("predict-service")) ?? "";
  const program = asCode(await loadChallenge(folder)).files[SOLUTION] ?? "";
  const content = packageOf("service", "service.py", CHECKER);
  const inside: number[] = [];
  const outside: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    outside.push(Number(await plainPython(PLAIN, [program])));
    const files = { "service.py": program };
    const input = { content, files, mode: "submit", seed: "bench" } as const;
    const { verdict, cases } = await gradeOnce(pool, `service-${round}`, input);
    if (verdict !== "passed") throw new Error(`the bench's service got ${verdict}`);
    inside.push(Number(cases[0]?.message?.params.value));
  }
  const plain = quantile(outside, 0.5);
  return [
    { name: "service, bare client, p50", value: plain * MS, unit: "ms", better: "lower" },
    {
      name: "service from outside its sandbox / bare client",
      value: quantile(inside, 0.5) / plain,
      unit: "x",
      reach: 1.05,
      better: "lower",
    },
  ];
}
