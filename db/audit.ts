import { and, asc, eq, gt, or } from "drizzle-orm";
import { caseStream, type EventRow, eventHash } from "./events.ts";
import type { Db } from "./store.server.ts";

/** The first thing wrong in a chain, or in a row that a chain speaks of. */
export interface AuditFinding {
  readonly stream: string;
  readonly position: number;
  readonly problem: "altered" | "missing" | "unlinked" | "tail-missing" | "wrong-status";
}

const PAGE = 2000;

/**
 * Reads every event once and names each broken stream with its first bad
 * position. Also holds each case against its chain: as many events as its
 * version says, and the status that the last move gave it.
 */
export async function verifyAudit(db: Db): Promise<{ events: number; findings: AuditFinding[] }> {
  const findings: AuditFinding[] = [];
  const broken = new Set<string>();
  const report = (finding: AuditFinding) => {
    if (broken.has(finding.stream)) return;
    broken.add(finding.stream);
    findings.push(finding);
  };
  let count = 0;
  let before: EventRow | null = null;
  const heads = new Map<string, { position: number; status: string | null }>();
  for await (const row of eachEvent(db)) {
    count += 1;
    const sameStream: EventRow | null = before?.stream === row.stream ? before : null;
    const problem = checkLink(sameStream, row);
    if (problem) report({ stream: row.stream, ...problem });
    const status: string | null = row.toStatus ?? heads.get(row.stream)?.status ?? null;
    heads.set(row.stream, { position: row.position, status });
    before = row;
  }
  for await (const item of eachCase(db)) {
    const stream = caseStream(item.id);
    const head = heads.get(stream);
    if (head?.position !== item.version)
      report({ stream, position: (head?.position ?? 0) + 1, problem: "tail-missing" });
    else if (head.status !== item.status) report({ stream, position: head.position, problem: "wrong-status" });
  }
  return { events: count, findings };
}

function checkLink(before: EventRow | null, row: EventRow): Omit<AuditFinding, "stream"> | null {
  const expected = (before?.position ?? 0) + 1;
  if (row.position !== expected) return { position: expected, problem: "missing" };
  const { id: _id, hash, ...content } = row;
  if (eventHash(content) !== hash) return { position: row.position, problem: "altered" };
  const previous = before?.hash ?? "0".repeat(64);
  return row.previousHash === previous ? null : { position: row.position, problem: "unlinked" };
}

async function* eachEvent(db: Db): AsyncGenerator<EventRow> {
  const { events } = db.tables;
  let last: EventRow | undefined;
  do {
    const after = last
      ? or(gt(events.stream, last.stream), and(eq(events.stream, last.stream), gt(events.position, last.position)))
      : undefined;
    const page: EventRow[] = await db
      .select()
      .from(events)
      .where(after)
      .orderBy(asc(events.stream), asc(events.position))
      .limit(PAGE);
    yield* page;
    last = page.at(-1);
  } while (last);
}

async function* eachCase(db: Db): AsyncGenerator<{ id: number; version: number; status: string }> {
  const { cases } = db.tables;
  let last = 0;
  for (;;) {
    const page = await db
      .select({ id: cases.id, version: cases.version, status: cases.status })
      .from(cases)
      .where(gt(cases.id, last))
      .orderBy(asc(cases.id))
      .limit(PAGE);
    yield* page;
    const end = page.at(-1);
    if (!end) return;
    last = end.id;
  }
}
