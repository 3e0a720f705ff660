import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { reactRouter } from "@react-router/dev/vite";
import { defineConfig, minifySync, type Plugin } from "vite";

/** The small scripts of public pages go out without their comments: every byte counts on a weak line. */
const smallScripts: Plugin = {
  name: "small-scripts",
  writeBundle({ dir = "" }) {
    for (const name of readdirSync("public").filter((file) => file.endsWith(".js"))) {
      const copied = path.join(dir, name);
      if (existsSync(copied)) writeFileSync(copied, minifySync(name, readFileSync(copied, "utf8")).code);
    }
  },
};

export default defineConfig({
  plugins: [reactRouter(), smallScripts],
  // Every asset is a file of its own: the content security policy allows no data: address.
  build: { assetsInlineLimit: 0, sourcemap: false },
  // One bundle holds pages, commands, timers and the operator's commands, so that each module exists once.
  environments: {
    ssr: { build: { target: "node24", rollupOptions: { input: process.env.PORTAL_ENTRY ?? "./cli/portal.ts" } } },
  },
});
