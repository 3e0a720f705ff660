// Builds and starts the portal, and does both again whenever a source changes: what you see is what runs in production.
import { spawn } from "node:child_process";
import { watch } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const watched = ["app", "db", "emails", "locales", "cli", "public"];
let portal = null;
let pending = null;

function restart() {
  const start = () => {
    portal = spawn(process.execPath, [path.join(root, "cli/start.mjs"), ...process.argv.slice(2)], {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, NODE_ENV: "development", HOST: process.env.HOST ?? "127.0.0.1" },
    });
  };
  if (!portal || portal.exitCode !== null) return start();
  portal.once("exit", start);
  portal.kill("SIGTERM");
}

for (const folder of watched) {
  watch(path.join(root, folder), { recursive: true }, () => {
    clearTimeout(pending);
    pending = setTimeout(restart, 300);
  });
}
restart();
