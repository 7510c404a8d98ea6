import { resolvePackage } from "@/lib/content/folders";
import { asCode, type CodePackage, loadChallenge } from "@/lib/content/load-challenge";

/** What is measured; the reaches are ratios to a cold run in the same minute. */
const MEASURED = [
  {
    ...{ name: "numpy", slug: "softmax", solution: "accepted/shifted.py" },
    reach: { latency: 1, tail: 2, rate: 10 },
  },
  {
    ...{ name: "torch", slug: "transformer-repair", solution: "accepted/mended.py" },
    reach: { latency: 0.1, tail: undefined, rate: 25 },
  },
] as const;

/** A challenge, and a solution that is known to pass. */
export type Subject = {
  name: string;
  slug: string;
  content: CodePackage;
  files: Record<string, string>;
  reach: { latency: number; tail: number | undefined; rate: number };
};

async function load({ name, slug, solution, reach }: (typeof MEASURED)[number]): Promise<Subject> {
  const folder = await resolvePackage(slug);
  if (!folder) throw new Error(`${slug} is missing`);
  const content = asCode(await loadChallenge(folder));
  const code = content.files[`submissions/${solution}`] ?? "";
  return { name, slug, content, files: { [content.manifest.entry]: code }, reach };
}

/** The challenges under measurement with their contents. */
export const subjects = async (): Promise<[Subject, Subject]> => [
  await load(MEASURED[0]),
  await load(MEASURED[1]),
];
