import { currentVisitor } from "@/app/_session/current-actor";
import { problemResponse } from "@/app/api/_declare/problem";
import type { Locale } from "@/i18n/routing";
import { publicUrl } from "@/lib/platform/env";
import { apiHeaders } from "@/lib/platform/security-headers";
import { profileImage } from "@/lib/profiles/profile-image";

type Context = { params: Promise<{ handle: string; locale: Locale }> };

/** The image that links to the profile are shown with, in the page's language. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { handle, locale } = await params;
  try {
    const { png, indexed } = await profileImage(await currentVisitor(), handle, locale);
    return new Response(new Uint8Array(png), {
      headers: {
        ...apiHeaders(publicUrl().startsWith("https:")),
        "content-type": "image/png",
        "cross-origin-resource-policy": "cross-origin",
        // Switched off, it is gone at once.
        "cache-control": "no-store",
        ...(indexed ? {} : { "x-robots-tag": "noindex" }),
      },
    });
  } catch (error) {
    return problemResponse(request, error);
  }
}
