import type { Portal } from "../http/context.ts";
import { describeError } from "../http/perform.ts";
import { checkAttachments, fileCheckJob } from "./check-attachments.ts";
import { createMailer } from "./deliver-mail.ts";
import { groupLetters } from "./group-letters.ts";
import { openDataFiles } from "../http/open-data.ts";
import { makeOpenData } from "./make-open-data.ts";
import { keepRegister, tellOfAmendments } from "./keep-register.ts";
import { keepLedger } from "./keep-ledger.ts";
import { mindCommitments } from "./mind-commitments.ts";
import { mindAgencies } from "./mind-agencies.ts";
import { mindDeadlines } from "./mind-deadlines.ts";
import { publishDue } from "./publish-due.ts";
import { mindFigures } from "./keep-figures.ts";
import { routeCases } from "./route-cases.ts";
import { reapExpired, reapOrphans } from "./reap-attachments.ts";
import { sendDigests } from "./send-digests.ts";
import { tellFollowers } from "./tell-followers.ts";
import { tellSystems } from "./tell-systems.ts";
import { tidyUp } from "./tidy-up.ts";
import { workOnCollectives } from "./work-on-collectives.ts";
import { warnOfDates } from "./warn-of-dates.ts";

/**
 * Runs the timers until the function returned is called. Each waits for its own
 * last round; any number of processes may run them at once.
 */
export function startTimers(portal: Portal): () => Promise<void> {
  const { store, clock, env, log } = portal;
  const deliver = createMailer({
    store,
    smtpUrl: env.SMTP_URL ?? null,
    publicUrl: env.PUBLIC_URL,
    from: env.MAIL_FROM,
    clock,
  });
  const stops = [
    every(2_000, "deliver-mail", deliver, portal),
    every(60_000, "send-digests", () => sendDigests(store, clock()), portal),
    every(5_000, "tell-followers", () => tellFollowers(store, clock()), portal),
    every(2_000, "tell-systems", () => tellSystems(systemsJob(portal)), portal),
    every(5_000, "keep-register", () => keepRegister(store), portal),
    every(5_000, "tell-of-amendments", () => tellOfAmendments(store, clock()), portal),
    every(5_000, "work-on-collectives", () => workOnCollectives(store, clock()), portal),
    every(2_000, "route-cases", () => routeCases(store, clock()), portal),
    every(10_000, "group-letters", () => groupLetters(store, clock()), portal),
    every(30_000, "mind-deadlines", () => mindDeadlines(store, clock()), portal),
    every(30_000, "publish-due", () => publishDue(store, clock()), portal),
    every(30_000, "mind-commitments", () => mindCommitments(store, clock()), portal),
    every(60_000, "warn-of-dates", () => warnOfDates(store, clock()), portal),
    every(2_000, "check-attachments", () => checkAttachments(fileCheckJob(portal)), portal),
    every(600_000, "reap-expired-files", () => reapExpired(portal), portal),
    every(6 * 3_600_000, "reap-orphaned-files", () => reapOrphans(portal), portal),
    every(2_000, "keep-ledger", () => keepLedger(store, env.LEDGER_CHECKPOINT_SECONDS * 1000, clock()), portal),
    every(600_000, "mind-agencies", () => mindAgencies(store, clock()), portal),
    every(10_000, "make-open-data", () => makeOpenData(openDataJob(portal)), portal),
    every(5_000, "mind-figures", () => mindFigures(store, clock()), portal),
    every(600_000, "tidy-up", () => tidyUp(store, clock()), portal),
  ];
  log.info({ count: stops.length }, "timers started");
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}

function every(ms: number, job: string, work: () => Promise<unknown>, { log }: Portal): () => Promise<void> {
  let round: Promise<void> = Promise.resolve();
  let running = false;
  const once = async () => {
    running = true;
    try {
      await work();
    } catch (error) {
      log.error({ job, ...describeError(error) }, "job failed");
    } finally {
      running = false;
    }
  };
  const timer = setInterval(() => {
    if (!running) round = once();
  }, ms);
  return async () => {
    clearInterval(timer);
    await round;
  };
}

function systemsJob({ store, env, clock, log }: Portal) {
  return { store, clock, log, publicUrl: env.PUBLIC_URL, outward: { allowed: env.CONNECTED_ORIGINS } };
}

function openDataJob({ store, env, clock }: Portal) {
  return { store, clock, dataDir: env.DATA_DIR, publicUrl: env.PUBLIC_URL, files: openDataFiles };
}
