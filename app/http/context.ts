import { createContext } from "react-router";
import { type Choices, noChoices } from "../components/choices.ts";
import type { Lang } from "../domain/case-kind.ts";
import type { Actor, StaffActor } from "../domain/actor.ts";
import type { Shortcuts } from "../domain/shortcuts.ts";
import type { Store } from "../../db/store.server.ts";
import type { BlobStore } from "../../files/blob-store.ts";
import type { Env } from "../env.server.ts";
import type { CaseWatch } from "./case-watch.ts";
import type { RateLimiter } from "./rate-limit.ts";

/** What the server gives to every request: nothing in the program reaches for a global. */
export interface Portal {
  readonly store: Store;
  /** Where the sealed pieces of files lie. */
  readonly blobs: BlobStore;
  readonly env: Env;
  readonly clock: () => Date;
  readonly limiter: RateLimiter;
  /** Tells open office pages what happens to their case. */
  readonly watch: CaseWatch;
  readonly log: Log;
}

/** Logging by allow-list: an event name and these fields, nothing else. */
export interface Log {
  info(fields: LogFields, event: string): void;
  warn(fields: LogFields, event: string): void;
  error(fields: LogFields, event: string): void;
}
export type LogFields = Partial<{
  requestId: string;
  method: string;
  /** The route's pattern, never the path with its codes. */
  route: string;
  status: number;
  ms: number;
  staffId: number;
  refusal: string;
  errorName: string;
  errorCode: string;
  /** Where an unexpected error happened; frames only, without the message. */
  stack: string;
  job: string;
  count: number;
  port: number;
}>;

export const portalContext = createContext<Portal>();
export const langContext = createContext<Lang>("vi");
/** What forms and filters of the page offer; set by the loaders of pages that have any. */
export const choicesContext = createContext<Choices>(noChoices);
export const nonceContext = createContext<string>("");
/** A keyed hash of where the request comes from, kept in memory only. */
export const sourceContext = createContext<string>("");
/** Who asks. Pages of the public have no person; the office gate sets one. */
export const actorContext = createContext<Actor>({ kind: "public" });
/** The signed-in person of an office page, with what its frame shows. */
export const staffContext = createContext<
  (StaffActor & { readonly email: string; readonly lang: Lang; readonly shortcuts: Shortcuts }) | null
>(null);
/** Set once this request's action has answered, so that loaders neither lead away from what was typed nor lose it to an error. */
export const answeredContext = createContext<boolean>(false);
