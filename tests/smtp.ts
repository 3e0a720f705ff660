import { once } from "node:events";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** A mail as the server took it. */
export interface ReceivedMail extends Email {
  /** The envelope, which alone decides who gets it. */
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  /** The bytes as they came over the wire. */
  readonly raw: string;
  /** A header's value by its name in small letters. */
  header(name: string): string | undefined;
}

/** A server's words for a refusal, `550 no such person`. */
export type Refuse = (recipient: string) => { code: number; words: string } | null;

export interface SmtpSink {
  readonly url: string;
  readonly port: number;
  /** Every mail taken, in order. */
  readonly mails: readonly ReceivedMail[];
  /** Decides about each recipient from now on. */
  refuse(decide: Refuse): void;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** A real SMTP server on loopback that keeps what it is given. Without TLS unless `options` say otherwise. */
export async function openSmtp(options: { port?: number; server?: SMTPServerOptions } = {}): Promise<SmtpSink> {
  const mails: ReceivedMail[] = [];
  let decide: Refuse = () => null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    logger: false,
    onRcptTo({ address }, _session, done) {
      const refusal = decide(address);
      done(refusal ? Object.assign(new Error(refusal.words), { responseCode: refusal.code }) : null);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        const envelope = { from: mailFrom ? mailFrom.address : "", to: rcptTo.map(({ address }) => address) };
        read(Buffer.concat(chunks), envelope).then((mail) => {
          mails.push(mail);
          done();
        }, done);
      });
    },
    ...options.server,
  });
  // Clients that hang up in the middle are part of the tests.
  server.on("error", () => {});
  server.listen(options.port ?? 0, "127.0.0.1");
  await once(server.server, "listening");
  const address = server.server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const close = () => new Promise<void>((resolve) => server.close(resolve));
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    mails,
    refuse: (next) => {
      decide = next;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function read(bytes: Buffer, envelope: ReceivedMail["envelope"]): Promise<ReceivedMail> {
  const mail = await PostalMime.parse(bytes);
  const header = (name: string) => mail.headers.find((item) => item.key === name)?.value;
  return { ...mail, envelope, raw: bytes.toString("utf8"), header };
}
