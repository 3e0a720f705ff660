import { data, redirect, type RouterContextProvider } from "react-router";
import { checkTable, type Known, MOST_TABLE_BYTES, type TableProblem } from "../../domain/barrier-table.ts";
import { localDate } from "../../domain/calendar.ts";
import { fieldsOf, stepErrors } from "../../domain/form-steps.ts";
import type { FieldErrors } from "../../domain/refusal.ts";
import { foldText } from "../../domain/text.ts";
import { fileTable } from "../../commands/file-table.ts";
import { discardTable, keepTable } from "../../commands/keep-table.ts";
import { listTerms } from "../../../db/terms.ts";
import { slowLane } from "../../http/admission.ts";
import { answeredContext, langContext, portalContext, sourceContext } from "../../http/context.ts";
import { typedValues } from "../../http/form-input.ts";
import { newFormToken, readFormToken, sessionHeaders } from "../../http/form-session.ts";
import { BrokenFormError, isMultipart, readParts } from "../../http/multipart.ts";
import { perform } from "../../http/perform.ts";
import { columnWords, readTable, tableText } from "../../http/read-table.ts";
import { tableAddress, TRAP } from "./submission-address.ts";

/** What the page shows after a table that was not taken. */
export interface RefusedTable {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  readonly problems: readonly TableProblem[];
  readonly problem: "limited" | "unavailable" | null;
}

interface Posted {
  readonly typed: Readonly<Record<string, string>>;
  readonly file: Uint8Array | "too-big" | null;
}

/** Answers a POST of the table's pages: a table to check, one to file, one to throw away. */
export async function handleTable(request: Request, context: Readonly<RouterContextProvider>) {
  context.set(answeredContext, true);
  const { env } = context.get(portalContext);
  const lang = context.get(langContext);
  const { typed, file } = await readPosted(request);
  const token = readFormToken(request, env.PUBLIC_URL) ?? newFormToken();
  const leadTo = (step?: "check" | "done") =>
    redirect(tableAddress(lang, step), { status: 303, headers: sessionHeaders(token, lang, env.PUBLIC_URL) });
  if (typed.act === "discard") {
    const left = await perform(context, discardTable, { token });
    return left.ok ? leadTo() : refused(typed, {}, [], 503, "unavailable");
  }
  if (typed.act === "file") return fileAll(context, token, typed, leadTo);
  return keepChecked(context, token, { typed, file }, leadTo);
}

type LeadTo = (step?: "check" | "done") => Response;

async function keepChecked(
  context: Readonly<RouterContextProvider>,
  token: string,
  { typed, file }: Posted,
  leadTo: LeadTo,
) {
  const { clock, limiter } = context.get(portalContext);
  const lang = context.get(langContext);
  const source = context.get(sourceContext);
  const wait = limiter.take("search", source);
  if (wait > 0) return refused(typed, {}, [], 429, "limited", wait);
  const today = localDate(clock());
  const sender = Object.fromEntries(
    fieldsOf("barrier", "who").flatMap((name) => (typed[name] ? [[name, typed[name]]] : [])),
  );
  const errors: FieldErrors = stepErrors("barrier", "who", sender, today);
  const text = textIn(typed, file);
  if (!text.ok) return refused(typed, { table: text.rule, ...errors }, [], 422);
  const columns = columnWords();
  const read = readTable(text.value, columns);
  if (!("records" in read)) {
    const broken = [{ line: read.line, column: null, rule: read.rule }];
    return refused(typed, { table: "wrong", ...errors }, broken, 422);
  }
  const words = {
    columns,
    obstacleClass: await termWords(context, "obstacle_class"),
    sector: await termWords(context, "sector"),
  };
  // What is wrong with the sender is told beside the sender's fields, once.
  const plain = Object.keys(errors).length > 0 ? { reporterType: "anonymous", publishConsent: "no" } : sender;
  const { rows, problems } = checkTable(read.records, words, { ...plain, lang });
  if (problems.length > 0) return refused(typed, { table: "wrong", ...errors }, problems, 422);
  if (Object.keys(errors).length > 0) return refused(typed, errors, [], 422);
  const table = { token, rows, sender: { ...sender, lang }, trapped: Boolean(typed[TRAP]) };
  const kept = await perform(context, keepTable, table);
  return kept.ok ? leadTo("check") : refused(typed, {}, [], 503, "unavailable");
}

