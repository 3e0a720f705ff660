import { defineConfig } from "vitest/config";

// Long enough for a machine with other work to do: only what hangs meets them.
const node = { environment: "node", testTimeout: 600_000, hookTimeout: 300_000 } as const;

/**
 * The same test files in `tests/store` run once on each database; the others
 * need none. End-to-end tests start the built server.
 */
export default defineConfig({
  test: {
    // A test of the store waits for its database most of the time.
    maxWorkers: 3,
    projects: [
      {
        test: {
          ...node,
          name: "unit",
          include: ["tests/{domain,db,components,emails,http,locales}/**/*.test.{ts,tsx}"],
        },
      },
      { test: { ...node, name: "files", include: ["tests/files/**/*.test.ts"] } },
      { test: { ...node, name: "sqlite", include: ["tests/store/**/*.test.ts"], env: { TEST_DATABASE: "sqlite" } } },
      {
        test: {
          ...node,
          name: "postgres",
          include: ["tests/store/**/*.test.ts"],
          env: { TEST_DATABASE: "postgres" },
          globalSetup: ["tests/postgres.setup.ts"],
        },
      },
      {
        test: {
          ...node,
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          testTimeout: 900_000,
          fileParallelism: false,
          // Browsers and servers have the machine to themselves.
          sequence: { groupOrder: 1 },
          globalSetup: ["tests/postgres.setup.ts", "tests/e2e/build.setup.ts"],
        },
      },
    ],
  },
});
