import { z } from "zod";
import { limitKey } from "@/lib/accounts/limits";
import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { addJob } from "@/lib/jobs/add-job";
import { type Db, db } from "@/lib/platform/db";
import { InputError } from "@/lib/platform/errors";
import { parseFields } from "@/lib/platform/parse-fields";
import type { Prisma } from "@/lib/platform/prisma/client";
import { type Limit, takePoint } from "@/lib/platform/rate-limit";
import { readAliases } from "./finish-import";
import { type ImportProposal, importProposal } from "./import-proposal";
import { fromJsonResume } from "./json-resume";
import { languagesOf } from "./propose-fields";
import { skillsNamed } from "./skills-named";

export const MOST_MB = 5;
const PER_HOUR: Limit = { name: "import-resume", points: 20, seconds: 3600 };
/** So many are kept; older ones go. */
const MOST_KEPT = 5;

const fields = z.object({ locale: z.enum(["en", "zh"], { error: "choice_unknown" }) });
const issue = (code: string, params = {}) => new InputError([{ path: "file", code, params }]);

/** By what stands in the file: a name says nothing. */
function formatOf(file: Uint8Array): "pdf" | "docx" | "json" | null {
  const start = Buffer.from(file.subarray(0, 1024)).toString("latin1");
  if (start.includes("%PDF-")) return "pdf";
  if (start.startsWith("PK") || start.startsWith("\xd0\xcf\x11\xe0")) return "docx";
  return /^(\xef\xbb\xbf)?\s*\{/.test(start) ? "json" : null;
}

/**
 * Takes a résumé to be read; its fields are proposed, never taken by themselves. Returns the
 * import's id. Throws InputError or rate_limited.
 */
export async function importResume(
  actor: Actor,
  input: unknown,
  file: Uint8Array,
): Promise<{ id: string }> {
  const { userId } = requireSession(actor);
  const { locale } = parseFields(fields, input);
  if (file.length === 0) throw issue("file_missing");
  if (file.length > MOST_MB * 2 ** 20) throw issue("file_big", { mb: MOST_MB });
  const format = formatOf(file);
  if (!format) throw issue("file_kind");
  await takePoint(PER_HOUR, limitKey(userId));
  const proposal = format === "json" ? await proposalOf(file) : null;
  return db().$transaction(async (tx) => {
    await tx.candidate.upsert({ where: { userId }, create: { userId }, update: {} });
    const common = { userId, format, locale };
    if (format === "json") {
      const known = proposal
        ? { status: "proposed" as const, proposal: proposal as Prisma.InputJsonObject }
        : { status: "failed" as const, error: "not_resume" };
      const row = await tx.candidateImport.create({ data: { ...common, ...known } });
      await dropOld(tx, userId);
      return { id: row.id };
    }
    const row = await tx.candidateImport.create({
      data: { ...common, file: Uint8Array.from(file) },
    });
    await addJob(tx, "read-resume", { importId: row.id });
    await dropOld(tx, userId);
    return { id: row.id };
  });
}

async function proposalOf(file: Uint8Array): Promise<ImportProposal | null> {
  const read = fromJsonResume(parsed(file));
  if (!read) return null;
  const { skills, languages, links, ...rest } = read;
  return importProposal.parse({
    ...rest,
    languages: languagesOf(languages),
    links: links.slice(0, 8),
    skills: skillsNamed(skills.join("\n"), await readAliases()),
  });
}

function parsed(file: Uint8Array): unknown {
  try {
    return JSON.parse(
      Buffer.from(file)
        .toString("utf8")
        .replace(/^\ufeff/, ""),
    );
  } catch {
    return null;
  }
}

async function dropOld(tx: Db, userId: string): Promise<void> {
  const old = await tx.candidateImport.findMany({
    where: { userId },
    select: { id: true },
    orderBy: { id: "desc" },
    skip: MOST_KEPT,
  });
  await tx.candidateImport.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } });
}
