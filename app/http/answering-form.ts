import { citationId } from "../domain/citations.ts";
import { outcomeFields, outcomeKinds } from "../domain/outcome.ts";
import type { FieldErrors } from "../domain/refusal.ts";

/** The fields of one point in the answer's form, by the names that the command gives them. */
const pointFields: Readonly<Record<string, string>> = { state: "state", where: "body", until: "until", note: "note" };

/**
 * What the answer's form says of the points (`p12.state`, `p12.where`) and of
 * the documents it cites (`ack.13-2023-nd-cp`), as the command takes it.
 */
export function answeringInput(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const points = Object.entries(fields).flatMap(([name, group]) => {
    const id = /^p(\d{1,16})$/.exec(name)?.[1];
    return id && isGroup(group) ? [[id, pointOf(group)]] : [];
  });
  const acknowledged = isGroup(fields.ack) ? Object.keys(fields.ack).map(citationId) : [];
  const { draftVersion, quote } = fields;
  return {
    points: Object.fromEntries(points),
    acknowledged,
    draftVersion: typeof draftVersion === "string" && draftVersion !== "" ? draftVersion : undefined,
    quote: typeof quote === "string" && quote !== "" ? quote : undefined,
  };
}

function pointOf(group: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const said = Object.fromEntries(Object.entries(pointFields).map(([field, name]) => [name, group[field]]));
  // A point of which nothing is chosen is still open.
  return { ...said, state: said.state ?? "open" };
}

/** The points marked in a form: the chosen sentences in their order, then what was written line by line. */
export function markedPoints(form: FormData): string[] {
  const chosen = form.getAll("points").filter((value) => typeof value === "string");
  const own = String(form.get("own") ?? "").split("\n");
  return [...chosen, ...own].map((text) => text.trim()).filter((text) => text !== "");
}

/** Errors under the names that the fields have in the form. */
export function answeringErrors(errors: FieldErrors): FieldErrors {
  const renamed = Object.entries(errors).map(([name, rule]) => {
    const [, id, field] = /^points\.(\d+)\.(\w+)$/.exec(name) ?? [];
    if (id && field) return [`p${id}.${field === "body" ? "where" : field}`, rule];
    return [name.replace(/^acknowledged\./, "ack."), rule];
  });
  return Object.fromEntries(renamed);
}

/** The parts of a point in the order in which its group shows them. */
const pointParts = ["state", "where", "until", "note"];

/**
 * Errors, named as in the form, in the order in which their fields stand on the
 * page: the points, the text, what it cites, the outcome.
 */
export function inPageOrder(form: FormData, errors: FieldErrors): FieldErrors {
  const names = Object.keys(errors);
  const points = new Set([...form.keys(), ...names].flatMap((name) => /^p\d+(?=\.)/.exec(name)?.[0] ?? []));
  const order = [
    ...[...points].flatMap((point) => pointParts.map((part) => `${point}.${part}`)),
    "body",
    ...names.filter((name) => name.startsWith("ack.")),
    "outcome.kind",
    ...outcomeKinds.flatMap((kind) => outcomeFields[kind].map((name) => `o-${kind}.${name}`)),
  ];
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return Object.fromEntries(Object.entries(errors).toSorted(([one], [other]) => place(one) - place(other)));
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
