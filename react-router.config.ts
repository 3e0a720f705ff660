import type { Config } from "@react-router/dev/config";

export default {
  ssr: true,
  // Route ids of the office are nobody's business who has not opened an office page.
  routeDiscovery: { mode: "initial" },
} satisfies Config;
