import type { EventRow } from "../events.ts";
import { commitmentTo, eventSalt, joinHalves } from "./hashing.ts";

/**
 * What everybody may be told of an event once its case is published and the
 * event is one that the public sees: an allow-list, the one that the timeline of
 * a published case has.
 */
export interface ToldEvent {
  readonly case: string;
  readonly position: number;
  readonly type: string;
  /** ISO, UTC. */
  readonly at: string;
  readonly agencyVi: string;
  readonly agencyEn: string;
  readonly fromStatus: string | null;
  readonly toStatus: string | null;
  readonly holderVi: string | null;
  readonly holderEn: string | null;
}

export function toldOf(code: string, event: EventRow): ToldEvent {
  const { position, type, at, agencyVi, agencyEn, fromStatus, toStatus, data } = event;
  const word = (value: unknown): string | null => (typeof value === "string" ? value : null);
  return {
    case: code,
    position,
    type,
    at: at.toISOString(),
    agencyVi,
    agencyEn,
    fromStatus,
    toStatus,
    holderVi: word(data.holderVi),
    holderEn: word(data.holderEn),
  };
}

/** What hides an event and what proves it: the salt of the half that is told, and the commitment to the whole event. */
export function halvesOf(caseSalt: string, event: EventRow): { readonly salt: string; readonly kept: string } {
  return {
    salt: eventSalt(caseSalt, "told", event.position),
    kept: commitmentTo(eventSalt(caseSalt, "kept", event.position), event.hash),
  };
}

/** The commitment that stands for an event in the public log. */
export function commitmentOf(caseSalt: string, code: string, event: EventRow): Buffer {
  const { salt, kept } = halvesOf(caseSalt, event);
  return joinHalves(commitmentTo(salt, toldOf(code, event)), kept);
}
