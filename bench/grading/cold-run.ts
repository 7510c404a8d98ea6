import { spawn } from "node:child_process";
import { dataPath } from "@/lib/platform/env";
import type { Subject } from "./subjects";

/** The same cases in one fresh interpreter: no sandbox, checker and solution together. */
const script = (checker: string, solution: string) => `
import hashlib, sys, types
sys.path.insert(0, ${JSON.stringify("workers/python")})
import numpy as np
from touchstone.checker import registry
module = types.ModuleType("solution")
exec(compile(${JSON.stringify(solution)}, "solution.py", "exec"), module.__dict__)
exec(compile(${JSON.stringify(checker)}, "checker.py", "exec"), {})
class Plain:
    def __getattr__(self, name):
        def call(*args, **kwargs):
            result = getattr(module, name)(*args, **kwargs)
            result = list(result) if isinstance(result, tuple) else result
            numpy = lambda v: v.numpy() if hasattr(v, "numpy") else v
            return [numpy(v) for v in result] if isinstance(result, list) else numpy(result)
        return call
for case in registry.declared:
    digest = hashlib.sha256(f"bench\\n{case.name}".encode()).digest()
    case.body(Plain(), np.random.default_rng(int.from_bytes(digest, "big")))
`;

/** A cold, unsandboxed `python3` on the subject's cases; returns its seconds. */
export function coldRun({ content, files }: Subject): () => Promise<number> {
  const checker = content.files["checker.py"] ?? "";
  const code = script(checker, files[content.manifest.entry] ?? "");
  const python = `${dataPath("python")}/bin/python`;
  return () =>
    new Promise((resolve, reject) => {
      const begun = performance.now();
      const child = spawn(python, ["-c", code], { stdio: ["ignore", "ignore", "inherit"] });
      child.once("exit", (status) =>
        status === 0
          ? resolve((performance.now() - begun) / 1000)
          : reject(new Error("the cold run failed")),
      );
    });
}
