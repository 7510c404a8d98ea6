import { afterAll, expect, it, vi } from "vitest";
import { db } from "@/lib/platform/db";
import { sendMail } from "./send-mail";

const server = await vi.hoisted(async () => {
  const { mailServer } = await import("@/lib/testing/mail-server");
  const own = await mailServer();
  process.env.SMTP_URL = own.url;
  process.env.PUBLIC_URL = "https://skills.example.org";
  return own;
});

afterAll(() => server.close());

const INJECTION = "Evil\r\nBcc: all@example.org\r\n\r\n<script>hit()</script>\u2028{link}%s";

it("lets no name begin a header, a paragraph or a template of a letter", async () => {
  const title = INJECTION;
  await sendMail(null, "reader@example.org", {
    ...{ kind: "applicationReceived", locale: "en", path: "/candidate/applications" },
    params: { organisation: INJECTION, title },
  });
  const raw = await server.next();
  const [head = ""] = raw.split("\r\n\r\n");
  const headers = head
    .replaceAll(/\r\n[ \t]+/g, " ")
    .split("\r\n")
    .map((line) => line.slice(0, line.indexOf(":")).toLowerCase());
  expect(headers.toSorted()).toEqual(
    [
      ...["content-transfer-encoding", "content-type", "date", "from", "message-id"],
      ...["mime-version", "subject", "to"],
    ].toSorted(),
  );
  const kept = await db().mailMessage.findFirstOrThrow();
  const name = "Evil Bcc: all@example.org <script>hit()</script> {link}%s";
  expect(kept.recipient).toBe("reader@example.org");
  expect(kept.subject).toBe(`Your application: ${name}`);
  expect(kept.text).toContain(`${name} has your application for “${name}”.`);
});
