import type { StaffActor } from "../domain/actor.ts";
import { AWAY_MS, type CaseNews, GONE_MS } from "../domain/presence.ts";
import { listPresent, type Present, visibleVersions } from "../../db/presence.ts";
import type { Store } from "../../db/store.server.ts";

export interface CaseWatch {
  /** A stream of server-sent events about one case, for one person. It ends when they may no longer see the case. */
  open(actor: StaffActor, caseId: number): ReadableStream<Uint8Array>;
  /** Looks once and tells everybody what is new to them. */
  look(): Promise<void>;
  /** Ends every stream. */
  close(): void;
}

const LOOK_MS = 2_000;
/** A stream is opened anew after this time, which asks for the session again. */
const LIFE_MS = 5 * 60_000;

interface Listener {
  readonly actor: StaffActor;
  readonly caseId: number;
  readonly until: number;
  readonly controller: ReadableStreamDefaultController<Uint8Array>;
  told: string;
}

/**
 * Tells open pages who else has their case open and when it changes. What is
 * told goes through the database, so that any number of server processes tell
 * the same; each process asks once for all of its pages, and asks nothing while
 * it has none. Permission is asked again at each look, every two seconds unless
 * `everyMs` says otherwise.
 */
export function makeCaseWatch(store: Store, clock: () => Date, everyMs = LOOK_MS): CaseWatch {
  const listeners = new Set<Listener>();
  const encoder = new TextEncoder();
  let timer: NodeJS.Timeout | null = null;
  let looking: Promise<void> | null = null;

  const end = (listener: Listener) => {
    if (!listeners.delete(listener)) return;
    listener.controller.close();
    if (listeners.size === 0 && timer) timer = stop(timer);
  };
  const tell = (listener: Listener, news: CaseNews) => {
    const told = JSON.stringify(news);
    if (told === listener.told) return;
    listener.told = told;
    listener.controller.enqueue(encoder.encode(`event: case\ndata: ${told}\n\n`));
  };
  const lookOnce = async () => {
    const now = clock();
    for (const listener of listeners) if (listener.until <= now.getTime()) end(listener);
    const present = await listPresent(
      store.read,
      [...new Set([...listeners].map((listener) => listener.caseId))],
      new Date(now.getTime() - GONE_MS),
    );
    for (const own of byPerson(listeners)) {
      const ids = [...new Set(own.map((listener) => listener.caseId))];
      const [first] = own;
      if (!first) continue;
      const versions = await visibleVersions(store.read, first.actor, ids);
      for (const listener of own) {
        const version = versions.get(listener.caseId);
        if (version === undefined) end(listener);
        else if (listeners.has(listener)) tell(listener, { version, people: othersOf(listener, present, now) });
      }
    }
  };
  const look = () => (looking ??= lookOnce().finally(() => (looking = null)));

  return {
    open(actor, caseId) {
      let opened: Listener | null = null;
      return new ReadableStream<Uint8Array>({
        start(controller) {
          opened = { actor, caseId, until: clock().getTime() + LIFE_MS, controller, told: "" };
          listeners.add(opened);
          controller.enqueue(encoder.encode("retry: 2000\n\n"));
          // A look that fails is made up for by the next one.
          timer ??= setInterval(() => void look().catch(() => {}), everyMs).unref();
        },
        cancel() {
          if (opened) listeners.delete(opened);
          if (listeners.size === 0 && timer) timer = stop(timer);
        },
      });
    },
    look,
    close() {
      for (const listener of listeners) end(listener);
    },
  };
}

function stop(timer: NodeJS.Timeout): null {
  clearInterval(timer);
  return null;
}

function byPerson(listeners: Iterable<Listener>): Listener[][] {
  return [...Map.groupBy(listeners, (listener) => listener.actor.staffId).values()];
}

function othersOf(listener: Listener, present: readonly Present[], now: Date): CaseNews["people"] {
  return present
    .filter((person) => person.caseId === listener.caseId && person.staffId !== listener.actor.staffId)
    .map(({ name, typing, seenAt }) => {
      const away = now.getTime() - seenAt.getTime() > AWAY_MS;
      return { name, typing: typing && !away, away };
    });
}