async function fileAll(
  context: Readonly<RouterContextProvider>,
  token: string,
  typed: Posted["typed"],
  leadTo: LeadTo,
) {
  const { limiter } = context.get(portalContext);
  const wait = limiter.take("table", context.get(sourceContext));
  if (wait > 0) return refused(typed, {}, [], 429, "limited", wait);
  const admission = slowLane(limiter);
  if (admission.wait > 0) return refused(typed, {}, [], 429, "limited", admission.wait);
  const filed = await perform(context, fileTable, { token, key: typed.key ?? "", heldReason: admission.heldReason });
  if (filed.ok) return leadTo("done");
  // A term that has just run out, say: the table is looked at again as a whole.
  if (filed.status === 422)
    return refused(typed, { table: "wrong" }, [{ line: null, column: null, rule: "no-rows" }], 422);
  return refused(typed, {}, [], 503, "unavailable");
}

async function readPosted(request: Request): Promise<Posted> {
  try {
    if (!isMultipart(request.headers.get("content-type")))
      return { typed: typedValues(await request.formData()), file: null };
    const found: { file: Posted["file"] } = { file: null };
    const form = await readParts(request, async ({ field, bytes }) => {
      if (field !== "file") return;
      const pieces: Uint8Array[] = [];
      let size = 0;
      for await (const piece of bytes) {
        size += piece.length;
        if (size <= MOST_TABLE_BYTES) pieces.push(piece);
      }
      found.file = size > MOST_TABLE_BYTES ? "too-big" : Buffer.concat(pieces);
    });
    return { typed: typedValues(form), file: found.file };
  } catch (error) {
    if (error instanceof BrokenFormError || error instanceof TypeError) throw data(null, { status: 400 });
    throw error;
  }
}

function textIn(
  typed: Posted["typed"],
  file: Posted["file"],
): { ok: true; value: string } | { ok: false; rule: string } {
  const pasted = typed.pasted ?? "";
  if (file === "too-big" || Buffer.byteLength(pasted) > MOST_TABLE_BYTES) return { ok: false, rule: "too-big" };
  const isFile = file !== null && file.length > 0;
  if (isFile && pasted.trim() !== "") return { ok: false, rule: "both" };
  if (!isFile) return pasted.trim() === "" ? { ok: false, rule: "no-file" } : { ok: true, value: pasted.trimStart() };
  const text = tableText(file);
  return text === null ? { ok: false, rule: "encoding" } : { ok: true, value: text };
}

/** Every word by which a term is known: its code, the end of its code, its names. */
async function termWords(
  context: Readonly<RouterContextProvider>,
  vocabulary: "obstacle_class" | "sector",
): Promise<Known> {
  const { store, clock } = context.get(portalContext);
  const terms = await listTerms(store.read, vocabulary, localDate(clock()));
  return new Map(
    terms.flatMap(({ code, nameVi, nameEn }) =>
      [code, code.replace(/^.*[.-]/, ""), nameVi, nameEn].map((word) => [foldText(word), code] as const),
    ),
  );
}

function refused(
  values: Posted["typed"],
  errors: FieldErrors,
  problems: readonly TableProblem[],
  status: number,
  problem: RefusedTable["problem"] = null,
  wait = 10,
) {
  const body: RefusedTable = { values, errors, problems, problem };
  return data(body, { status, headers: problem ? { "Retry-After": String(wait) } : {} });
}
