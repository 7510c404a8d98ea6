import { db } from "@/lib/platform/db";
import { LIST_SIZE } from "./status-list";

export type StatusIndex = { list: number; index: number };

/**
 * An index that nobody else has, in a new list once the last is full. One that is then not used
 * is lost, which costs nothing. In order: when a credential was issued stands in it anyway.
 */
export function allocateStatusIndex(): Promise<StatusIndex> {
  return db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('status lists', 0))`;
    const last = await tx.credentialStatusList.findFirst({ orderBy: { id: "desc" } });
    const list =
      last && last.allocated < LIST_SIZE
        ? last
        : await tx.credentialStatusList.create({ data: { revoked: [] } });
    await tx.credentialStatusList.update({
      where: { id: list.id },
      data: { allocated: list.allocated + 1 },
    });
    return { list: list.id, index: list.allocated };
  });
}
