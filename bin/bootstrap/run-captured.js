import { spawn } from "node:child_process";

const KEPT = 6000;

/**
 * Runs a program without a terminal; resolves with its output and status, never rejects.
 * @param {string} command
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 * @returns {Promise<{status: number, output: string}>} status -1 when it could not be started
 */
export function runCaptured(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
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
