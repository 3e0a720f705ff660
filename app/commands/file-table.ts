import { checkRow } from "../domain/barrier-table.ts";
import type { Actor } from "../domain/actor.ts";
import { mayEver } from "../domain/permissions.ts";
import { InputRefusal, Refusal } from "../domain/refusal.ts";
import { openingWords } from "../domain/text.ts";
import { findCaseId } from "../../db/cases.ts";
import { type Dossier, type FiledRows, fillDossier, findDossier, openDossier } from "../../db/dossiers.ts";
import { deleteTable, findTable } from "../../db/tables.ts";
import type { Tx } from "../../db/store.server.ts";
import { submitCase, type SubmitCase } from "./submit-case.ts";

export interface FileTable {
  /** The token of the form session. */
  readonly token: string;
  /** The key of the table whose check page was seen. */
  readonly key: string;
  readonly heldReason: SubmitCase["heldReason"];
}

/**
 * Files every row of the kept table as a case, all or none, in one dossier.
 * Sent twice, it is the same dossier. Refused with `not-found` when the session
 * has no such table.
 */
export async function fileTable(tx: Tx, actor: Actor, input: FileTable, now: Date): Promise<Dossier> {
  if (!mayEver(actor, "submit")) throw new Refusal("forbidden");
  const { token, key } = input;
  const before = await findDossier(tx, token, now, key);
  if (before) return before;
  const table = await findTable(tx, token, now);
  if (!table || table.key !== key) throw new Refusal("not-found");
  const opened = await openDossier(tx, token, key, table.rows.length, now);
  if (!opened) return (await findDossier(tx, token, now, key)) ?? refuse();
  const sessionHash = tx.keys.hash("form", `session|${token}`);
  const heldReason = table.trapped ? "honeypot" : input.heldReason;
  const ids: number[] = [];
  const rows: FiledRows = [];
  for (const { line, answers } of table.rows) {
    const checked = checkRow(answers, table.sender);
    if (!checked.ok) throw new InputRefusal(checked.errors);
    const filing = { key: `${key}|${line}`, sessionHash, bodyHash: "" };
    const filed = await submitCase(tx, actor, { answers: checked.value, key: filing, heldReason, quiet: true }, now);
    const title = checked.value.title ?? openingWords(checked.value.content);
    ids.push(await findCaseId(tx, filed.code));
    rows.push({ code: filed.code, secret: filed.secret ?? "", title, line });
  }
  const dossier = await fillDossier(tx, opened, key, { ids, rows }, now);
  await deleteTable(tx, table);
  return dossier;
}

function refuse(): never {
  throw new Refusal("not-found");
}
