import { spawn } from "node:child_process";
import { readdirSync, realpathSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { ImportError } from "@/lib/candidates/import-errors";
import { poolOptions } from "../grading/pool-options";

const WITHIN_MS = 40_000;
const MOST_OUTPUT = 2 * 2 ** 20;
/** The sandbox's user on the host when the worker is root; beside those of gradings. */
const UID = 60_999;
/** What the reader is made of. Nothing else of the installation is in its sandbox. */
const PACKAGES = ["unpdf", "yauzl", "buffer-crc32", "pend"];

const answer = z.union([
  z.object({ text: z.string() }),
  z.object({ error: z.enum(["encrypted", "broken", "empty", "too_big"]) }),
]);

export type Read = { text: string } | { error: ImportError };

/**
 * The text of a PDF or a Word document, read by our own program in a sandbox of its own. What goes
 * wrong there is the file's doing.
 */
export function readDocument(format: "pdf" | "docx", file: Uint8Array): Promise<Read> {
  const { python, bwrap } = poolOptions();
  const child = spawn(python, argumentsFor(format, bwrap), {
    // Nothing of the worker's own environment: it holds secrets.
    env: {
      NODE_ENV: process.env.NODE_ENV,
      PATH: process.env.PATH,
      LANG: "C.UTF-8",
      PYTHONPATH: path.resolve("workers/python"),
    },
    stdio: ["pipe", "pipe", "pipe"],
  });
  return new Promise((resolve, reject) => {
    const output: Buffer[] = [];
    let [size, late, errors] = [0, false, ""];
    const timer = setTimeout(() => {
      late = true;
      child.kill("SIGKILL");
    }, WITHIN_MS);
    child.stdout.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > MOST_OUTPUT) child.kill("SIGKILL");
      else output.push(chunk);
    });
    child.stderr.on("data", (chunk: Buffer) => {
      errors = (errors + chunk.toString()).slice(-2000);
    });
    child.stdin.on("error", () => undefined);
    child.once("error", reject);
    child.once("close", (code) => {
      clearTimeout(timer);
      if (late) return resolve({ error: "too_slow" });
      const said = answer.safeParse(json(Buffer.concat(output).toString("utf8")));
      if (said.success) return resolve(said.data);
      // 1: the sandbox itself could not be made, which is no word on the file.
      if (code === 1) return reject(new Error(`document sandbox: ${errors.trim()}`));
      resolve({ error: "too_big" });
    });
    child.stdin.end(file);
  });
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function argumentsFor(format: string, bwrap: string): string[] {
  const folder = "/reader";
  const modules = path.resolve("node_modules");
  const known = new Set(readdirSync(modules));
  const binds = [
    [realpathSync(process.execPath), `${folder}/node`],
    [path.resolve("workers/documents/reader.js"), `${folder}/reader.mjs`],
    ...PACKAGES.filter((name) => known.has(name)).map((name) => [
      path.join(modules, name),
      `${folder}/node_modules/${name}`,
    ]),
  ];
  return [
    ...["-m", "touchstone.runner.document", "--bwrap", bwrap, "--uid", String(UID)],
    ...binds.flatMap(([from, to]) => ["--bind", `${from}:${to}`]),
    ...["--", `${folder}/node`, "--max-old-space-size=400", `${folder}/reader.mjs`, format],
  ];
}
