// Runs a script of the project, or a tool of node_modules by its name, on Node 24, whatever Node started this.
import { spawn } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const node = findNode24();
const [target, ...rest] = process.argv.slice(2);
const isScript = /\.(mjs|ts|js)$/.test(target);
const file = isScript ? path.join(root, target) : realpathSync(path.join(root, "node_modules/.bin", target));
// A larger young heap buys nothing here and doubles the memory of the process.
const flags = isScript ? ["--max-semi-space-size=16"] : [];

const env = { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}` };
const child = spawn(node, [...flags, file, ...rest], { stdio: "inherit", env });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));

/** This Node, if it is new enough, or the one that npm installed for this platform. */
function findNode24() {
  if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath;
  const platform = process.platform === "win32" ? "win" : process.platform;
  const name = process.platform === "win32" ? "node.exe" : "node";
  const installed = path.join(root, "node_modules", `node-${platform}-${process.arch}`, "bin", name);
  if (existsSync(installed)) return installed;
  console.error(
    `Cầu Nối runs on Node 24; this is ${process.versions.node}, and npm has none for ${process.platform} ${process.arch}. Install Node 24.`,
  );
  process.exit(1);
}
