import type { Actor } from "@/lib/auth/actor";
import type { VerdictWord } from "@/lib/grading/events";

/** One thing to hand in, and the verdict that is right for it. */
export type Mixed = { verdict: VerdictWord; send: (actor: Actor) => Promise<string> };

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

/**
 * Publishes a small challenge of each kind that runs in a sandbox, and tells what may be sent to
 * it. What is sent to `signs` needs the files of its season, which a worker makes.
 */
export async function mixedKinds(): Promise<Mixed[]> {
  const { submit } = await import("@/lib/submissions/submit");
  const { publishChallenge } = await import("@/lib/challenges/publish");
  const { smallPackage } = await import("@/lib/testing/fixtures");
  const { publishPredictions } = await import("@/lib/testing/predictions");
  await publishChallenge(smallPackage("double"));
  await publishChallenge(smallPackage("fit", { kind: "training", checker: FIT }));
  await publishChallenge(smallPackage("serve", { kind: "service", checker: SERVE }));
  await publishPredictions("signs", 50);
  const code = (challenge: string, verdict: VerdictWord, text: string): Mixed => ({
    verdict,
    send: async (actor) => (await submit(actor, { challenge, files: { "solution.py": text } })).id,
  });
  const table = (verdict: VerdictWord, of: (x: number) => string): Mixed => ({
    verdict,
    send: async (actor) => sendTable(actor, of),
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
  ];
}

/** Uploads a table for the open season as the web server would, and hands it in. */
async function sendTable(actor: Actor, of: (x: number) => string): Promise<string> {
  const { readSeasonFile } = await import("@/lib/seasons/read-season-file");
  const { submit } = await import("@/lib/submissions/submit");
  const { beginUpload } = await import("@/lib/uploads/begin-upload");
  const { completeUpload } = await import("@/lib/uploads/complete-upload");
  const { removePartial, partialFolder } = await import("@/lib/uploads/partial-uploads");
  const { mkdir, writeFile } = await import("node:fs/promises");
  const lines = (await readSeasonFile("signs", "test.csv")).trim().split("\n").slice(1);
  const rows = lines.map((line) => {
    const [id, x] = line.split(",");
    return `${id},${of(Number(x))}`;
  });
  const text = ["id,prediction", ...rows].join("\n");
  const input = { challenge: "signs", filename: "p.csv", bytes: Buffer.byteLength(text) };
  const { id: upload } = await beginUpload(actor, input);
  await mkdir(partialFolder(), { recursive: true });
  const file = `${partialFolder()}/${upload}`;
  await writeFile(file, text);
  await completeUpload(upload, file);
  await removePartial(upload);
  return (await submit(actor, { challenge: "signs", upload })).id;
}
