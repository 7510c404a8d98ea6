import { z } from "zod";
import { readAccount } from "@/lib/accounts/read-account";
import { declare } from "../_declare/route-declaration";
import { isoTime } from "../_schemas/common";

export const getMe = declare({
  method: "GET",
  path: "/me",
  operationId: "getMe",
  tag: "Account",
  summary: "Who is asking",
  access: "user",
  scope: "profile:read",
  success: {
    status: 200,
    description: "The account",
    schema: z.object({
      id: z.uuid(),
      email: z.string(),
      emailVerified: z.boolean(),
      name: z.string(),
      leaderboardName: z.string().nullable(),
      locale: z.enum(["en", "zh"]),
      role: z.enum(["learner", "author", "admin"]),
      createdAt: isoTime,
    }),
  },
  handler: async ({ actor }) => {
    const account = await readAccount(actor);
    return {
      body: {
        id: actor.userId,
        email: account.email,
        emailVerified: account.emailVerifiedAt !== null,
        name: account.name,
        leaderboardName: account.leaderboardName,
        locale: account.locale === "zh" ? "zh" : "en",
        role: account.role,
        createdAt: account.createdAt.toISOString(),
      },
    };
  },
});
