import { expect, test } from "vitest";
import { proposePublication } from "../../app/commands/propose-publication.ts";
import { publishCase } from "../../app/commands/publish-case.ts";
import { isStale } from "../../app/domain/segment-state.ts";
import { checkFigures, fillFigures, publishFigures } from "../../app/jobs/keep-figures.ts";
import { keepLedger } from "../../app/jobs/keep-ledger.ts";
import { keepRegister } from "../../app/jobs/keep-register.ts";
import { currentRelease } from "../../db/figure-releases.ts";
import { verifyLedger } from "../../db/ledger/verify.ts";
import { listPublications } from "../../db/publication-lists.ts";
import { findPublication } from "../../db/publications.ts";
import { listQueue } from "../../db/queue.ts";
import { loadReference } from "../../db/reference.ts";
import { checkRegister } from "../../db/register-check.ts";
import { listSegments } from "../../db/segments.ts";
import { openStore, type Store } from "../../db/store.server.ts";
import { testKeys } from "./databases.ts";
import { formerDatabase } from "./former-database.ts";
import { caseIn, hire, publication, publish, publishedIn } from "./journey.ts";
import { openWorld } from "./world.ts";

const publicationsOf = async ({ read }: Store) => {
  const { publications } = read.tables;
  return read.select().from(publications).orderBy(publications.id);
};
const codesOf = (items: readonly { code: string }[]) => items.map(({ code }) => code).toSorted();

test("a portal of the first release brings its cases along and goes on with them", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const answered = await publishedIn(world, people, "answered");
  const provisions = { answers: { legalDocument: "", legalProvision: "", provisions: "Điều 5 Luật Đất đai 2024" } };
  const barrier = await caseIn(world, people, "answered", "barrier", provisions);
  const initiative = await caseIn(world, people, "assigned", "initiative");
  for (const { code } of [barrier, initiative]) await publish(world, people, publication(code));
  const open = await caseIn(world, people, "in_progress");

  const former = await formerDatabase(world.database);
  const store = await openStore(former.url, testKeys());
  try {
    await loadReference(store);
    await fillFigures(store);
    for (;;) if ((await keepRegister(store)) === 0) break;

    expect(await publicationsOf(store)).toEqual(await publicationsOf(world.store));
    const listed = async (filter: Parameters<typeof listPublications>[1]) =>
      codesOf((await listPublications(store.read, filter)).items);
    expect(await listed({})).toEqual(codesOf([answered, barrier, initiative]));
    expect(await listed({ kind: "barrier", outcome: "explained", words: ["nop"] })).toEqual([barrier.code]);
    expect(await listed({ words: ["nothing"] })).toEqual([]);
    const query = { view: "all", now: world.now(), soon: world.now() } as const;
    const queue = await listQueue(store.read, people.officer, query);
    expect(codesOf(queue.items)).toEqual(codesOf((await listQueue(world.store.read, people.officer, query)).items));
    expect(codesOf(queue.items)).toContain(open.code);

    expect((await checkFigures(store)).missing).toEqual([]);
    await publishFigures(store, world.now());
    expect(await currentRelease(store.read)).not.toBeNull();
    expect(await checkRegister(store.read)).toEqual({ entries: 1, wrong: [] });
    const { taken, signed } = await keepLedger(store, 0, world.now());
    expect(signed?.size).toBe(taken);
    expect(await verifyLedger(store.read)).toMatchObject({ leaves: taken, checkpoints: 1, findings: [] });

    // What was published before there were sentences is edited: one of them has no translation from then on.
    const edited = publication(answered.code, { questionVi: "Cổng dịch vụ công báo lỗi khi gửi hồ sơ." });
    await store.write((tx) => proposePublication(tx, people.editor, edited, world.now()));
    await store.write((tx) => publishCase(tx, people.secondEditor, { code: answered.code }, world.now()));
    const stale = (await listSegments(store.read, answered.id)).filter(isStale);
    expect(stale.map(({ part }) => part)).toEqual(["question"]);
    expect(await findPublication(store.read, answered.code)).toMatchObject({ questionVi: edited.questionVi });
    expect((await checkFigures(store)).missing).toEqual([]);
    expect((await verifyLedger(store.read)).findings).toEqual([]);
  } finally {
    await store.close();
    await former.remove();
  }
});
