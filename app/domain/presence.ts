/** How often an open page says that it is there, in milliseconds. */
export const HEARTBEAT_MS = 15_000;
/** Not heard of for longer than a heartbeat: shown as away. */
export const AWAY_MS = 20_000;
/** Not heard of for three heartbeats: no longer there. */
export const GONE_MS = 45_000;

/** What an open page is told of its case. */
export interface CaseNews {
  readonly version: number;
  /** The others who have it open. */
  readonly people: readonly { readonly name: string; readonly typing: boolean; readonly away: boolean }[];
}
