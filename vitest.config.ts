import path from "node:path";
import { defineConfig } from "vitest/config";

const alias = { "@": path.resolve(import.meta.dirname) };
const exclude = ["**/node_modules/**", ".data/**", ".next/**", "e2e/**"];

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          // A thread starts sooner than a process; there are many small files.
          pool: "threads",
          maxWorkers: 2,
          include: ["**/*.test.ts"],
          exclude: [...exclude, "**/*.{db,start,full}.test.ts"],
        },
      },
      {
        resolve: { alias },
        test: {
          name: "database",
          // Hashing of passwords waits its turn on a busy machine.
          testTimeout: 20_000,
          include: ["**/*.db.test.ts"],
          exclude,
          globalSetup: ["lib/testing/template-database.ts"],
          setupFiles: ["lib/testing/own-database.ts"],
          maxWorkers: 2,
        },
      },
      {
        resolve: { alias },
        test: { name: "start", include: ["**/*.start.test.ts"], exclude, fileParallelism: false },
      },
      {
        resolve: { alias },
        test: { name: "full", include: ["**/*.full.test.ts"], exclude, fileParallelism: false },
      },
    ],
  },
});
