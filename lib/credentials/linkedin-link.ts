import { ownIssuer } from "./issuer";

type Shown = { id: string; title: string; issuedAt: Date; validUntil: Date | null };

/**
 * Where a holder adds a credential to a LinkedIn profile, as LinkedIn's "Add to profile" takes it;
 * null while this installation has no public address. Nothing is sent before the holder does so.
 */
export function linkedInLink({ id, title, issuedAt, validUntil }: Shown): string | null {
  const issuer = ownIssuer();
  if (!issuer) return null;
  const link = new URL("https://www.linkedin.com/profile/add");
  link.search = new URLSearchParams({
    startTask: "CERTIFICATION_NAME",
    name: title,
    organizationName: issuer.name,
    issueYear: String(issuedAt.getUTCFullYear()),
    issueMonth: String(issuedAt.getUTCMonth() + 1),
    ...(validUntil && {
      expirationYear: String(validUntil.getUTCFullYear()),
      expirationMonth: String(validUntil.getUTCMonth() + 1),
    }),
    certUrl: `${issuer.url}/credentials/${id}`,
    certId: id,
  }).toString();
  return link.href;
}
