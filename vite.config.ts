import { reactRouter } from "@react-router/dev/vite";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [reactRouter()],
  // Every asset is a file of its own: the content security policy allows no data: address.
  build: { assetsInlineLimit: 0, sourcemap: false },
  // One bundle holds pages, commands, timers and the operator's commands, so that each module exists once.
  environments: {
    ssr: { build: { target: "node24", rollupOptions: { input: process.env.PORTAL_ENTRY ?? "./cli/portal.ts" } } },
  },
});
