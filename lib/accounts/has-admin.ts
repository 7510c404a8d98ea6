import { db } from "@/lib/platform/db";

/** Whether anyone can administer this installation. */
export async function hasAdmin(): Promise<boolean> {
  const admin = await db().user.findFirst({ where: { role: "admin" }, select: { id: true } });
  return admin !== null;
}
