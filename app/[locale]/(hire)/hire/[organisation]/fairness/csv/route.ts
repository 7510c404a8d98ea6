import { actorOfRequest } from "@/app/_session/actor-of-request";
import { fixedHeaders } from "@/app/api/_declare/fixed-headers";
import { problemResponse } from "@/app/api/_declare/problem";
import { exportAdverseImpact } from "@/lib/hiring/export-adverse-impact";
import { reportQuery } from "../query";

type Context = { params: Promise<{ organisation: string }> };

/** The report as a sheet. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const { organisation: slug } = await params;
    const { searchParams } = new URL(request.url);
    const { opening, months } = reportQuery.parse(Object.fromEntries(searchParams));
    const asked = { slug, months, ...(opening && { openingId: opening }) };
    return new Response(await exportAdverseImpact(await actorOfRequest(request), asked), {
      headers: {
        ...fixedHeaders(),
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="adverse-impact.csv"',
      },
    });
  } catch (error) {
    return problemResponse(request, error);
  }
}
