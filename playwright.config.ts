import { defineConfig } from "@playwright/test";

const PORT = Number(process.env.E2E_PORT ?? 3987);
const DATA = ".data/e2e";

/** The installation under test is a real one: fresh data, the Python environment and the model shared. */
const START = [
  `rm -rf ${DATA}`,
  `mkdir -p ${DATA}`,
  `ln -s ../python ${DATA}/python`,
  `if [ -d .data/models ]; then ln -s ../models ${DATA}/models; fi`,
  `exec bin/touchstone start --port ${PORT}`,
].join(" && ");

export default defineConfig({
  testDir: "e2e",
  timeout: 60_000,
  // On one installation. A test that leaves no slot to another's grading is tagged @alone.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    // Pictures of what is seen in between would take as long again.
    trace: { mode: "retain-on-failure", screenshots: false },
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: [
        "--no-sandbox",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "admin", testMatch: "admin.setup.ts" },
    { name: "browser", dependencies: ["admin"] },
  ],
  webServer: {
    command: START,
    url: `http://127.0.0.1:${PORT}/api/health`,
    timeout: 300_000,
    stdout: "pipe",
    env: {
      DATA_DIR: DATA,
      WORKER_SLOTS: "2",
      WORKER_DEVICES: "none",
      DATABASE_URL: "",
      // Credentials are issued under a public address alone.
      PUBLIC_URL: `http://127.0.0.1:${PORT}`,
      LOG_LEVEL: "warn",
    },
    gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
  },
});
