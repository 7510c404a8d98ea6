import jsQR from "jsqr";
import sharp from "sharp";
import { expect, it } from "vitest";
import { signedIn } from "@/lib/testing/fixtures";

process.env.PUBLIC_URL = "https://skills.example.org";
const { issueCredential } = await import("./issue-credential");
const { qrCode } = await import("./qr-code");

it("leads a scanner to the credential, a part of it lost", async () => {
  const { userId } = await signedIn();
  const both = { en: "Serving", zh: "服务" };
  const { id } = await issueCredential(
    { kind: "system" },
    {
      ...{ userId, occasion: `${userId}:qr`, estimates: [], evidence: [] },
      achievement: {
        ...{ slug: "serving", level: "working", title: both, description: both, criteria: both },
      },
    },
  );
  const stain = Buffer.from('<svg><rect x="0" y="0" width="60" height="60" fill="white"/></svg>');
  const { data, info } = await sharp(Buffer.from(await qrCode(id)))
    .resize(600, 600)
    .composite([{ input: stain, left: 330, top: 330 }])
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const read = jsQR(new Uint8ClampedArray(data), info.width, info.height);
  expect(read?.data).toBe(`https://skills.example.org/credentials/${id}`);
  await expect(qrCode("none")).rejects.toMatchObject({ status: 404 });
});
