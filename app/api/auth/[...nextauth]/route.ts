import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/app/_session/auth-options";
import { fixedHeaders } from "@/app/api/_declare/fixed-headers";
import { problemResponse } from "@/app/api/_declare/problem";
import { parseJson, readLimited } from "@/app/api/_declare/read-body";
import { publicUrl } from "@/lib/platform/env";

type Context = { params: Promise<{ nextauth: string[] }> };

async function handle(request: NextRequest, context: Context): Promise<Response> {
  // next-auth builds its addresses from this variable; ours come from one setting.
  process.env.NEXTAUTH_URL = publicUrl();
  try {
    const answer = await NextAuth(await limited(request), context, authOptions());
    for (const [name, value] of Object.entries(fixedHeaders())) answer.headers.set(name, value);
    return answer;
  } catch (error) {
    return problemResponse(request, error);
  }
}

/** The request with its body read: next-auth would take one of any size, and fail over bad JSON. */
async function limited(request: NextRequest): Promise<NextRequest> {
  if (request.method !== "POST") return request;
  const body = await readLimited(request);
  const { url, method, headers } = request;
  if (headers.get("content-type")?.includes("application/json")) parseJson(body);
  return new NextRequest(url, { method, headers, body });
}

export { handle as GET, handle as POST };
