import { and, asc, eq, gt, or } from "drizzle-orm";
import { type CaseRow, findCaseById } from "./cases.ts";
import { caseStream, type EventRow, eventHash, listEvents } from "./events.ts";
import type { Db } from "./store.server.ts";

/** The first thing wrong in a chain, or in a row that a chain speaks of. */
export interface AuditFinding {
  readonly stream: string;
  readonly position: number;
  readonly problem: "altered" | "missing" | "unlinked" | "unexpected" | "wrong-status" | "case-missing";
}

const PAGE = 2000;

/**
 * Reads every event once and names each broken stream with its first bad
 * position. Also holds each case against its chain: as many events as its
 * version says, and the status that the last move gave it. The portal may be
 * at work meanwhile.
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
  const heads = new Map<string, Head>();
  for await (const row of eachEvent(db)) {
    count += 1;
    const sameStream: EventRow | null = before?.stream === row.stream ? before : null;
    const problem = checkLink(sameStream, row);
    if (problem) report({ stream: row.stream, ...problem });
    const status: string | null = row.toStatus ?? heads.get(row.stream)?.status ?? null;
    heads.set(row.stream, { position: row.position, status });
    before = row;
  }
  const streams = new Set<string>();
  for await (const item of eachCase(db)) {
    const stream = caseStream(item.id);
    streams.add(stream);
    const finding = checkHead(item, heads.get(stream)) && (await checkAgain(db, item.id));
    if (finding) report({ stream, ...finding });
  }
  for (const stream of heads.keys()) {
    if (stream.startsWith("case/") && !streams.has(stream)) report({ stream, position: 1, problem: "case-missing" });
  }
  return { events: count, findings };
}

interface Head {
  readonly position: number;
  readonly status: string | null;
}
type CaseHead = Pick<CaseRow, "id" | "version" | "status">;

function checkHead(item: CaseHead, head: Head | undefined): Omit<AuditFinding, "stream"> | null {
  const position = head?.position ?? 0;
  if (position < item.version) return { position: position + 1, problem: "missing" };
  if (position > item.version) return { position: item.version + 1, problem: "unexpected" };
  return head?.status === item.status ? null : { position, problem: "wrong-status" };
}

/** The same check on one case as it is now: it may have gone on while all the chains were read. */
async function checkAgain(db: Db, caseId: number): Promise<Omit<AuditFinding, "stream"> | null> {
  const item = await findCaseById(db, caseId);
  const chain = await listEvents(db, caseStream(caseId));
  const status = chain.findLast((event) => event.toStatus !== null)?.toStatus ?? null;
  return item && checkHead(item, { position: chain.at(-1)?.position ?? 0, status });
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

async function* eachCase(db: Db): AsyncGenerator<CaseHead> {
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
