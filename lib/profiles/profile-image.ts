import sharp from "sharp";
import type { Actor } from "@/lib/auth/actor";
import { publicUrl } from "@/lib/platform/env";
import { takePoint } from "@/lib/platform/rate-limit";
import { drawProfile } from "./draw-profile";
import { readPublicProfile } from "./read-public-profile";

/** Drawing takes a processor's time, which a visitor gets only so much of. */
const DRAWN = { name: "profile-image", points: 30, seconds: 60 };

/** A profile's image in a language, and whether search engines may list it. Throws profile_not_found. */
export async function profileImage(
  actor: Actor,
  handle: string,
  locale: "en" | "zh",
): Promise<{ png: Buffer; indexed: boolean }> {
  const profile = await readPublicProfile(handle);
  if (actor.kind === "visitor") await takePoint(DRAWN, actor.address);
  const svg = drawProfile(profile, locale, new URL(publicUrl()).host);
  return { png: await sharp(Buffer.from(svg)).png().toBuffer(), indexed: profile.indexed };
}
