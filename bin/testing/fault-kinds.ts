import { readFileSync } from "node:fs";
import type { UserActor } from "@/lib/auth/actor";
import type { VerdictWord } from "@/lib/grading/events";
import { projectPath } from "../start/project";

/** One thing to hand in, and the verdict that is right for it. */
export type Mixed = { verdict: VerdictWord; send: (actor: UserActor) => Promise<string> };

const FIT = `
import numpy as np
from touchstone.checker import case, close, keep

@case(en="Learns a factor", zh="学会一个系数")
def learns(candidate, rng):
    x = rng.normal(size=(50, 1))
    model = keep(candidate).fit({"x": x, "y": 3 * x}, 7)
    close(candidate.predict(model, x), 3 * x)
`;
const SERVE = `
from touchstone.checker import case, require
from touchstone.checker.service import serving

@case(en="Doubles", zh="加倍")
def doubles(candidate, rng):
    with serving(candidate, {"factor.txt": b"2"}) as service:
        reply = service.post("/double", {"x": 21})
        require(reply.json() == {"y": 42}, en="wrong", zh="错误")
`;

const slept = (code: string) => `import time\n\n\ndef double(x):\n    time.sleep(0.2)\n${code}`;
const fitted = (factor: string) => `
def fit(train, seed):
    return float((train["y"] / train["x"]).mean())

def predict(model, x):
    return ${factor} * x
`;
const served = (factor: number) => `
import json, socketserver, sys
from http.server import BaseHTTPRequestHandler

class Handler(BaseHTTPRequestHandler):
    def address_string(self):
        return "socket"
    def answer(self, data):
        body = json.dumps(data).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    def do_GET(self):
        self.answer({})
    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.answer({"y": ${factor} * asked["x"]})
    def log_message(self, *args):
        pass

class Server(socketserver.ThreadingUnixStreamServer):
    daemon_threads = True

Server(sys.argv[sys.argv.index("--socket") + 1], Handler).serve_forever()
`;

const PER_DAY = 20;
const MODEL = "content/challenges/onnx-export/submissions/accepted/half.onnx";

/**
 * Publishes a small challenge of each kind that is judged by a worker, and tells what may be sent
 * to it. What is sent to `signs` needs the files of its season, which a worker makes.
 */
export async function mixedKinds(): Promise<Mixed[]> {
  const { submit } = await import("@/lib/submissions/submit");
  const { publishChallenge } = await import("@/lib/challenges/publish");
  const { smallPackage } = await import("@/lib/testing/fixtures");
  const { publishModel } = await import("@/lib/testing/models");
  const { publishPredictions } = await import("@/lib/testing/predictions");
  const { publishQuiz } = await import("@/lib/testing/quiz");
  await publishChallenge(smallPackage("double"));
  await publishChallenge(smallPackage("fit", { kind: "training", checker: FIT }));
  await publishChallenge(smallPackage("serve", { kind: "service", checker: SERVE }));
  await publishPredictions("signs", PER_DAY);
  await publishModel("race", {}, PER_DAY);
  await publishQuiz("asked", { attempts_per_day: PER_DAY });
  const code = (challenge: string, verdict: VerdictWord, text: string): Mixed => ({
    verdict,
    send: async (actor) => (await submit(actor, { challenge, files: { "solution.py": text } })).id,
  });
  const table = (verdict: VerdictWord, of: (x: number) => string): Mixed => ({
    verdict,
    send: async (actor) => sendFile(actor, "signs", "p.csv", Buffer.from(await tableOf(of))),
  });
  const model = (verdict: VerdictWord, bytes: Buffer): Mixed => ({
    verdict,
    send: (actor) => sendFile(actor, "race", "m.onnx", bytes),
  });
  return [
    code("double", "passed", "def double(x):\n    return x * 2\n"),
    code("double", "passed", slept("    return x + x\n")),
    code("double", "failed", slept("    return x * 3\n")),
    code("double", "candidate_error", slept("    raise ValueError(x)\n")),
    code("double", "candidate_error", "import os\n\n\ndef double(x):\n    os._exit(0)\n"),
    code("fit", "passed", fitted("model")),
    code("fit", "failed", fitted("2")),
    code("serve", "passed", served(2)),
    code("serve", "failed", served(3)),
    table("passed", (x) => (x > 0 ? "1" : "0")),
    table("failed", () => "0"),
    table("candidate_error", () => "nan"),
    model("passed", readFileSync(projectPath(MODEL))),
    model("candidate_error", Buffer.from("no model")),
    { verdict: "passed", send: (actor) => answer(actor, true) },
    { verdict: "failed", send: (actor) => answer(actor, false) },
  ];
}

/** The open season's table with a prediction for each row. */
async function tableOf(prediction: (x: number) => string): Promise<string> {
  const { readSeasonFile } = await import("@/lib/seasons/read-season-file");
  const lines = (await readSeasonFile("signs", "test.csv")).trim().split("\n").slice(1);
  const rows = lines.map((line) => {
    const [id, x] = line.split(",");
    return `${id},${prediction(Number(x))}`;
  });
  return ["id,prediction", ...rows].join("\n");
}

/** Uploads a file as the web server would, and hands it in. */
async function sendFile(actor: UserActor, challenge: string, filename: string, content: Buffer) {
  const { submit } = await import("@/lib/submissions/submit");
  const { beginUpload } = await import("@/lib/uploads/begin-upload");
  const { completeUpload } = await import("@/lib/uploads/complete-upload");
  const { removePartial, partialFolder } = await import("@/lib/uploads/partial-uploads");
  const { mkdir, writeFile } = await import("node:fs/promises");
  const input = { challenge, filename, bytes: content.byteLength };
  const { id: upload } = await beginUpload(actor, input);
  await mkdir(partialFolder(), { recursive: true });
  const file = `${partialFolder()}/${upload}`;
  await writeFile(file, content);
  await completeUpload(upload, file);
  await removePartial(upload);
  return (await submit(actor, { challenge, upload })).id;
}

/** Takes the quiz and hands it in, answered or left empty. */
async function answer(actor: UserActor, right: boolean): Promise<string> {
  const { finishAttempt } = await import("@/lib/quiz/finish-attempt");
  const { saveAnswers } = await import("@/lib/quiz/save-answers");
  const { startAttempt } = await import("@/lib/quiz/start-attempt");
  const { rightAnswers } = await import("@/lib/testing/quiz");
  const { id } = await startAttempt(actor, "asked");
  if (right) await saveAnswers(actor, id, await rightAnswers(actor, id));
  return (await finishAttempt(actor, id)).submission;
}
