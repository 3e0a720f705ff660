import { notFound } from "../../http/perform.ts";

/** Any other address of the office; the gate's error page shows it. */
export function loader() {
  throw notFound();
}

export default function Missing() {
  return null;
}
