import { inArray } from "drizzle-orm";
import { makeCaseCode } from "../../app/domain/case-code.ts";
import { makeSecret, readSecret } from "../../app/domain/secret.ts";
import type { CaseRow } from "../cases.ts";
import { caseSearchText } from "../search.ts";
import type { Tx } from "../store.server.ts";
import { insertNumbered } from "./bulk-insert.ts";
import type { FoldedCase } from "./folding.ts";

/** The case before a batch: under it the first of the batch may go on. */
export interface Lead {
  readonly index: number;
  readonly id: number;
}

/** A case that has its row, with what opens it. */
export interface Stored {
  readonly folded: FoldedCase;
  readonly row: CaseRow;
  readonly secret: string;
}

/** Stores the rows of cases, each with a code and a secret of its own. */
export async function storeCases(
  tx: Tx,
  folded: readonly FoldedCase[],
  before: Lead | null,
  name: string,
): Promise<Stored[]> {
  const codes = await freeCodes(tx, folded);
  const given = folded.map((item, place) => {
    const secret = makeSecret(Buffer.from(tx.keys.hash("token", `seed|${name}|${item.plan.index}`), "hex"));
    const row = { ...item.row, code: codes[place] ?? "" };
    return {
      secret,
      row: {
        ...row,
        search: caseSearchText(row),
        secretHash: tx.keys.hash("tracking-secret", readSecret(secret) ?? ""),
        secretKeyId: tx.keys.currentId,
      },
    };
  });
  const merged = (place: number) => folded[place]?.row.status === "merged";
  const stored: Stored[] = [];
  // A case that goes on under another one needs that one's number, which the rows before it have.
  for (let from = 0; from < given.length;) {
    let to = from + 1;
    while (to < given.length && !merged(to)) to += 1;
    const rows = given.slice(from, to).map(({ row }, place) => {
      const lead = stored.at(-1)?.row.id ?? before?.id;
      return { ...row, mergedIntoId: place === 0 && merged(from) ? (lead ?? null) : null };
    });
    const ids = await insertNumbered(tx, "cases", rows);
    for (const [place, row] of rows.entries()) {
      const item = folded[from + place];
      const id = ids[place];
      if (!item || id === undefined) throw new Error("a seeded case was not stored");
      stored.push({ folded: item, row: { ...row, id } as CaseRow, secret: given[from + place]?.secret ?? "" });
    }
    from = to;
  }
  return stored;
}

/** A code for each case that no case has, in this batch or before it. */
async function freeCodes(tx: Tx, folded: readonly FoldedCase[]): Promise<string[]> {
  const { cases } = tx.tables;
  const draw = ({ plan }: FoldedCase) => makeCaseCode(plan.answers.kind, plan.codeBytes());
  const codes = folded.map(draw);
  for (;;) {
    const known = await tx.select({ code: cases.code }).from(cases).where(inArray(cases.code, codes));
    const taken = new Set(known.map(({ code }) => code));
    let redrawn = false;
    for (const [place, code] of codes.entries()) {
      const item = folded[place];
      if (!taken.has(code) || !item) {
        taken.add(code);
        continue;
      }
      codes[place] = draw(item);
      redrawn = true;
    }
    if (!redrawn) return codes;
  }
}
