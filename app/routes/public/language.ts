import { redirect } from "react-router";
import { langContext } from "../../http/context.ts";
import type { Route } from "./+types/language";

/** `/` goes to the reader's language. */
export function loader({ context }: Route.LoaderArgs) {
  return redirect(`/${context.get(langContext)}`);
}
