import { resolvePackage } from "@/lib/content/folders";
import { asCode, loadChallenge } from "@/lib/content/load-challenge";
import { gradeOnce } from "@/workers/grading/grade-once";
import type { RunnerPool } from "@/workers/grading/pool";
import type { Figure } from "../lib/figures";
import { beside, gradingsASecond, timed } from "./beside-plain";
import { packageOf } from "./package";
import { plainPython } from "./plain-python";

const ROUNDS = 5;
const SHARES = ["p50", "p95"];
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

def latencies(load):
    requests = [json_request("POST", "/v1/predict", {"instances": [[0.5] * 8] * 4})] * 200
    answered = load(requests, [n / 50 for n in range(200)])
    return {share: 1000 * answered.quantile(share) for share in (0.5, 0.95)}
`;
const CHECKER = `
${CLIENT}
from touchstone.checker import case, measure
from touchstone.checker.service import serving

found = {}

@case(visible=True, en="a", zh="a")
def a(candidate, rng):
    with serving(candidate, model()) as service:
        found.update(latencies(service.load))
    return measure(found[0.5], floor=9000, mark=8000, full=0)

@case(visible=True, en="b", zh="b")
def b(candidate, rng):
    return measure(found[0.95], floor=9000, mark=8000, full=0)
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
    found = latencies(lambda requests, times: asyncio.run(send_at(connect, requests, times, 5.0)))
    print(*found.values())
    serving.terminate()
    serving.wait()
`;

/** A service's time to answer as a checker sees it, beside a bare client's on a bare program. */
export async function measureService(pool: RunnerPool): Promise<Figure[]> {
  const folder = (await resolvePackage("predict-service")) ?? "";
  const program = asCode(await loadChallenge(folder)).files[SOLUTION] ?? "";
  const content = packageOf("service", "service.py", CHECKER);
  const plain: number[][] = [];
  const seen: number[][] = [];
  const whole: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    plain.push((await plainPython(PLAIN, [program])).split(" ").map(Number));
    const files = { "service.py": program };
    const input = { content, files, mode: "submit", seed: "bench" } as const;
    whole.push(
      await timed(async () => {
        const { verdict, cases } = await gradeOnce(pool, `service-${round}`, input);
        if (verdict !== "passed") throw new Error(`the bench's service got ${verdict}`);
        seen.push(cases.map(({ message }) => Number(message?.params.value)));
      }),
    );
  }
  const column = (rows: number[][], at: number) => rows.map((row) => row[at] ?? Number.NaN);
  return [
    ...SHARES.flatMap((share, at) => {
      const name = `service's time to answer ${share}`;
      return beside({ name, unit: "ms", reach: 1.05 }, column(seen, at), column(plain, at));
    }),
    gradingsASecond("service", whole),
  ];
}
