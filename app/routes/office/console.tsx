import type { ShouldRevalidateFunctionArgs } from "react-router";
import { Outlet, useMatches } from "react-router";
import type { Route } from "./+types/console";
import { listSavedViews } from "../../../db/saved-views.ts";
import { filterNames } from "../../domain/queue-address.ts";
import { actorContext, portalContext, staffContext } from "../../http/context.ts";
import { loadConsole } from "../../http/console.ts";
import { viewsFor } from "../../http/queue-views.ts";
import { notFound } from "../../http/perform.ts";
import { ConsoleKeys } from "./console/console-keys.tsx";
import { SplitView } from "./console/split-view.tsx";

const ofCase = (pathname: string): boolean => pathname.startsWith("/office/cases/");

/** The lines beside an open case. The queue itself is its own page, and a case opened by its address stands alone. */
export async function loader({ url, context }: Route.LoaderArgs) {
  const person = context.get(staffContext);
  const actor = context.get(actorContext);
  if (!person || actor.kind !== "staff") throw notFound();
  const { store } = context.get(portalContext);
  return {
    list: ofCase(url.pathname) ? await loadConsole(context, url) : null,
    views: viewsFor(actor),
    saved: (await listSavedViews(store.read, actor)).map(({ name, query }) => ({ name, query })),
    shortcuts: person.shortcuts,
    lang: person.lang,
  };
}

/** The list stays as it is while somebody goes from case to case in it. */
export function shouldRevalidate({ currentUrl, nextUrl, formMethod }: ShouldRevalidateFunctionArgs): boolean {
  if (formMethod !== undefined && formMethod !== "GET") return true;
  return listKey(currentUrl) !== listKey(nextUrl);
}

function listKey({ pathname, searchParams }: URL): string {
  if (!ofCase(pathname)) return "";
  return ["view", "q", ...filterNames, "sort", "cursor"].map((name) => searchParams.get(name) ?? "").join("|");
}

export default function Console({ loaderData }: Route.ComponentProps) {
  const { list, views, saved, shortcuts, lang } = loaderData;
  const open = useMatches().find(({ id }) => id === "routes/office/case");
  const code = typeof open?.params.code === "string" ? open.params.code.toUpperCase() : null;
  return (
    <ConsoleKeys
      views={views}
      saved={saved}
      shortcuts={shortcuts}
      lang={lang}
      list={code === null ? null : list}
      code={code}
    >
      <SplitView>
        <Outlet />
      </SplitView>
    </ConsoleKeys>
  );
}
