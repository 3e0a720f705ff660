// Plain JavaScript for any Node: finds Node 24, builds when needed, hands over.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const sources = [
  "app",
  "db",
  "emails",
  "files",
  "locales",
  "cli",
  "bench/similar",
  "public",
  "server.ts",
  "vite.config.ts",
  "react-router.config.ts",
  "package-lock.json",
];
const stamp = path.join(root, "build", ".sources");

const flags = process.argv.slice(2);
const demo = flags.includes("--demo");
const args = flags.filter((flag) => !["--demo", "--cli", "--build-only"].includes(flag));

buildWhenNeeded();
if (!flags.includes("--build-only")) {
  // React reads this when it is loaded; without it pages are drawn by its slow development build.
  process.env.NODE_ENV ??= "production";
  const command = flags.includes("--cli") ? args : [demo ? "demo" : "start", ...args];
  process.argv = [process.argv[0], path.join(root, "build/server/index.js"), ...command];
  await import(path.join(root, "build/server/index.js"));
}

function buildWhenNeeded() {
  const now = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now) return;
  console.error("Building…");
  const bin = path.join(root, "node_modules/@react-router/dev/bin.cjs");
  const result = spawnSync(process.execPath, [bin, "build"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (result.status !== 0) process.exit(result.status ?? 1);
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
}

/** A hash over the names and contents of everything the build is made from. */
function fingerprint() {
  const hash = createHash("sha256").update(process.versions.node);
  const add = (file) => hash.update(file).update(readFileSync(path.join(root, file)));
  for (const source of sources) {
    const full = path.join(root, source);
    if (!existsSync(full)) continue;
    if (path.extname(source) !== "") add(source);
    else
      for (const entry of readdirSync(full, { recursive: true, withFileTypes: true }).sort(byPath)) {
        if (entry.isFile()) add(path.relative(root, path.join(entry.parentPath, entry.name)));
      }
  }
  return hash.digest("hex");
}

function byPath(a, b) {
  return path.join(a.parentPath, a.name) < path.join(b.parentPath, b.name) ? -1 : 1;
}
