import type { RouterContextProvider } from "react-router";
import { checkInput } from "../../domain/check-input.ts";
import { type CoAuthorState, invitationAnswer } from "../../domain/co-authors.ts";
import type { FieldErrors } from "../../domain/refusal.ts";
import { answerInvitation } from "../../commands/answer-invitation.ts";
import { findCoAuthorByCode } from "../../../db/co-authors.ts";
import { findDraftById } from "../../../db/drafts.ts";
import { langContext, portalContext, sourceContext } from "../../http/context.ts";
import { type Dossier, dossierOf } from "../../http/dossier.ts";
import { readForm, typedValues } from "../../http/form-input.ts";
import { describeError, perform } from "../../http/perform.ts";

/** An invitation that a code has opened. */
export interface OpenInvitation {
  readonly code: string;
  /** As the lead author wrote it, or as the invited wrote it with their answer. */
  readonly name: string;
  readonly share: number;
  readonly state: CoAuthorState;
  readonly dossier: Dossier;
  readonly textLang: string;
}

interface InvitationPage {
  readonly open: OpenInvitation | null;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  readonly problem: "limited" | "unavailable" | null;
}

type Handled =
  | { readonly kind: "answered"; readonly to: string }
  | {
      readonly kind: "shown";
      readonly page: InvitationPage;
      readonly status: number;
      readonly headers: Record<string, string>;
    };

/** Answers one POST of the page for invited co-authors: opens the dossier by its code, or takes the answer. */
export async function handleInvitation(request: Request, context: Readonly<RouterContextProvider>): Promise<Handled> {
  const { limiter, log } = context.get(portalContext);
  const lang = context.get(langContext);
  const typed = typedValues(await readForm(request));
  const shown = (page: Partial<InvitationPage>, status: number, headers = {}): Handled => ({
    kind: "shown",
    page: { open: null, typed, errors: {}, problem: null, ...page },
    status,
    headers,
  });
  const code = typed.inviteCode?.trim() ?? "";
  if (code === "") return shown({ errors: { inviteCode: "empty" } }, 422);
  const wait = limiter.take("lookup", context.get(sourceContext));
  if (wait > 0) return shown({ problem: "limited" }, 429, { "Retry-After": String(wait) });
  let open: OpenInvitation | null;
  try {
    open = await openInvitation(context, code);
  } catch (error) {
    log.error(describeError(error), "invitation not read");
    return shown({ problem: "unavailable" }, 503, { "Retry-After": "10" });
  }
  if (!open) return shown({ errors: { inviteCode: "unknown" } }, 422);
  if (typed.act !== "answer" || typed.switch !== undefined) return shown({ open }, 200);

  const checked = checkInput(invitationAnswer, { answer: typed.answer, ownName: typed.ownName });
  if (!checked.ok) return shown({ open, errors: checked.errors }, 422);
  const done = await perform(context, answerInvitation, { code, ...checked.value });
  if (done.ok) return { kind: "answered", to: `/${lang}/submit/join?done=${checked.value.answer}` };
  if (done.status === 422) return shown({ errors: done.errors }, 422);
  return shown({ open, problem: "unavailable" }, done.status, { "Retry-After": "10" });
}

async function openInvitation(
  context: Readonly<RouterContextProvider>,
  typedCode: string,
): Promise<OpenInvitation | null> {
  const { store, clock } = context.get(portalContext);
  const lang = context.get(langContext);
  const now = clock();
  const invited = await findCoAuthorByCode(store.read, typedCode);
  const draft = invited && (await findDraftById(store.read, invited.draftId, now));
  if (!invited || !draft) return null;
  const { code, name, ownName, share, state, lang: textLang } = invited;
  const dossier = await dossierOf(store.read, draft, lang, now);
  return { code, name: ownName ?? name, share, state, dossier, textLang };
}
