import type { Route } from "./+types/console-rows";
import { loadConsole } from "../../http/console.ts";

/** The lines of a view as they are now, for a console that looks whether anything has come in. */
export async function loader({ url, context }: Route.LoaderArgs) {
  return { list: await loadConsole(context, url) };
}
