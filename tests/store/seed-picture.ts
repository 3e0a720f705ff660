import { asc } from "drizzle-orm";
import { openReporter, type ReporterIdentity } from "../../db/reporters.ts";
import type { EventData } from "../../db/schema.ts";
import type { Store } from "../../db/store.server.ts";

type Plain = Record<string, unknown>;

/** A seeded database as far as its seed decides it: without keys, salts, secrets and row numbers, by case code. */
export interface Picture {
  readonly cases: Record<string, Plain>;
  readonly events: Record<string, Plain[]>;
  readonly messages: Record<string, Plain[]>;
  readonly answers: Record<string, Plain[]>;
  readonly ratings: Record<string, Plain[]>;
  readonly refusals: Record<string, Plain[]>;
  readonly disputes: Record<string, Plain[]>;
  readonly merges: Record<string, Plain[]>;
  readonly publications: Record<string, Plain[]>;
  readonly reporters: Record<string, ReporterIdentity | null>;
}

export async function pictureOf({ read }: Store): Promise<Picture> {
  const t = read.tables;
  const cases = await read.select().from(t.cases);
  const codes = new Map(cases.map((row) => [row.id, row.code]));
  const messages = await read.select().from(t.messages).orderBy(asc(t.messages.id));
  const answers = await read.select().from(t.answers).orderBy(asc(t.answers.id));
  const events = await read.select().from(t.events).orderBy(asc(t.events.position));
  const reporters: Picture["reporters"] = {};
  for (const row of cases) reporters[row.code] = await openReporter(read, row.id);
  const bodies = {
    messageId: new Map(messages.map((row) => [row.id, row.body])),
    answerId: new Map(answers.map((row) => [row.id, row.body])),
    leadCaseId: codes,
  };
  const told = (data: EventData): Plain => {
    const { salt, commitment, ...rest } = data;
    const named: Plain = { ...rest, committed: salt !== undefined && commitment !== undefined };
    for (const [name, known] of Object.entries(bodies)) {
      const id = data[name];
      if (typeof id === "number") named[name] = known.get(id) ?? "a row that does not exist";
    }
    return named;
  };
  return {
    cases: Object.fromEntries(
      cases.map(({ id: _id, secretHash: _hash, mergedIntoId, ...row }) => [
        row.code,
        {
          ...row,
          // PostgreSQL keeps the names of a JSON object in an order of its own, and the words follow it.
          search: row.search.split(" ").sort().join(" "),
          leadCode: mergedIntoId === null ? null : (codes.get(mergedIntoId) ?? "nothing"),
        },
      ]),
    ),
    events: byCode(
      events
        .filter((row) => row.stream.startsWith("case/"))
        .map(({ id: _id, stream, hash: _hash, previousHash: _previous, data, ...row }) => ({
          caseId: Number(stream.slice("case/".length)),
          ...row,
          data: told(data),
        })),
    ),
    messages: byCode(messages.map(({ id: _id, ...row }) => row)),
    answers: byCode(answers.map(({ id: _id, ...row }) => row)),
    ratings: byCode(await read.select().from(t.ratings)),
    refusals: byCode(
      (await read.select().from(t.caseRefusals).orderBy(asc(t.caseRefusals.id))).map(
        ({ id: _id, messageId, ...row }) => ({
          ...row,
          words: bodies.messageId.get(messageId) ?? "a row that does not exist",
        }),
      ),
    ),
    disputes: byCode(
      (await read.select().from(t.disputes).orderBy(asc(t.disputes.id))).map(({ id: _id, ...row }) => row),
    ),
    merges: byCode(
      (await read.select().from(t.caseMerges)).map(({ intoId, leadId, ...row }) => ({
        ...row,
        intoCode: codes.get(intoId) ?? "nothing",
        leadCode: codes.get(leadId) ?? "nothing",
      })),
    ),
    publications: byCode((await read.select().from(t.publications)).map(({ id: _id, ...row }) => row)),
    reporters,
  };

  function byCode(rows: readonly (Plain & { caseId: number })[]): Record<string, Plain[]> {
    const grouped: Record<string, Plain[]> = {};
    for (const { caseId, ...row } of rows) (grouped[codes.get(caseId) ?? "no case"] ??= []).push(row);
    return grouped;
  }
}
