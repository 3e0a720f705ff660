import { notFound } from "../../http/perform.ts";

/** An address under `/vi` or `/en` that is no page. */
export function loader() {
  throw notFound();
}

export function action() {
  throw notFound();
}

export default function Missing() {
  return null;
}
