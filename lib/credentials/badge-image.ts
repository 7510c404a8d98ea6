import { bakePng } from "./bake-png";
import { bakeSvg } from "./bake-svg";
import { drawBadge } from "./draw-badge";
import { requireIssuer } from "./issuer";
import { readCredential } from "./read-credential";
import { renderBadge } from "./render-badge";

/** The image of a credential with the credential baked in. Throws credential_not_found. */
export async function badgeImage(id: string, format: "png" | "svg"): Promise<Buffer> {
  const { title, level, document } = await readCredential(id);
  const issuer = new URL(requireIssuer().url).host;
  const svg = drawBadge({ title, level, issuer });
  return format === "svg"
    ? Buffer.from(bakeSvg(svg, document))
    : bakePng(await renderBadge(svg), document);
}
