import { Facts, factsText, Link, officeCase, Paragraph, StaffLetter, staffText } from "./layout.tsx";
import { defineMail, type Letter, type Mail, type MailParam } from "./mail.tsx";

/**
 * The mail that tells a person of an office that something waits at a case. Its
 * page is the case, unless another is given.
 */
export function officeNotice<P extends MailParam>(
  name: string,
  facts: readonly (P | "code")[],
  page: (letter: Letter<P | "code">) => string = officeCase,
): Mail<P | "code"> {
  return noticeOf<P | "code">(name, { facts, page });
}

/**
 * The mail that tells a person of an office that something waits: what
 * happened, the facts, what to do, and the page where it is done. Its words are
 * under its name. `params` holds what only the page needs.
 */
export function noticeOf<P extends MailParam>(
  name: string,
  {
    facts,
    params = [],
    page,
  }: { readonly facts: readonly P[]; readonly params?: readonly P[]; readonly page: (letter: Letter<P>) => string },
): Mail<P> {
  return defineMail<P>(name, {
    to: "staff",
    params: [...facts, ...params],
    Html: ({ letter }) => (
      <StaffLetter letter={letter}>
        <Paragraph>{letter.say("happened")}</Paragraph>
        <Facts letter={letter} names={facts} />
        <Paragraph>{letter.say("next")}</Paragraph>
        <Link words={letter.shared("openOffice")} href={page(letter)} />
      </StaffLetter>
    ),
    text: (letter) =>
      staffText(letter, [
        letter.say("happened"),
        factsText(letter, facts),
        letter.say("next"),
        `${letter.shared("openOffice")}\n${page(letter)}`,
      ]),
  });
}
