import { spawn } from "node:child_process";
import os from "node:os";
import path from "node:path";
import { runDue } from "@/lib/calibration/run-due";

const MEMORY_MB = 1024;
/** Behind everybody who waits for a grading. */
const NICE = 10;
const LOOK = path.join(import.meta.dirname, "look.ts");

let isUnderWay = false;

/** Looks at the items when it is time to, in a process with little priority and bounded memory. */
export async function lookWhenDue(): Promise<void> {
  if (isUnderWay || !(await runDue())) return;
  isUnderWay = true;
  try {
    await look();
  } finally {
    isUnderWay = false;
  }
}

function look(): Promise<void> {
  const args = ["--import", "tsx", `--max-old-space-size=${MEMORY_MB}`, LOOK];
  const child = spawn(process.execPath, args, { stdio: ["pipe", "ignore", "pipe"] });
  if (child.pid) os.setPriority(child.pid, NICE);
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => {
    errors = `${errors}${chunk}`.slice(-4000);
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(errors || `${code}`))));
  });
}
