import { execFileSync } from "node:child_process";
import path from "node:path";

/** Builds the portal once before the end-to-end tests, as `npm start` would. */
export default function setup(): void {
  const root = path.dirname(path.dirname(import.meta.dirname));
  execFileSync(process.execPath, [path.join(root, "cli/start.mjs"), "--build-only"], { cwd: root, stdio: "inherit" });
}
