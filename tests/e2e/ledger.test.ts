import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PortalProcess, startPortal } from "./portal-process.ts";

const run = promisify(execFile);
const folder = mkdtempSync(path.join(os.tmpdir(), "cau-noi-journalist-"));
let portal: PortalProcess;

beforeAll(async () => {
  portal = await startPortal({ env: { LEDGER_CHECKPOINT_SECONDS: "1" } });
  await portal.cli("seed", "--cases", "60", "--seed", "5", "--path", "bulk");
  await portal.cli("ledger", "checkpoint");
});
afterAll(async () => {
  await portal.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the verifier as it was downloaded; gives what it says and how it ends. */
async function verifier(...args: string[]): Promise<{ code: number; said: Record<string, unknown> }> {
  try {
    const { stdout } = await run(process.execPath, ["verify.mjs", ...args, "--json"], { cwd: folder });
    return { code: 0, said: JSON.parse(stdout) };
  } catch (error) {
    const { code, stdout } = error as { code: number; stdout: string };
    return { code, said: JSON.parse(stdout) };
  }
}

test("somebody with one file downloads the ledger, checks it, and finds out what was changed in it", async () => {
  const list = await (await fetch(`${portal.url}/vi/cases`)).text();
  const code = /\/vi\/cases\/([A-Z]{2}-\w{4}-\w{4})/.exec(list)?.[1] ?? "";
  const page = await (await fetch(`${portal.url}/vi/cases/${code}`)).text();
  expect(page).toContain(`href="/ledger/cases/${code}.json"`);

  writeFileSync(path.join(folder, "verify.mjs"), await (await fetch(`${portal.url}/ledger/verify.mjs`)).text());
  // The portal's own timers may add an event, which waits for the next checkpoint.
  const checked = async () => {
    expect(await verifier("get", portal.url, "ledger", code)).toMatchObject({ code: 0, said: { changed: [] } });
    return verifier("ledger");
  };
  const right = { code: 0, said: { ok: true, cases: [{ code, waiting: 0 }] } };
  await expect.poll(checked, { timeout: 60_000, interval: 1_000 }).toMatchObject(right);
  expect(Number((await verifier("ledger")).said.leaves)).toBeGreaterThan(200);

  await portal.cli("seed", "--cases", "5", "--seed", "6", "--path", "bulk");
  await portal.cli("ledger", "checkpoint");
  expect(await verifier("get", portal.url, "ledger", code)).toMatchObject({ code: 0, said: { changed: [] } });
  expect((await verifier("ledger")).said).toMatchObject({ ok: true });

  const leaves = path.join(folder, "ledger", "leaves", "0");
  const lines = readFileSync(leaves, "utf8").split("\n");
  [lines[20], lines[33]] = [lines[33] ?? "", lines[20] ?? ""];
  writeFileSync(leaves, lines.join("\n"));
  expect(await verifier("ledger")).toMatchObject({ code: 1, said: { ok: false, firstBadIndex: 20 } });
  expect(await portal.cli("ledger", "verify")).toMatchObject({ ok: true, firstBadIndex: null });
});

test("files say how long they may be kept, and what is not published has none", async () => {
  const headers = async (name: string) => (await fetch(`${portal.url}/ledger/${name}`)).headers.get("Cache-Control");
  expect(await headers("leaves/0")).toContain("immutable");
  expect(await headers("checkpoints/1")).toContain("immutable");
  expect(await headers("checkpoint")).not.toContain("immutable");
  const bodies = new Set<string>();
  for (const name of [
    "cases/PA-2222-222Z.json",
    "cases/nonsense.json",
    "leaves/99999",
    "checkpoints/99999",
    "nowhere",
  ]) {
    const response = await fetch(`${portal.url}/ledger/${name}`);
    expect(response.status).toBe(404);
    bodies.add(await response.text());
  }
  expect(bodies.size).toBe(1);
});
