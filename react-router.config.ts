import type { Config } from "@react-router/dev/config";

export default {
  ssr: true,
  // The benchmark builds the same program with another entry beside the portal's own build.
  buildDirectory: process.env.PORTAL_BUILD ?? "build",
  // Route ids of the office are nobody's business who has not opened an office page.
  routeDiscovery: { mode: "initial" },
} satisfies Config;
