/**
 * The ways the system says no to somebody who asked in good form. Bad input is
 * not a refusal but a value (the form's errors). Codes, never HTTP statuses:
 * `app/http` maps them.
 */
export const refusalCodes = [
  /** Does not exist, or may not be seen by this actor: the two are never told apart. */
  "not-found",
  /** May be seen, but this actor may not do this. */
  "forbidden",
  /** The case is in a state from which this act is not possible. */
  "wrong-state",
  /** The arbiter has said which agency answers; it cannot refuse, and only the arbiter sends the case on. */
  "arbiter-decided",
  /** Agencies have sent the case in circles: who answers is for the arbiter to say. */
  "with-arbiter",
  /** Who made it may not be the one who puts it in force. */
  "own-work",
  /** Nobody has tried it on the cases of the past yet. */
  "not-rehearsed",
  /** Somebody changed the case since it was read. */
  "stale",
  /** Somebody saved the shared draft since its writer read it. */
  "newer-draft",
  /** The time to undo an act is over, or what it caused has left the house. */
  "too-late",
  /** The time that is set for this act is over. */
  "window-over",
  /** It has parts that are still open. */
  "parts-open",
  /** The same idempotency key came with another text or from another session. */
  "key-reused",
  /** The one-time link was used, is too old or never existed. */
  "link-expired",
  /** A name, code or address that must be unique is already in use. */
  "already-exists",
  /** The promised day is over: no extension makes up for it. */
  "date-passed",
  /** The case has had another answer since it was proposed for publication. */
  "proposal-outdated",
  /** The agency has signed all the extensions of its year. */
  "budget-used",
  /** The case has had all the extensions that one case can have. */
  "extended-enough",
  /** The case has stopped its clock for as many questions to its submitter as it may. */
  "asked-enough",
  /** The task was withdrawn, or its case is answered: nobody reports on it any more. */
  "task-over",
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export class Refusal extends Error {
  readonly code: RefusalCode;
  constructor(code: RefusalCode) {
    super(code);
    this.name = "Refusal";
    this.code = code;
  }
}

/** Field errors by field name; each value is a rule name that `locales/` turns into words. */
export type FieldErrors = Record<string, string>;

/**
 * Input that is well formed but wrong in a way that only the database can tell
 * (an agency that is no longer in force, say). Carries the field beside which
 * the message belongs.
 */
export class InputRefusal extends Error {
  readonly errors: FieldErrors;
  constructor(errors: FieldErrors) {
    super("input");
    this.name = "InputRefusal";
    this.errors = errors;
  }
}
