import { redirect } from "react-router";
import { langContext, portalContext } from "../../http/context.ts";
import { type Display, DISPLAY_COOKIE, readDisplay, writeDisplay } from "../../http/display.ts";
import { notFound } from "../../http/perform.ts";
import { safePath } from "../../http/safe-path.ts";
import type { Route } from "./+types/display";

const YEAR_S = 365 * 24 * 3600;

export function loader() {
  throw notFound();
}

/** Keeps text size and contrast in a cookie and goes back to the page they were chosen on. */
export async function action({ request, context }: Route.ActionArgs) {
  const { env } = context.get(portalContext);
  const form = await request.formData();
  const now = readDisplay(request.headers.get("cookie"));
  const size = form.get("textSize");
  const contrast = form.get("contrast");
  const display: Display = {
    textSize: size === "normal" || size === "large" || size === "larger" ? size : now.textSize,
    contrast: contrast === "normal" || contrast === "high" ? contrast : now.contrast,
  };
  const secure = env.PUBLIC_URL.startsWith("https:") ? "; Secure" : "";
  const cookie = `${DISPLAY_COOKIE}=${writeDisplay(display)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${YEAR_S}${secure}`;
  const back = safePath(form.get("back"), `/${context.get(langContext)}`);
  return redirect(back, { status: 303, headers: { "Set-Cookie": cookie } });
}
