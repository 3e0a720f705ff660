import nodemailer from "nodemailer";
import type { MailFailure } from "../../db/outbox.ts";

/** A mail ready to go to exactly one address. */
export interface OutgoingMail {
  readonly from: { readonly name: string; readonly address: string };
  /** An address that `emailAddress` of the domain has accepted. */
  readonly to: string;
  /** With angle brackets; the same for every attempt. */
  readonly messageId: string;
  readonly date: Date;
  readonly lang: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where a mail program stops such mail by one POST (RFC 8058), when it can be stopped. */
  readonly stopUrl?: string;
}

export interface MailTransport {
  /** Resolves once a server has taken the mail; rejects with what `failureOf` reads. */
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
}

const CONNECT_MS = 10_000;
const COMMAND_MS = 30_000;
/** One attempt as a whole, however slowly the server speaks. Shorter than the lease of a mail. */
const TOTAL_MS = 120_000;

/** What SMTP_URL (`smtp://user:password@host:587`, `smtps://…:465`) means for a connection. */
export function smtpOptions(smtpUrl: string) {
  const url = new URL(smtpUrl);
  const secure = url.protocol === "smtps:";
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const near = ["localhost", "127.0.0.1", "::1"].includes(host);
  const auth = { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
  return {
    host,
    port: url.port ? Number(url.port) : secure ? 465 : near ? 25 : 587,
    secure,
    // A certificate is always checked; only what never leaves this machine goes without one.
    requireTLS: !near,
    ignoreTLS: near,
    ...(url.username ? { auth } : {}),
    tls: { minVersion: "TLSv1.2" as const },
    connectionTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    greetingTimeout: COMMAND_MS,
    socketTimeout: COMMAND_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** Mail over SMTP, one connection per mail, so that a slow or broken one holds up no other. */
export function createTransport(
  smtpUrl: string,
  overrides: Partial<ReturnType<typeof smtpOptions>> = {},
): MailTransport {
  const transport = nodemailer.createTransport({ ...smtpOptions(smtpUrl), ...overrides });
  return {
    async send(mail) {
      await transport.sendMail({
        from: { ...mail.from },
        to: { name: "", address: mail.to },
        // Said outright, so that no reading of a header ever decides who gets the mail.
        envelope: { from: mail.from.address, to: [mail.to] },
        messageId: mail.messageId,
        date: mail.date,
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        xMailer: false,
        headers: {
          // RFC 3834: keeps vacation notices from answering, and from being answered.
          "Auto-Submitted": "auto-generated",
          "X-Auto-Response-Suppress": "All",
          "Content-Language": mail.lang,
          ...(mail.stopUrl === undefined
            ? {}
            : { "List-Unsubscribe": `<${mail.stopUrl}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }),
        },
        signal: AbortSignal.timeout(TOTAL_MS),
      });
    },
    close: () => transport.close(),
  };
}

/** Replies that speak of our account or connection, not of the mail. */
const ABOUT_US = [421, 530, 534, 535, 538];

/**
 * What a failed attempt means. A 5xx reply to the recipient or the text is
 * final; one to anything before that (greeting, sign-in, sender) is ours to
 * repair, and mails wait for it.
 */
export function failureOf(error: unknown): MailFailure {
  const reply = field(error, "responseCode");
  const command = field(error, "command");
  if (typeof reply === "number" && reply >= 400 && reply < 600) {
    const ofThisMail = (command === "RCPT TO" || command === "DATA") && !ABOUT_US.includes(reply);
    return { code: String(reply), permanent: ofThisMail && reply >= 500, replied: ofThisMail };
  }
  const code = field(error, "code");
  const known = typeof code === "string" && /^[A-Z_]{2,20}$/.test(code);
  return { code: known ? code : "UNKNOWN", permanent: false, replied: false };
}

function field(error: unknown, name: string): unknown {
  return typeof error === "object" && error !== null ? Reflect.get(error, name) : undefined;
}
