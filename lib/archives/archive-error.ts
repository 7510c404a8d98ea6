import { InputError } from "@/lib/platform/errors";

export type ArchiveFault =
  | "unreadable"
  | "path"
  | "link"
  | "encrypted"
  | "duplicate"
  | "too_many"
  | "too_large"
  | "bomb";

/** The archive breaks a rule; `entry` is the name that does, made safe to show. */
export const archiveError = (fault: ArchiveFault, params: Record<string, string | number> = {}) =>
  new InputError([{ path: "upload", code: `archive_${fault}`, params }]);
