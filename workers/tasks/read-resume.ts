import { claimImport, failImport, proposeImport } from "@/lib/candidates/finish-import";
import { readDocument } from "../documents/read-document";
import type { Task } from "./task";

/** Reads an uploaded résumé in a sandbox and proposes its fields; the file goes with the answer. */
export const readResumeTask: Task<"read-resume"> = {
  name: "read-resume",
  async handle({ importId }) {
    const waiting = await claimImport(importId);
    if (!waiting) return;
    const read = await readDocument(waiting.format, waiting.file);
    if ("error" in read) await failImport(importId, read.error);
    else await proposeImport(importId, read.text);
  },
};
