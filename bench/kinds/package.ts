import { codeManifest } from "@/lib/content/challenge-manifest";
import type { CodePackage } from "@/lib/content/load-challenge";

/** A challenge for one measurement: its checker, and generous limits. */
export function packageOf(
  kind: "training" | "service",
  entry: string,
  checker: string,
): Pick<CodePackage, "manifest" | "files"> {
  const text = { en: "Bench", zh: "基准" };
  const manifest = codeManifest.parse({
    ...{ slug: "bench", version: 1, kind, runtime: "python-numpy", entry, files: [entry] },
    ...{ title: text, summary: text, difficulty: 0, minutes: 1, imports: ["numpy"] },
    skills: [{ slug: "bench", weight: 1 }],
    limits: { wall_s: 300, cpu_s: 120 },
  });
  return { manifest, files: { "checker.py": checker } };
}
