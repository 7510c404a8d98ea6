import { renderSVG } from "uqr";
import { credentialAddress, requireIssuer } from "./issuer";
import { readCredential } from "./read-credential";

/**
 * A QR code as SVG that leads to a credential's verification. A quarter of it may be lost, as on
 * print. Throws credential_not_found.
 */
export async function qrCode(id: string): Promise<string> {
  await readCredential(id);
  return renderSVG(credentialAddress(requireIssuer(), id), { ecc: "Q", border: 4 });
}
