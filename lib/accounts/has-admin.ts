import { db } from "@/lib/platform/db";

/** Whether somebody can administer this installation. */
export async function hasAdmin(): Promise<boolean> {
  const admin = await db().user.findFirst({
    where: { role: "admin", disabledAt: null },
    select: { id: true },
  });
  return admin !== null;
}
