import { expect, it, type TestContext, vi } from "vitest";
import { borrowPython, probe, temporaryFolder, UP } from "../testing/probe";
import { freePort } from "./postgres";

vi.setConfig({ testTimeout: 300_000 });

/** Runs a command line where the machine's control groups cannot be seen. */
const WITHOUT_GROUPS = [
  ...["unshare", "--mount", "sh", "-c"],
  'mount -t tmpfs none /sys/fs/cgroup && exec "$@"',
  "sh",
];

async function start(context: TestContext, env: Record<string, string> = {}) {
  if (process.getuid?.() !== 0) context.skip("only root may hide the control groups");
  const DATA_DIR = temporaryFolder();
  borrowPython(DATA_DIR);
  const port = String(await freePort());
  return probe(["start", "--port", port], {
    env: { DATA_DIR, ...env },
    within: WITHOUT_GROUPS,
  });
}

it("without control groups a start ends with one message and its remedy", async (context) => {
  const { status, output } = await (await start(context)).ended;
  expect(status, output).toBe(2);
  expect(output.match(/^✗ /gm), output).toHaveLength(1);
  expect(output).toContain("✗ This machine gives the sandbox no control groups");
  expect(output).toMatch(/→ Make \/sys\/fs\/cgroup writable.*SANDBOX_ALLOW_WEAK=true/);
  expect(output).not.toContain("starts again in");
});

it("SANDBOX_ALLOW_WEAK lets it start, with a warning", async (context) => {
  const running = await start(context, { SANDBOX_ALLOW_WEAK: "true" });
  await running.shows(UP);
  await running.shows("This machine gives the sandbox no control groups");
  running.kill("SIGTERM");
  const { status, output } = await running.ended;
  expect(status, output).toBe(0);
  expect(output).toContain("This machine gives the sandbox no control groups");
});
