import type { Portal } from "../app/http/context.ts";

/** The address of a one-time link. The token is spent only by posting the form behind it, so opening it early does no harm. */
export function activationLink({ env }: Pick<Portal, "env">, token: string): string {
  return `${env.PUBLIC_URL}/office/activate?token=${token}`;
}
