import { spawn } from "node:child_process";
import { LEASH } from "./leash-script.js";

const KEPT = 6000;

/**
 * Runs a program without a terminal; resolves with its output and status, never rejects. It ends
 * with this process, so that the next start does not meet an installer still at work.
 * @param {string} command
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 * @returns {Promise<{status: number, output: string}>} status 127 when there is no such program
 */
export function runCaptured(command, args, options = {}) {
  return new Promise((resolve) => {
    const { killSignal = "SIGTERM" } = options;
    const signal = String(killSignal).replace("SIG", "");
    const child = spawn("/bin/sh", ["-c", LEASH, "leash", signal, command, ...args], {
      ...options,
      stdio: ["pipe", "pipe", "pipe"],
    });
    child.stdin?.on("error", () => undefined);
    let output = "";
    /** @param {string} chunk */
    const keep = (chunk) => {
      output = (output + chunk).slice(-KEPT);
    };
    child.stdout?.setEncoding("utf8").on("data", keep);
    child.stderr?.setEncoding("utf8").on("data", keep);
    child.once("error", (error) => resolve({ status: -1, output: error.message }));
    child.once("close", (status) => resolve({ status: status ?? -1, output: output.trim() }));
  });
}

const OFFLINE =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|dns error|error sending request|Temporary failure|Connection refused|Could not resolve|Network is unreachable/i;
const FULL = /ENOSPC|No space left/i;

/**
 * What to do about a failed installation, judged by what it printed.
 * @param {string} output
 */
export function remedyOf(output) {
  if (FULL.test(output)) return "The disk is full: free some space, then start again.";
  if (OFFLINE.test(output)) {
    return "No network: connect, or set HTTPS_PROXY or a package mirror, then start again.";
  }
  return "Mend what is named above, then start again; what was there before is untouched.";
}
