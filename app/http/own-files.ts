import type { RouterContextProvider } from "react-router";
import type { FilePlace } from "../domain/attachments.ts";
import type { Lang } from "../domain/case-kind.ts";
import type { Actor } from "../domain/actor.ts";
import { getI18n } from "../i18n.ts";
import {
  type AttachmentRow,
  caseOwner,
  draftOwner,
  findOwnFile,
  formOwner,
  listOwnFiles,
  placeOf,
} from "../../db/attachments.ts";
import { type CaseFile, caseFile } from "../../db/case-files.ts";
import { findCase } from "../../db/cases.ts";
import { findDraft } from "../../db/drafts.ts";
import type { PieceStore } from "../../files/pieces.ts";
import { type Portal, portalContext } from "./context.ts";
import { readFormToken } from "./form-session.ts";
import { passOf, readPass } from "./tracking-pass.ts";

/** For whom a request may send files. */
export interface Sender {
  /** Where a new file goes; null for a request that belongs to nobody. */
  readonly owner: string | null;
  /** Everything that this request may see and take back. */
  readonly owners: readonly string[];
  readonly actor: Actor;
  /** Until when a whole file is kept: as long as its draft. */
  readonly keepUntil: Date | null;
  /** The code of the case whose answer the files are evidence for. */
  readonly evidenceOf?: string;
}

export const nobody: Sender = { owner: null, owners: [], actor: { kind: "public" }, keepUntil: null };

/** Who sends files of a submission: the draft that the form session has open, else the session itself. */
export async function formSender(portal: Portal, token: string | null): Promise<Sender> {
  if (token === null) return nobody;
  const { read } = portal.store;
  const session = formOwner(read, token);
  const draft = await findDraft(read, token, portal.clock());
  if (!draft) return { ...nobody, owner: session, owners: [session] };
  const owner = draftOwner(read, draft);
  return { ...nobody, owner, owners: [owner, session], keepUntil: draft.expiresAt };
}

/** Who sends files of a reply: whoever holds a pass to the case. */
export async function caseSender(request: Request, portal: Portal): Promise<Sender> {
  const { read } = portal.store;
  const code = readPass(read.keys, passOf(request, portal.env.PUBLIC_URL), portal.clock());
  const row = code === null ? null : await findCase(read, code);
  if (!row) return nobody;
  const owner = caseOwner(read, row.id);
  return { owner, owners: [owner], actor: { kind: "submitter", caseId: row.id }, keepUntil: null };
}

/** The sender of a file that is already named: by form session or by pass, whichever it belongs to. */
export async function findSent(
  request: Request,
  context: Readonly<RouterContextProvider>,
  publicId: string,
): Promise<{ row: AttachmentRow; sender: Sender } | null> {
  const portal = context.get(portalContext);
  const { read } = portal.store;
  const form = await formSender(portal, readFormToken(request, portal.env.PUBLIC_URL));
  const own = await findOwnFile(read, publicId, form.owners);
  if (own) return { row: own, sender: form };
  const pass = await caseSender(request, portal);
  const sent = await findOwnFile(read, publicId, pass.owners);
  return sent ? { row: sent, sender: pass } : null;
}

export const pieceStore = ({ blobs, store }: Portal): PieceStore => ({ blobs, keys: store.read.keys });

/** A file as its sender's page shows it while it is not filed. */
export interface FileView extends CaseFile {
  readonly received: number;
  readonly place: FilePlace | null;
}

export function fileView({ store }: Pick<Portal, "store">, row: AttachmentRow): FileView {
  return { ...caseFile(store.read, row), received: row.received, place: placeOf(store.read, row) };
}

/** What the sender has sent and not yet filed. */
export async function listSent(portal: Portal, sender: Sender): Promise<FileView[]> {
  return (await listOwnFiles(portal.store.read, sender.owners)).map((row) => fileView(portal, row));
}

/** Why a file was not taken, in words. */
export function refusalWords(lang: Lang, rule: string): string {
  const t = getI18n(lang).getFixedT(lang, "attachments");
  return t([`refusal.${rule}`, `problem.${rule}`, "problem.unavailable"]);
}
