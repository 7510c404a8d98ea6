import { fixedHeaders } from "@/app/api/_declare/fixed-headers";
import { isDatabaseUp } from "@/lib/platform/health";

export const dynamic = "force-dynamic";

/** 200 once the server can serve, 503 while its database does not answer. */
export async function GET(): Promise<Response> {
  const healthy = await isDatabaseUp();
  return Response.json(
    { status: healthy ? "ok" : "unavailable" },
    { status: healthy ? 200 : 503, headers: fixedHeaders() },
  );
}
