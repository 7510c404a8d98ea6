import { readFileSync } from "node:fs";
import path from "node:path";
import { encode } from "next-auth/jwt";
import { z } from "zod";
import { db } from "@/lib/platform/db";
import type { Role } from "@/lib/platform/prisma/enums";

const COOKIE = "next-auth.session-token";
const secretsSchema = z.object({ authSecret: z.string() });

/**
 * A session of a person who is there, or of a new one with the role: the Cookie header that his
 * browser would send.
 */
export async function signedInCookie(
  dataDir: string,
  who: { id: string } | { role: Role },
): Promise<string> {
  const { id, sessionVersion } =
    "id" in who
      ? await db().user.findUniqueOrThrow({ where: who })
      : await db().user.create({
          data: { ...who, email: `${who.role}@bench.example`, name: who.role },
        });
  const file = path.join(dataDir, "secrets.json");
  const { authSecret } = secretsSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  const token = { userId: id, sessionVersion, signedInAt: Math.floor(Date.now() / 1000) };
  return `${COOKIE}=${await encode({ token, secret: authSecret })}`;
}
