import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

const FOLDER = path.resolve(".data/bench/girth");
const PINNED = path.resolve("bench/measurement/requirements.txt");

/** Python of an environment of the bench's own, made on first use, every package by its hash. */
export function benchPython(): string {
  const python = path.join(FOLDER, "bin/python");
  const made = path.join(FOLDER, "requirements.txt");
  const wanted = readFileSync(PINNED, "utf8");
  if (existsSync(made) && readFileSync(made, "utf8") === wanted) return python;
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(path.dirname(FOLDER), { recursive: true });
  execFileSync("python3", ["-m", "venv", FOLDER]);
  const install = ["-m", "pip", "install", "--quiet", "--require-hashes", "--only-binary", ":all:"];
  execFileSync(python, [...install, "-r", PINNED], { stdio: ["ignore", "inherit", "inherit"] });
  writeFileSync(made, wanted);
  return python;
}
