import { publish } from "@/app/_issuer/publish";
import { toPage } from "@/app/_issuer/wants-page";
import { badgeImage } from "@/lib/credentials/badge-image";
import { qrCode } from "@/lib/credentials/qr-code";
import { readCredential } from "@/lib/credentials/read-credential";
import { publicUrl } from "@/lib/platform/env";

type Context = { params: Promise<{ id: string }> };

const IMAGES = { png: "image/png", svg: "image/svg+xml" } as const;

/** The form that is asked for: by ?format=, else by what the client accepts. */
function formatOf(request: Request): string {
  const asked = new URL(request.url).searchParams.get("format");
  const accept = request.headers.get("accept") ?? "";
  if (asked) return asked;
  if (/application\/(vc\+)?jwt/.test(accept)) return "jwt";
  return accept.includes("text/html") ? "html" : "json";
}

/** Where people read it: its verification. */
const verificationOf = (id: string) =>
  `/verify-credential?link=${encodeURIComponent(`${publicUrl()}/credentials/${id}`)}`;

/**
 * A credential as it was issued: a document, a token (RS256, or EdDSA by ?alg=EdDSA), or its
 * badge with the credential in it (?format=png, svg), or a QR code that leads here (?format=qr). Browsers are led to its verification.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const format = formatOf(request);
  if (format === "html") return toPage(verificationOf(id));
  return publish(request, async () => {
    const headers = { vary: "accept", "content-disposition": `inline; filename="${id}.${format}"` };
    if (format === "png" || format === "svg") {
      return { body: await badgeImage(id, format), contentType: IMAGES[format], headers };
    }
    if (format === "qr") {
      const named = { ...headers, "content-disposition": `inline; filename="${id}-qr.svg"` };
      return { body: await qrCode(id), contentType: IMAGES.svg, headers: named };
    }
    const { document, jwtEdDsa, jwtRs256 } = await readCredential(id);
    if (format !== "jwt") return { body: document, contentType: "application/vc", headers };
    const isEdDsa = new URL(request.url).searchParams.get("alg") === "EdDSA";
    const body = isEdDsa ? jwtEdDsa : jwtRs256;
    return { body, contentType: "application/vc+jwt", headers };
  });
}
