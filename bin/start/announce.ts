import { writeFileSync } from "node:fs";
import { publicUrl } from "@/lib/platform/env";
import { seconds } from "../bootstrap/progress.js";
import type { Installation } from "./installation";
import type { Timings } from "./steps";

export type AnnounceOptions = { demo?: boolean; timings?: string };

const SIGN_UP: Record<string, string> = {
  open: "anyone can sign up there",
  invitation: "by invitation: an admin makes one under Users",
  closed: "closed to new accounts",
};

/** Prints where the installation is and how to sign in; on first start, the admin's link. */
export async function announce(
  installation: Installation,
  timings: Timings,
  options: AnnounceOptions,
): Promise<void> {
  const { hasAdmin } = await import("@/lib/accounts/has-admin");
  const lines = [
    `Touchstone runs at ${publicUrl()}`,
    `  Accounts: ${SIGN_UP[installation.settings.SIGNUP]}`,
  ];
  if (!(await hasAdmin())) {
    const { createAdminLink } = await import("@/lib/accounts/create-admin-link");
    lines.push(`  Become its admin: ${await createAdminLink()}`);
  }
  if (options.demo) {
    const { seedDemo } = await import("@/lib/demo/seed-demo");
    lines.push(...(await seedDemo()));
  }
  lines.push(`  Up after ${seconds(performance.now())}; Ctrl-C stops everything cleanly`);
  process.stdout.write(`\n${lines.join("\n")}\n\n`);
  if (options.timings) writeFileSync(options.timings, JSON.stringify(timings));
}
