import { actorOfRequest } from "@/app/_session/actor-of-request";
import { fixedHeaders } from "@/app/api/_declare/fixed-headers";
import { problemResponse } from "@/app/api/_declare/problem";
import { exportOwnData } from "@/lib/accounts/export-own-data";

/** The signed-in person's data as a file. */
export async function GET(request: Request): Promise<Response> {
  try {
    const data = await exportOwnData(await actorOfRequest(request));
    return new Response(JSON.stringify(data, null, 2), {
      headers: {
        ...fixedHeaders(),
        "content-type": "application/json; charset=utf-8",
        "content-disposition": 'attachment; filename="touchstone-data.json"',
      },
    });
  } catch (error) {
    return problemResponse(request, error);
  }
}
