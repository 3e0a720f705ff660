import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addNote } from "../../app/commands/add-note.ts";
import { eraseIdentity } from "../../app/commands/erase-identity.ts";
import { ledgerFile } from "../../app/http/ledger-files.ts";
import { keepLedger, takeIn } from "../../app/jobs/keep-ledger.ts";
import { latestCheckpoint } from "../../db/ledger/checkpoints.ts";
import { rebuildTree } from "../../db/ledger/rebuild.ts";
import { saltsOf } from "../../db/ledger/salts.ts";
import { readLedger } from "../../db/ledger/state.ts";
import { verifyLedger } from "../../db/ledger/verify.ts";
import { caseIn, hire, type People, publishedIn } from "./journey.ts";
import { openWorld, type SubmittedCase, type World } from "./world.ts";

const program = path.join(import.meta.dirname, "../../ledger/verify.mjs");

let world: World;
let people: People;
let told: SubmittedCase;
let hidden: SubmittedCase;
const folder = mkdtempSync(path.join(os.tmpdir(), "cau-noi-ledger-"));

/** Takes in what waits and signs it. */
const sign = () => {
  world.tick(1);
  return keepLedger(world.store, 0, world.now());
};
const file = async (name: string) => (await ledgerFile(world.store.read, name))?.text ?? null;

/** Lays the files of the log of today into a folder, as somebody would download them. */
async function download(into: string, codes: readonly string[]): Promise<string> {
  const at = path.join(folder, into);
  const names = ["keys", "checkpoint", ...codes.map((code) => `cases/${code}.json`)];
  const latest = await latestCheckpoint(world.store.read);
  for (let number = 1; number <= (latest?.number ?? 0); number += 1) names.push(`checkpoints/${number}`);
  for (let number = 0; number * 256 < (latest?.size ?? 0); number += 1) names.push(`leaves/${number}`);
  for (const name of names) {
    const target = path.join(at, name);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, (await file(name)) ?? "");
  }
  return at;
}

/** Runs the verifier as a process of its own. */
function verifier(...args: string[]): { ok: boolean; firstBadIndex: number | null; leaves: number } {
  try {
    return JSON.parse(execFileSync(process.execPath, [program, ...args, "--json"], { encoding: "utf8" }));
  } catch (error) {
    return JSON.parse(String((error as { stdout: string }).stdout));
  }
}

