import { redirect, type RouterContextProvider } from "react-router";
import { stopFollowing } from "../../commands/stop-following.ts";
import { readFollowCode } from "../../domain/case-code.ts";
import type { Lang } from "../../domain/case-kind.ts";
import { findFollower, followedCase, type Follower, openFollower } from "../../../db/followers.ts";
import { langContext, portalContext } from "../../http/context.ts";
import { perform } from "../../http/perform.ts";
import type { ReferenceLists } from "../../http/reference-lists.ts";
import { endPassCookie, passCookie, passOf, readPass, signPass } from "../../http/tracking-pass.ts";
import { type PublishedSummary, summariesOf } from "./publication-model.ts";

type Context = Readonly<RouterContextProvider>;

/** What a follower sees: their code, and the case as everybody may read it. */
export interface FollowedView {
  readonly code: string;
  readonly createdAt: Date;
  /** The owner of the address has confirmed it, so that the portal writes to it. */
  readonly mailed: boolean;
  /** Null while nothing of the case is public. */
  readonly item: PublishedSummary | null;
  readonly followers: number;
  readonly confirmed: number;
}

/** Answers a POST of the tracking page that is a follower's; null when it is a submitter's, or opens nothing. */
export async function handleFollowing(
  request: Request,
  context: Context,
  typed: Readonly<Record<string, string>>,
): Promise<Response | null> {
  const { store, env, clock } = context.get(portalContext);
  const lang = context.get(langContext);
  if (typed.act === "stop-following") {
    const row = await followerByPass(request, context, clock());
    const stopped = row ? await perform(context, stopFollowing, { followerId: row.id }) : null;
    if (!stopped?.ok) return null;
    return redirect(`/${lang}/unfollow/done`, {
      status: 303,
      headers: { "Set-Cookie": endPassCookie(env.PUBLIC_URL) },
    });
  }
  if (readFollowCode((typed.code ?? "").slice(0, 60)) === null) return null;
  const row = await openFollower(store.read, typed.code ?? "", typed.secret ?? "");
  if (!row) return null;
  const pass = passCookie(signPass(store.read.keys, row.code, clock()), env.PUBLIC_URL);
  return redirect(`/${lang}/track`, { status: 303, headers: { "Set-Cookie": pass } });
}

/** The voice that this browser's pass opens, or null. */
export async function followerByPass(request: Request, context: Context, now: Date): Promise<Follower | null> {
  const { env, store } = context.get(portalContext);
  const code = readPass(store.read.keys, passOf(request, env.PUBLIC_URL), now);
  return code === null || readFollowCode(code) === null ? null : findFollower(store.read, code);
}

export async function followedView(
  context: Context,
  row: Follower,
  lists: ReferenceLists,
  lang: Lang,
): Promise<FollowedView> {
  const publication = await followedCase(context.get(portalContext).store.read, row);
  return {
    code: row.code,
    createdAt: row.createdAt,
    mailed: row.email !== null && row.confirmedAt !== null,
    item: publication && (summariesOf([publication], [], lists, lang)[0] ?? null),
    followers: publication?.followers ?? 0,
    confirmed: publication?.confirmedFollowers ?? 0,
  };
}
