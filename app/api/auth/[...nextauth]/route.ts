import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/app/_session/auth-options";
import { publicUrl } from "@/lib/platform/env";

type Context = { params: Promise<{ nextauth: string[] }> };

async function handle(request: NextRequest, context: Context): Promise<Response> {
  // next-auth builds its addresses from this variable; ours come from one setting.
  process.env.NEXTAUTH_URL = publicUrl();
  return NextAuth(request, context, authOptions());
}

export { handle as GET, handle as POST };
