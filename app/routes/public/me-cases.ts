import type { RouterContextProvider } from "react-router";
import type { Kind, Lang } from "../../domain/case-kind.ts";
import type { Status } from "../../domain/case-status.ts";
import { type Spoken, spokenTitle } from "../../domain/spoken.ts";
import { lastDay, standing, type Standing } from "../../domain/deadlines.ts";
import { newAddressOf, openChangeOf } from "../../../db/contact-changes.ts";
import type { ContactRow } from "../../../db/contacts.ts";
import { loadCalendar } from "../../../db/deadline-settings.ts";
import { followedBy } from "../../../db/followed.ts";
import { casesOfAddress } from "../../../db/reporters.ts";
import { langContext, portalContext } from "../../http/context.ts";

type Context = Readonly<RouterContextProvider>;

/** A case as its sender's list shows it. */
export interface MyCase {
  readonly code: string;
  readonly kind: Kind;
  readonly title: string;
  readonly lang: Lang;
  readonly status: Status;
  readonly standing: Standing;
  readonly receivedAt: Date;
  readonly dueOn: string;
}

const PAGE = 20;

/** One page of the cases sent with an account's address, the latest first. */
export async function accountCases(
  context: Context,
  contact: ContactRow,
  before: number | null,
): Promise<{
  cases: MyCase[];
  followed: { code: string; title: Spoken }[];
  nextBefore: number | null;
  first: boolean;
}> {
  const { store, clock } = context.get(portalContext);
  const { items, nextBefore } = await casesOfAddress(store.read, contact.emailIndex ?? "", before, PAGE);
  const cases = await Promise.all(
    items.map(async (row) => ({
      code: row.code,
      kind: row.kind,
      title: row.title,
      lang: row.textLang,
      status: row.status,
      standing: standing(row, clock(), await loadCalendar(store.read, row.calendarVersion)),
      receivedAt: row.receivedAt,
      dueOn: lastDay(row.dueAt),
    })),
  );
  const lang = context.get(langContext);
  const followed = (await followedBy(store.read, contact.emailIndex ?? "")).map(({ code, titleVi, titleEn }) => ({
    code,
    title: spokenTitle({ titleVi, titleEn }, lang),
  }));
  return { cases, followed, nextBefore, first: before === null };
}

/** The change of address that is on its way, as its owner's page tells it; null when there is none. */
export async function pendingChange(context: Context, contact: ContactRow) {
  const { store, clock } = context.get(portalContext);
  const change = await openChangeOf(store.read, contact.id, clock());
  if (!change) return null;
  return {
    email: newAddressOf(store.read, change),
    approved: change.approvedAt !== null,
    confirmed: change.confirmedAt !== null,
    until: change.expiresAt,
  };
}
