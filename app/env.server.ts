import { isIP } from "node:net";
import { z } from "zod";

/**
 * The environment, parsed once. An unknown or weak value ends the start with a
 * message that names the variable and never prints its value.
 */
const loopback = (host: string): boolean => ["localhost", "127.0.0.1", "::1"].includes(host);
const address = (protocols: readonly string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), "is not an address");

const schema = z
  .object({
    NODE_ENV: z.enum(["production", "development", "test"]).default("production"),
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    HOST: z.string().min(1).optional(),
    PUBLIC_URL: address(["http:", "https:"]).optional(),
    DATABASE_URL: address(["file:", "postgres:", "postgresql:"]).optional(),
    DATA_DIR: z.string().min(1).default("./data"),
    ATTACHMENTS_URL: address(["file:", "s3:"]).optional(),
    CLAMD_URL: address(["tcp:", "unix:"]).optional(),
    TRANSLATOR_URL: address(["http:", "https:"]).optional(),
    BOUNDARIES_FILE: z.string().min(1).optional(),
    SMTP_URL: address(["smtp:", "smtps:"]).optional(),
    MAIL_FROM: z
      .string()
      .regex(/^[^\r\n<>]*<[^\s<>@]+@[^\s<>@]+>$|^[^\s<>@]+@[^\s<>@]+$/)
      .optional(),
    CONNECTED_ORIGINS: z
      .string()
      .default("")
      .transform((list) =>
        list
          .split(",")
          .map((item) => item.trim().replace(/\/$/, ""))
          .filter(Boolean),
      )
      .refine(
        (list) => list.every((item) => URL.canParse(item) && new URL(item).origin === item),
        "is not a list of origins, such as https://host or http://host:8080",
      ),
    MAIL_HOLD_SECONDS: z.coerce.number().int().min(0).max(3600).default(60),
    LEDGER_CHECKPOINT_SECONDS: z.coerce.number().int().min(1).max(86_400).default(600),
    KEYRING_FILE: z.string().min(1).optional(),
    TRUSTED_PROXIES: z
      .string()
      .default("")
      .transform((list) =>
        list
          .split(",")
          .map((item) => item.trim())
          .filter(Boolean),
      )
      .refine((list) => list.every((item) => isIP(item) > 0), "is not a list of IP addresses"),
    RATE_LIMITS: z.enum(["on", "off"]).default("on"),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
    OPERATOR_NAME: z.string().max(200).optional(),
    OPERATOR_UNIT: z.string().max(200).optional(),
    OPERATOR_RESPONSIBLE: z.string().max(200).optional(),
    OPERATOR_ADDRESS: z.string().max(300).optional(),
    OPERATOR_PHONE: z.string().max(40).optional(),
    OPERATOR_EMAIL: z.string().max(254).optional(),
    OPERATOR_HOURS: z.string().max(200).optional(),
    OPERATOR_NAME_EN: z.string().max(200).optional(),
    OPERATOR_UNIT_EN: z.string().max(200).optional(),
    OPERATOR_RESPONSIBLE_EN: z.string().max(200).optional(),
    OPERATOR_ADDRESS_EN: z.string().max(300).optional(),
    OPERATOR_HOURS_EN: z.string().max(200).optional(),
    DEMO: z.enum(["on", "off"]).default("off"),
  })
  .superRefine((env, context) => {
    const miss = (name: string, message: string) => context.addIssue({ code: "custom", path: [name], message });
    const host = env.HOST ?? "0.0.0.0";
    if (env.RATE_LIMITS === "off" && !loopback(host))
      miss("RATE_LIMITS", "may be off only where HOST is a loopback address");
    if (env.SMTP_URL && !env.MAIL_FROM) miss("MAIL_FROM", "is needed with SMTP_URL");
    const outside = env.PUBLIC_URL && !loopback(new URL(env.PUBLIC_URL).hostname);
    if (outside && env.PUBLIC_URL?.startsWith("http:"))
      miss("PUBLIC_URL", "must begin with https: where the portal is not on a loopback address");
  });

export interface Env extends z.infer<typeof schema> {
  HOST: string;
  PUBLIC_URL: string;
  DATABASE_URL: string;
  ATTACHMENTS_URL: string;
  KEYRING_FILE: string;
  MAIL_FROM: string;
}

/** Parses the environment; throws with every variable that is wrong, by name. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const result = schema.safeParse(given);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join(".")} ${wordsOf(issue)}`);
    throw new Error(`The environment is not right:\n${[...new Set(lines)].join("\n")}`);
  }
  const env = result.data;
  const host = env.HOST ?? (env.NODE_ENV === "development" ? "127.0.0.1" : "0.0.0.0");
  return {
    ...env,
    HOST: host,
    PUBLIC_URL: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, ""),
    DATABASE_URL: env.DATABASE_URL ?? `file:${env.DATA_DIR}/portal.db`,
    ATTACHMENTS_URL: env.ATTACHMENTS_URL ?? `file:${env.DATA_DIR}/attachments`,
    KEYRING_FILE: env.KEYRING_FILE ?? `${env.DATA_DIR}/keyring.json`,
    MAIL_FROM: env.MAIL_FROM ?? "Cầu Nối <no-reply@localhost>",
  };
}

function wordsOf(issue: z.core.$ZodIssue): string {
  return issue.code === "custom" ? issue.message : "has a value that is not understood";
}
