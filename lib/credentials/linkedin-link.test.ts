import { expect, it } from "vitest";

process.env.PUBLIC_URL = "https://skills.example.org";
const { linkedInLink } = await import("./linkedin-link");

it("fills in the form with what the credential says, and where it is checked", () => {
  const link = new URL(
    linkedInLink({
      id: "an-id",
      title: "Serving & more",
      issuedAt: new Date("2026-01-31T12:00:00Z"),
      validUntil: new Date("2029-01-31T12:00:00Z"),
    }) ?? "",
  );
  expect(link.host).toBe("www.linkedin.com");
  expect(Object.fromEntries(link.searchParams)).toMatchObject({
    name: "Serving & more",
    issueYear: "2026",
    issueMonth: "1",
    expirationYear: "2029",
    certUrl: "https://skills.example.org/credentials/an-id",
  });
});
