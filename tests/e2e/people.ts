import { z } from "zod";
import type { Role } from "../../app/domain/actor.ts";
import type { PortalProcess } from "./portal-process.ts";

export const PASSWORD = "những cánh đồng lúa xanh 71";

export interface Person {
  readonly email: string;
  readonly role: Role;
  readonly activationUrl: string;
}

/** Makes an account by the operator's command; its owner still has to set a password. */
export async function invite(
  portal: PortalProcess,
  role: Role,
  agency = "VPTW",
  lang: "vi" | "en" = "vi",
  /** A second person of the same role. */
  turn = "",
): Promise<Person> {
  const email = `${role}${turn}.${agency.toLowerCase()}.${lang}@example.com`;
  const name = `Cán Bộ ${role} ${agency}`;
  const made = await portal.cli(
    "user",
    "create",
    "--email",
    email,
    "--name",
    name,
    "--role",
    role,
    "--agency",
    agency,
    "--lang",
    lang,
  );
  const { activationUrl } = z.object({ activationUrl: z.url() }).parse(made);
  return { email, role, activationUrl };
}

/** A token of the JSON API for a person, printed once by the operator's command. */
export async function tokenOf(portal: PortalProcess, person: Person): Promise<string> {
  return z.object({ token: z.string() }).parse(await portal.cli("token", "create", "--user", person.email)).token;
}

/** Sets the password as its owner would, by the form behind the one-time link. */
export async function activate(portal: PortalProcess, person: Person): Promise<Person> {
  const link = new URL(person.activationUrl);
  const body = new URLSearchParams({
    token: link.searchParams.get("token") ?? "",
    password: PASSWORD,
    again: PASSWORD,
  });
  const answer = await post(portal, `${link.pathname}${link.search}`, body);
  if (answer.status !== 303) throw new Error(`activation failed with ${answer.status}: ${await answer.text()}`);
  return person;
}

/** The session cookie of somebody who signs in. */
export async function signIn(portal: PortalProcess, person: Person): Promise<string> {
  const answer = await post(
    portal,
    "/office/sign-in",
    new URLSearchParams({ email: person.email, password: PASSWORD }),
  );
  const cookie = answer.headers.getSetCookie().find((value) => value.startsWith("office="));
  if (!cookie) throw new Error(`sign-in failed with ${answer.status}`);
  return cookie.split(";")[0] ?? "";
}

/** Posts a form as one of the portal's own pages does. */
export function post(portal: PortalProcess, path: string, body: URLSearchParams, cookie = ""): Promise<Response> {
  return fetch(`${portal.url}${path}`, {
    method: "POST",
    body,
    redirect: "manual",
    headers: { origin: portal.url, "sec-fetch-site": "same-origin", ...(cookie ? { cookie } : {}) },
  });
}
