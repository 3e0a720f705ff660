import { reactRouter } from "@react-router/dev/vite";
import { defineConfig } from "vite";

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [reactRouter()],
  build: isSsrBuild
    ? { target: "node24", rollupOptions: { input: "./cli/portal.ts" } }
    : // Every asset is a file of its own: the content security policy allows no data: address.
      { assetsInlineLimit: 0, sourcemap: false },
}));
