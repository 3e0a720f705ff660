import { useTranslation } from "react-i18next";
import {
  Links,
  type LinksFunction,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  type ShouldRevalidateFunctionArgs,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "react-router";
import { isRouteErrorResponse } from "react-router";
import type { Route } from "./+types/root";
import { langContext } from "./http/context.ts";
import { type Display, readDisplay } from "./http/display.ts";
import { useNonce } from "./nonce.ts";
import publicCss from "./styles/public.css?url";
import { ErrorPage } from "./components/error-page.tsx";

export const links: LinksFunction = () => [
  { rel: "preload", href: "/fonts/be-vietnam-pro-400.woff2", as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "stylesheet", href: publicCss },
];

export function loader({ request, context }: Route.LoaderArgs) {
  return { lang: context.get(langContext), display: readDisplay(request.headers.get("cookie")) };
}

/** Language and display are changed by whole pages only: going from page to page within the office asks nothing of them. */
export function shouldRevalidate({ formMethod, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  return formMethod === undefined || formMethod === "GET" ? false : defaultShouldRevalidate;
}

/** What a route may say of itself: whether its page needs the framework's scripts. */
interface Handle {
  hydrate?: boolean;
}

export function Layout({ children }: { children: React.ReactNode }) {
  const { i18n } = useTranslation();
  const nonce = useNonce();
  const root = useRouteLoaderData<typeof loader>("root");
  const display: Display = root?.display ?? { textSize: "normal", contrast: "normal" };
  const hydrate = useMatches().some((match) => (match.handle as Handle | undefined)?.hydrate === true);
  return (
    <html lang={i18n.language} data-text-size={display.textSize} data-contrast={display.contrast}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {hydrate && (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  return <ErrorPage status={isRouteErrorResponse(error) ? error.status : 503} />;
}
