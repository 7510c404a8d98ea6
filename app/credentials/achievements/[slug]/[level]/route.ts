import { publishJson } from "@/app/_issuer/publish";
import { toPage, wantsPage } from "@/app/_issuer/wants-page";
import { achievementDocument } from "@/lib/credentials/achievement-document";

type Context = { params: Promise<{ slug: string; level: string }> };

/** What a credential names as its achievement; browsers are led to its page. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug, level } = await params;
  if (wantsPage(request)) return toPage(`/achievements/${encodeURIComponent(slug)}`);
  return publishJson(request, () => achievementDocument(slug, level), "application/ld+json");
}
