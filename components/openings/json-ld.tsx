import { scriptJson } from "@/lib/openings/job-posting";

/** Data for search engines; scriptJson leaves nothing in it that could end the element. */
export function JsonLd({ data, nonce }: { data: object; nonce: string | undefined }) {
  return (
    <script
      type="application/ld+json"
      nonce={nonce}
      // A browser hides the nonce from scripts, so that the two sides differ.
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: scriptJson(data) }}
    />
  );
}
