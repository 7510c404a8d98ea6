import { encode } from "next-auth/jwt";
import { db } from "@/lib/platform/db";
import type { Role } from "@/lib/platform/prisma/enums";
import { secrets } from "@/lib/platform/secrets";

const COOKIE = "next-auth.session-token";

/**
 * A session of a person who is there, or of a new one with the role: the Cookie header that his
 * browser would send.
 */
export async function signedInCookie(who: { id: string } | { role: Role }): Promise<string> {
  const { id, sessionVersion } =
    "id" in who
      ? await db().user.findUniqueOrThrow({ where: who })
      : await db().user.create({
          data: { ...who, email: `${who.role}@bench.example`, name: who.role },
        });
  const token = { userId: id, sessionVersion, signedInAt: Math.floor(Date.now() / 1000) };
  return `${COOKIE}=${await encode({ token, secret: secrets().authSecret })}`;
}
