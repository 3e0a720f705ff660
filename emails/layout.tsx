import type { CSSProperties, ReactNode } from "react";
import type { Letter, MailParam } from "./mail.tsx";

/**
 * The frame and the few parts of every mail: plain HTML in one column without
 * tables, images or fonts from elsewhere. Colours are left to the mail client,
 * so that dark mode keeps its contrast; styles are inline because mail clients
 * drop style sheets.
 */
const styles = {
  body: { margin: 0, padding: "1rem", fontFamily: "'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif" },
  column: { maxWidth: "36rem", margin: "0 auto", fontSize: "1rem", lineHeight: 1.6 },
  band: { margin: "0 0 1.5rem", padding: "0 0 .5rem", borderBottom: "3px solid #a51c24" },
  portal: { display: "block", fontSize: "1.25rem", fontWeight: 700 },
  heading: { margin: "0 0 1rem", fontSize: "1.25rem", lineHeight: 1.4 },
  paragraph: { margin: "0 0 1rem" },
  facts: { margin: "0 0 1rem", padding: "0 0 0 .75rem", borderLeft: "3px solid #6b7785" },
  value: { margin: "0 0 .5rem", fontWeight: 700 },
  address: { wordBreak: "break-all" },
  foot: { margin: "1.5rem 0 0", padding: ".75rem 0 0", borderTop: "1px solid #6b7785", fontSize: ".875rem" },
} satisfies Record<string, CSSProperties>;

function Frame({ letter, children }: { letter: Letter; children: ReactNode }) {
  return (
    <html lang={letter.lang}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{letter.subject}</title>
      </head>
      <body style={styles.body}>
        <div style={styles.column}>
          <p style={styles.band}>
            <span style={styles.portal}>{letter.shared("portal")}</span>
            {letter.shared("portalLine")}
          </p>
          <h1 style={styles.heading}>{letter.subject}</h1>
          <Paragraph>{letter.shared("greeting")}</Paragraph>
          {children}
        </div>
      </body>
    </html>
  );
}

export function Paragraph({ children }: { children: ReactNode }) {
  return <p style={styles.paragraph}>{children}</p>;
}

/** Those of the parameters of the mail that it has a word for. */
function told<P extends MailParam>(letter: Letter<P>, names: readonly P[]): readonly P[] {
  return names.filter((name) => letter.words[name] !== "");
}

/** Parameters of the mail with their labels. */
export function Facts<P extends MailParam>({ letter, names }: { letter: Letter<P>; names: readonly P[] }) {
  return (
    <dl style={styles.facts}>
      {told(letter, names).map((name) => (
        <div key={name}>
          <dt>{letter.label(name)}</dt>
          <dd style={styles.value}>{letter.words[name]}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What a link is for, and the link with its whole address to be seen before it is followed. */
export function Link({ words, href }: { words: string; href: string }) {
  return (
    <Paragraph>
      {words}
      <br />
      <a href={href} style={styles.address}>
        {href}
      </a>
    </Paragraph>
  );
}

/** A mail to the submitter of a case: how to open the case, with the secret they were shown or by their address, and who helps. */
export function SubmitterLetter({ letter, children }: { letter: Letter; children: ReactNode }) {
  return (
    <Frame letter={letter}>
      {children}
      {letter.keyless ? (
        <Link words={letter.shared("openMine")} href={ownPage(letter)} />
      ) : (
        <>
          <Link words={letter.shared("openCase")} href={trackingPage(letter)} />
          <Paragraph>{letter.shared("secretNote")}</Paragraph>
        </>
      )}
      <div style={styles.foot}>
        <Link words={letter.shared("helpSubmitter")} href={helpPage(letter)} />
        <Paragraph>{letter.shared("automatic")}</Paragraph>
      </div>
    </Frame>
  );
}

/** A mail to an address that somebody gave here: who helps, and nothing of a case. */
export function PersonLetter({ letter, children }: { letter: Letter; children: ReactNode }) {
  return (
    <Frame letter={letter}>
      {children}
      <div style={styles.foot}>
        <Link words={letter.shared("helpSubmitter")} href={helpPage(letter)} />
        <Paragraph>{letter.shared("automatic")}</Paragraph>
      </div>
    </Frame>
  );
}

/** A mail to a person of an office. */
export function StaffLetter({ letter, children }: { letter: Letter; children: ReactNode }) {
  return (
    <Frame letter={letter}>
      {children}
      <div style={styles.foot}>
        <Paragraph>{letter.shared("helpStaff")}</Paragraph>
        <Paragraph>{letter.shared("automatic")}</Paragraph>
      </div>
    </Frame>
  );
}

/** Parameters with their labels, for the text part. */
export function factsText<P extends MailParam>(letter: Letter<P>, names: readonly P[]): string {
  return told(letter, names)
    .map((name) => `${letter.label(name)}: ${letter.words[name]}`)
    .join("\n");
}

/** The text part of a mail to a submitter from its paragraphs. */
export function submitterText(letter: Letter, paragraphs: readonly string[]): string {
  return letterText(letter, [
    ...paragraphs,
    ...(letter.keyless
      ? [`${letter.shared("openMine")}\n${ownPage(letter)}`]
      : [`${letter.shared("openCase")}\n${trackingPage(letter)}`, letter.shared("secretNote")]),
    `${letter.shared("helpSubmitter")}\n${helpPage(letter)}`,
  ]);
}

/** The text part of a mail to an address from its paragraphs. */
export function linkText(letter: Letter, paragraphs: readonly string[]): string {
  return letterText(letter, [...paragraphs, `${letter.shared("helpSubmitter")}\n${helpPage(letter)}`]);
}

/** The text part of a mail to a person of an office from its paragraphs. */
export function staffText(letter: Letter, paragraphs: readonly string[]): string {
  return letterText(letter, [...paragraphs, letter.shared("helpStaff")]);
}

function letterText(letter: Letter, paragraphs: readonly string[]): string {
  const signature = `-- \n${letter.shared("portal")}\n${letter.shared("portalLine")}\n${letter.shared("automatic")}\n`;
  return [letter.shared("greeting"), ...paragraphs, signature].join("\n\n");
}

/** A case as its people in the office open it. */
export const officeCase = (letter: Letter<"code">): string =>
  letter.link(`/office/cases/${encodeURIComponent(letter.words.code)}`);

/** A case as the public reads it. */
export const publicCase = (letter: Letter<"code">): string =>
  letter.link(`/${letter.lang}/cases/${encodeURIComponent(letter.words.code)}`);

const trackingPage = (letter: Letter): string => letter.link(`/${letter.lang}/track`);
const ownPage = (letter: Letter): string => letter.link(`/${letter.lang}/me`);
const helpPage = (letter: Letter): string => letter.link(`/${letter.lang}/help`);
