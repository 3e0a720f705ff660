import type { ReactElement } from "react";
import { renderToPipeableStream, renderToString } from "react-dom/server";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { I18nextProvider } from "react-i18next";
import { type EntryContext, isRouteErrorResponse, type RouterContextProvider, ServerRouter } from "react-router";
import { ChoicesContext } from "./components/choices.ts";
import { choicesContext, langContext, nonceContext, portalContext } from "./http/context.ts";
import { describeError } from "./http/perform.ts";
import { getI18n } from "./i18n.ts";
import { NonceContext } from "./nonce.ts";

/**
 * Renders a page as one piece: pages are small, and whole pages can be cached,
 * compressed well and answered with the right status. An unexpected failure is
 * a 503 with Retry-After: the reader's next step is the same for all of them.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const html = hydrates(entry)
    ? await renderWithData(pageElement(request.url, entry, context), context.get(nonceContext))
    : `<!DOCTYPE html>${renderToString(pageElement(request.url, { ...entry, serverHandoffStream: undefined }, context))}`;
  headers.set("Content-Type", "text/html; charset=utf-8");
  const failed = Object.values(entry.staticHandlerContext.errors ?? {}).some((error) => !isRouteErrorResponse(error));
  const wait = failed ? "10" : retryAfter(entry);
  if (wait) headers.set("Retry-After", wait);
  return new Response(html, { status: failed ? 503 : status, headers });
}

/**
 * When to come again, as a loader or an action said with its refusal. It goes
 * out whatever headers the page names for itself, and where the page that
 * refused is not the one shown.
 */
function retryAfter({ staticHandlerContext: { actionHeaders, loaderHeaders } }: EntryContext): string | null {
  const said = [...Object.values(actionHeaders), ...Object.values(loaderHeaders)];
  return said.map((headers) => headers.get("Retry-After")).find((seconds) => seconds !== null) ?? null;
}

/** True when a page on show asks for the framework's scripts, which then also need the data it was made from. */
function hydrates({ staticHandlerContext, routeModules }: EntryContext): boolean {
  return staticHandlerContext.matches.some(({ route }) => {
    const handle: unknown = routeModules[route.id]?.handle;
    return typeof handle === "object" && handle !== null && "hydrate" in handle && handle.hydrate === true;
  });
}

/** A page with the data that follows it, collected until all of it is there. */
function renderWithData(page: ReactElement, nonce: string): Promise<string> {
  const body = new PassThrough();
  const { pipe } = renderToPipeableStream(page, {
    nonce,
    onAllReady: () => pipe(body),
    onShellError: (error) => body.destroy(error instanceof Error ? error : new Error("render failed")),
  });
  return text(body);
}

/** The whole page as an element, with the words of its language. */
export function pageElement(url: string, entry: EntryContext, context: Readonly<RouterContextProvider>) {
  const nonce = context.get(nonceContext);
  return (
    <I18nextProvider i18n={getI18n(context.get(langContext))}>
      <NonceContext value={nonce}>
        <ChoicesContext value={context.get(choicesContext)}>
          <ServerRouter context={entry} url={url} nonce={nonce} />
        </ChoicesContext>
      </NonceContext>
    </I18nextProvider>
  );
}

/** Unexpected errors of loaders and actions: logged by name and frames, never by message. */
export function handleError(error: unknown, { request, context }: { request: Request; context: unknown }): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  const provider = context as RouterContextProvider;
  provider.get(portalContext).log.error(describeError(error), "request failed");
}
