import { actorOfRequest } from "@/app/_session/actor-of-request";
import { fixedHeaders } from "@/app/api/_declare/fixed-headers";
import { problemResponse } from "@/app/api/_declare/problem";
import { exportResume } from "@/lib/candidates/export-resume";

type Props = { params: Promise<{ locale: string }> };

/** The signed-in person's profile as JSON Resume, in the language of the address. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  try {
    const locale = (await params).locale === "zh" ? "zh" : "en";
    const resume = await exportResume(await actorOfRequest(request), locale);
    return new Response(JSON.stringify(resume, null, 2), {
      headers: {
        ...fixedHeaders(),
        "content-type": "application/json; charset=utf-8",
        "content-disposition": `attachment; filename="resume-${locale}.json"`,
      },
    });
  } catch (error) {
    return problemResponse(request, error);
  }
}
