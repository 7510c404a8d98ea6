import { publishJson } from "@/app/_issuer/publish";
import { toPage, wantsPage } from "@/app/_issuer/wants-page";
import { describeSkill } from "@/lib/skills/list-skills";

type Context = { params: Promise<{ slug: string }> };

/** A skill that credentials are aligned with; browsers are led to the skill map. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  if (wantsPage(request)) return toPage(`/skill-map#${encodeURIComponent(slug)}`);
  return publishJson(request, () => describeSkill(slug));
}
