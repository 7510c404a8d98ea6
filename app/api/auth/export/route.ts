import { Readable } from "node:stream";
import { actorOfRequest } from "@/app/_session/actor-of-request";
import { currentLeaver } from "@/app/_session/current-actor";
import { fixedHeaders } from "@/app/api/_declare/fixed-headers";
import { problemResponse } from "@/app/api/_declare/problem";
import { exportArchive } from "@/lib/accounts/export-archive";

/** The signed-in person's data and files as an archive, also while he is leaving. */
export async function GET(request: Request): Promise<Response> {
  try {
    const actor = (await currentLeaver())?.actor ?? (await actorOfRequest(request));
    const archive = await exportArchive(actor);
    return new Response(Readable.toWeb(archive) as ReadableStream, {
      headers: {
        ...fixedHeaders(),
        "content-type": "application/zip",
        "content-disposition": 'attachment; filename="touchstone-data.zip"',
      },
    });
  } catch (error) {
    return problemResponse(request, error);
  }
}