beforeAll(async () => {
  world = await openWorld();
  people = await hire(world);
  told = await publishedIn(world, people, "answered");
  hidden = await caseIn(world, people, "in_progress");
  await sign();
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

test("every event of a case gets its place once, in order, also when several processes take them in at once", async () => {
  for (let made = 0; made < 40; made += 1)
    await world.run(addNote, people.triage, { code: hidden.code, note: `Ghi chú ${made}.` });
  const several = [1, 2, 3].map(() => takeIn(world.store, world.now()));
  expect((await Promise.all(several)).reduce((sum, taken) => sum + taken, 0)).toBe(40);
  const rows = await world.database.sql(
    "select e.stream, e.position, l.log_index from event e left join ledger_entry l on l.event_id = e.id where e.stream like 'case/%' order by l.log_index",
  );
  const places = rows.map((row) => Number(row.log_index));
  expect(new Set(places).size).toBe(rows.length);
  expect(rows.some((row) => row.log_index === null)).toBe(false);
  const last = new Map<unknown, number>();
  for (const { stream, position } of rows) {
    expect(Number(position)).toBe((last.get(stream) ?? 0) + 1);
    last.set(stream, Number(position));
  }
  // The published texts have a place of their own.
  expect((await readLedger(world.store.read)).size).toBe(rows.length + 1);
  await sign();
  expect(await verifyLedger(world.store.read)).toMatchObject({ findings: [], sealed: 0 });
});

test("an event that was stored before another and is committed after it is not passed over", async () => {
  await world.run(addNote, people.triage, { code: hidden.code, note: "Ghi chú trước." });
  const [first] = await world.database.sql("select max(event_id) as id from ledger_entry");
  const id = Number(first?.id);
  // Until it is committed nobody else sees it.
  await world.database.sql("delete from ledger_entry where event_id = ?", id);
  const { size } = await readLedger(world.store.read);
  await world.submit();
  expect(await takeIn(world.store, world.now())).toBe(1);
  await world.database.sql("insert into ledger_entry (event_id) values (?)", id);
  expect(await takeIn(world.store, world.now())).toBe(1);
  const [placed] = await world.database.sql("select log_index from ledger_entry where event_id = ?", id);
  expect(Number(placed?.log_index)).toBe(size + 1);
});

test("a checkpoint is signed when something came and its time has come, and never twice for the same", async () => {
  await sign();
  expect((await sign()).signed).toBeNull();
  await world.run(addNote, people.triage, { code: hidden.code, note: "Ghi chú mới." });
  expect((await keepLedger(world.store, 30 * 24 * 3600 * 1000, world.now())).signed).toBeNull();
  const { signed } = await sign();
  expect(await file("checkpoint")).toBe(signed?.note);
  expect(await file(`checkpoints/${signed?.number}`)).toBe(signed?.note);
  expect(signed?.note).toMatch(
    /^localhost\/ledger\n\d+\n[\w+/]{43}=\nnumber \d+\ntime \S+Z\n\n— localhost\/ledger \S+\n$/,
  );
});

test("what somebody downloads holds, and only published cases have a file", async () => {
  const at = await download("today", [told.code]);
  expect(verifier(at)).toMatchObject({ ok: true, leaves: (await readLedger(world.store.read)).size });
  expect(await file(`cases/${hidden.code}.json`)).toBeNull();
  expect(await file("cases/PA-2222-2222.json")).toBeNull();
  const everything = ["keys", "checkpoint", "leaves/0", `cases/${told.code}.json`].map((name) =>
    readFileSync(path.join(at, name), "utf8"),
  );
  expect(everything.join("")).not.toContain(hidden.code);
  expect(everything.join("")).not.toContain("Cán bộ");
});

test("the published texts stand in the log as the page shows them", async () => {
  const proof = JSON.parse((await file(`cases/${told.code}.json`)) ?? "{}");
  expect(proof.texts.told.texts.questionVi).toBe("Cổng dịch vụ công báo lỗi khi nộp hồ sơ.");
  const forged = path.join(await download("forged", [told.code]), "cases", `${told.code}.json`);
  proof.texts.told.texts.answerVi = "Lỗi đã được sửa từ ngày 01/09/2026.";
  writeFileSync(forged, JSON.stringify(proof));
  expect(verifier(forged)).toMatchObject({ ok: false, firstBadIndex: proof.texts.index });
});

test("texts that change enter the log anew, and what hid the former ones is gone", async () => {
  const changed = await publishedIn(world, people, "answered");
  await sign();
  const former = JSON.parse((await file(`cases/${changed.code}.json`)) ?? "{}").texts;
  const sql = "update publication set question_vi = 'Cổng dịch vụ công báo lỗi khi nộp.' where case_id = ?";
  await world.database.sql(sql, changed.id);
  expect(JSON.parse((await file(`cases/${changed.code}.json`)) ?? "{}").texts).toBeNull();
  await sign();
  const { texts } = JSON.parse((await file(`cases/${changed.code}.json`)) ?? "{}");
  expect(texts.index).toBeGreaterThan(former.index);
  expect(texts.told.texts.questionVi).toBe("Cổng dịch vụ công báo lỗi khi nộp.");
  const salts = await world.database.sql("select salt from ledger_wording where case_id = ? order by id", changed.id);
  expect(salts.map(({ salt }) => salt)).toEqual([null, texts.salt]);
  expect((await verifyLedger(world.store.read)).findings).toEqual([]);

  const place = world.database.dialect === "postgres" ? " on publication" : "";
  await world.database.sql(`drop trigger publication_reenters_ledger${place}`);
  await world.database.sql("update publication set question_vi = 'Khác.' where case_id = ?", changed.id);
  expect((await verifyLedger(world.store.read)).findings).toEqual([{ index: texts.index, problem: "texts-altered" }]);
  await world.database.sql(sql, changed.id);
});

describe("somebody who owns the database is found out", () => {
  test("by the first index of what they changed", async () => {
    const { ledgerTiles } = world.store.read.tables;
    const kept = await download("kept", []);
    const [row] = await world.store.read.select().from(ledgerTiles).limit(1);
    const bytes = Buffer.from(row?.hashes ?? "", "base64");
    bytes[7 * 32] = (bytes[7 * 32] ?? 0) ^ 1;
    await world.database.sql("update ledger_tile set hashes = ? where level = 0", bytes.toString("base64"));
    expect((await verifyLedger(world.store.read)).findings[0]).toEqual({ index: 0, problem: "checkpoint-unfit" });
    expect((await verifyLedger(world.store.read)).findings).toContainEqual({ index: 7, problem: "altered" });
    expect(verifier(await download("forked", []), "--earlier", kept)).toMatchObject({ ok: false, firstBadIndex: 0 });
    await world.database.sql("update ledger_tile set hashes = ? where level = 0", row?.hashes ?? "");
    expect((await verifyLedger(world.store.read)).findings).toEqual([]);
  });

  test("who takes back what was signed", async () => {
    await expect(world.database.sql("delete from ledger_checkpoint")).rejects.toThrow("signed");
    await expect(world.database.sql("update ledger_checkpoint set size = 1")).rejects.toThrow("signed");
  });
});

test("after an erasure old proofs hold on today's log, and nothing of the case can be opened", async () => {
  const erased = await publishedIn(world, people, "answered");
  await sign();
  const code = erased.code;
  const before = await download("before-erasure", [code]);
  const proof = readFileSync(path.join(before, "cases", `${code}.json`), "utf8");
  const secret = (await saltsOf(world.store.read, [erased.id])).get(erased.id)?.salt ?? "none";
  const textSalt = String(JSON.parse(proof).texts.salt);
  expect(JSON.stringify(await world.database.sql("select * from ledger_wording"))).toContain(textSalt);

  await world.run(eraseIdentity, erased.submitter, { code });
  await sign();
  expect(await file(`cases/${code}.json`)).toBeNull();
  const salts = await world.database.sql("select salt from ledger_salt union all select salt from ledger_wording");
  for (const gone of [secret, textSalt]) expect(JSON.stringify(salts)).not.toContain(gone);
  const after = await download("after-erasure", []);
  mkdirSync(path.join(after, "cases"), { recursive: true });
  writeFileSync(path.join(after, "cases", `${code}.json`), proof);
  expect(verifier(after, "--earlier", before)).toMatchObject({ ok: true, firstBadIndex: null });
  const verdict = await verifyLedger(world.store.read);
  expect(verdict.findings).toEqual([]);
  expect(verdict.sealed).toBeGreaterThan(5);
});

test("the tree is made anew from its leaves", async () => {
  await world.store.write(async (tx) => {
    for (let made = 0; made < 260; made += 1)
      await addNote(tx, people.triage, { code: hidden.code, note: "Ghi chú." }, world.now());
  });
  await sign();
  expect((await verifyLedger(world.store.read)).findings).toEqual([]);
  await world.database.sql("delete from ledger_tile where level > 0");
  expect((await verifyLedger(world.store.read)).findings[0]).toEqual({ index: 0, problem: "nodes-altered" });
  expect(await rebuildTree(world.store)).toBe((await readLedger(world.store.read)).size);
  expect((await verifyLedger(world.store.read)).findings).toEqual([]);
  expect(verifier(await download("rebuilt", [told.code])).ok).toBe(true);
});
