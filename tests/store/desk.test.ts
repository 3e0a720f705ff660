import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { fileForPerson } from "../../app/commands/file-for-person.ts";
import { renewSecret } from "../../app/commands/renew-secret.ts";
import { findFiledBy, listFiledBy } from "../../db/filed-cases.ts";
import { deskToken, findReceipt } from "../../db/form-receipts.ts";
import { openBySecret } from "../../db/tracking.ts";
import { answersOf } from "./answers.ts";
import { openWorld, thePublic, type World } from "./world.ts";

const filing = (key: string = randomUUID()) => ({
  answers: answersOf("feedback"),
  channel: "counter" as const,
  key,
  bodyHash: "the answers",
});

/** A clerk who has filed a case, and the person for whom it was filed. */
async function filedBy(world: World, key?: string) {
  const clerk = await world.staff("officer");
  const receipt = await world.run(fileForPerson, clerk, filing(key));
  const row = await world.find(receipt.code);
  return { clerk, receipt, row, person: { kind: "submitter", caseId: row.id } as const };
}

test("a case filed at the desk has the code and the clock of any other, and says how it came in", async () => {
  await using world = await openWorld();
  const { clerk, row } = await filedBy(world);
  const online = await world.find((await world.submit()).code);
  expect(row).toMatchObject({ channel: "counter", clerkId: clerk.staffId, status: "submitted" });
  expect([row.dueAt, row.triageDueAt, row.ruleId]).toEqual([online.dueAt, online.triageDueAt, online.ruleId]);
  expect(online).toMatchObject({ channel: "web", clerkId: null });
});

test("the clerk alone sees it among the filed ones, with the receipt to print", async () => {
  await using world = await openWorld();
  const { clerk, receipt } = await filedBy(world);
  const other = await world.staff("officer");
  const { read } = world.store;
  expect((await listFiledBy(read, clerk, 20)).map((row) => row.code)).toEqual([receipt.code]);
  expect(await listFiledBy(read, other, 20)).toEqual([]);
  expect(await findFiledBy(read, other, receipt.code)).toBeNull();
  expect(await findReceipt(read, deskToken(clerk.staffId), world.now())).toEqual(receipt);
  expect(await findReceipt(read, deskToken(other.staffId), world.now())).toBeNull();
});

test("once the person has a new secret, the clerk's opens nothing and the clerk sees nothing", async () => {
  await using world = await openWorld();
  const { clerk, receipt, person } = await filedBy(world);
  const { read } = world.store;
  const printed = receipt.secret ?? "";
  expect((await openBySecret(read, receipt.code, printed))?.code).toBe(receipt.code);
  const fresh = await world.run(renewSecret, person, { code: receipt.code });
  expect(await openBySecret(read, receipt.code, printed)).toBeNull();
  expect((await openBySecret(read, receipt.code, fresh))?.code).toBe(receipt.code);
  expect(await listFiledBy(read, clerk, 20)).toEqual([]);
  expect(await findFiledBy(read, clerk, receipt.code)).toBeNull();
});

test("a form sent twice is one case", async () => {
  await using world = await openWorld();
  const clerk = await world.staff("triage");
  const [one, two] = [
    await world.run(fileForPerson, clerk, filing("k")),
    await world.run(fileForPerson, clerk, filing("k")),
  ];
  expect(two).toEqual(one);
  expect(await world.database.sql("select id from case_file")).toHaveLength(1);
});

test("nobody but triage and officers files for others", async () => {
  await using world = await openWorld();
  for (const role of ["leader", "editor", "monitor", "admin"] as const) {
    await expect(world.run(fileForPerson, await world.staff(role), filing())).rejects.toMatchObject({
      code: "forbidden",
    });
  }
  await expect(world.run(fileForPerson, thePublic, filing())).rejects.toMatchObject({ code: "forbidden" });
});
