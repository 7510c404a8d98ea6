import { actorOfRequest } from "@/app/_session/actor-of-request";
import { fixedHeaders } from "@/app/api/_declare/fixed-headers";
import { problemResponse } from "@/app/api/_declare/problem";
import { exportCandidacies } from "@/lib/hiring/export-candidacies";

type Props = { params: Promise<{ locale: string; organisation: string; id: string }> };

/** An opening's candidates as CSV, in the language of the address. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  try {
    const { locale, organisation, id } = await params;
    const actor = await actorOfRequest(request);
    const ref = { organisation, opening: id };
    const { filename, text } = await exportCandidacies(actor, ref, locale === "zh" ? "zh" : "en");
    return new Response(text, {
      headers: {
        ...fixedHeaders(),
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${filename}"`,
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    return problemResponse(request, error);
  }
}
