import { useTranslation } from "react-i18next";
import { data, Link, redirect } from "react-router";
import type { Route } from "./+types/system";
import { countDeliveries, listDeliveries } from "../../../db/deliveries.ts";
import { findSystem } from "../../../db/systems.ts";
import { changeSystem, changeSystemInput } from "../../commands/change-system.ts";
import { resendDelivery, resendDeliveryInput } from "../../commands/resend-delivery.ts";
import { testSystem, testSystemInput } from "../../commands/test-system.ts";
import { Button } from "../../components/button.tsx";
import { Disclosure } from "../../components/disclosure.tsx";
import { Dl } from "../../components/dl.tsx";
import { Time } from "../../components/time.tsx";
import { mayEver } from "../../domain/permissions.ts";
import { deliveryStates } from "../../domain/webhook.ts";
import { actorContext, portalContext } from "../../http/context.ts";
import { formInput, typedValues } from "../../http/form-input.ts";
import { type Attempt, attempt, notFound } from "../../http/perform.ts";
import { Deliveries } from "./parts/deliveries.tsx";
import { PageOutcome } from "./parts/page-outcome.tsx";
import { SecretNotice } from "./parts/secret-notice.tsx";
import { SystemForm } from "./parts/system-form.tsx";

const changes = ["edit", "switch-off", "switch-on", "test", "resend"] as const;

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const { store } = context.get(portalContext);
  const actor = context.get(actorContext);
  const row = mayEver(actor, "manage-systems") ? await findSystem(store.read, params.id) : null;
  if (!row) throw notFound();
  const counts = await countDeliveries(store.read, actor, row.id);
  const asked = url.searchParams.get("state");
  const state = deliveryStates.find((name) => name === asked) ?? (counts.dead > 0 ? "dead" : "queued");
  const cursor = url.searchParams.get("cursor");
  const page = await listDeliveries(store.read, actor, { webhookId: row.id, state, cursor });
  const { publicId: id, name, kind, events, pausedAt, formerUntil, createdAt, version } = row;
  return {
    system: { id, name, url: row.url, kind, events, pausedAt, formerUntil, createdAt, version },
    counts,
    state,
    first: cursor === null,
    nextCursor: page.nextCursor,
    deliveries: page.items.map((item) => ({
      id: item.publicId,
      event: item.event,
      code: item.code,
      at: item.at,
      attempts: item.attempts,
      nextAt: item.notBefore,
      lastError: item.lastError,
      settledAt: item.settledAt,
    })),
    done: changes.find((name_) => name_ === url.searchParams.get("done")) ?? null,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  if (!mayEver(context.get(actorContext), "manage-systems")) throw notFound();
  const form = await request.formData();
  const input = { ...formInput(form), id: params.id };
  const asked = String(form.get("change") ?? "");
  const done = await carryOut(context, asked, input);
  if (!done.ok) {
    const { errors, status, refusal = null } = done;
    const { version: _version, ...values } = typedValues(form);
    return data({ form: "system", errors, values, refusal, secret: null }, status);
  }
  const { secret } = done.value;
  if (secret !== null) return data({ form: "", errors: {}, values: {}, refusal: null, secret });
  const state = asked === "test" || asked === "resend" ? "&state=queued" : "";
  return redirect(`/office/systems/${params.id}?done=${asked}${state}`, 303);
}

async function carryOut(
  context: Route.ActionArgs["context"],
  asked: string,
  input: object,
): Promise<Attempt<{ secret: string | null }>> {
  const silent = <T,>(done: Attempt<T>) => (done.ok ? { ok: true as const, value: { secret: null } } : done);
  if (asked === "test") return silent(await attempt(context, testSystem, testSystemInput, input));
  if (asked === "resend") return silent(await attempt(context, resendDelivery, resendDeliveryInput, input));
  const schema = changeSystemInput(context.get(portalContext).env.CONNECTED_ORIGINS);
  return attempt(context, changeSystem, schema, input);
}

/** One connected system: what it is told, its secret, and what became of each delivery. */
export default function System({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("systems");
  const { system, done } = loaderData;
  const state = actionData && actionData.secret === null ? actionData : null;
  const events = system.events.map((event) => t(`event.${event}`));
  return (
    <>
      <PageOutcome title={system.name} state={state} form="system" done={done && t(`done.${done}`)} />
      {actionData?.secret && <SecretNotice id={system.id} secret={actionData.secret} />}
      <p>
        <Link to="/office/systems">{t("title")}</Link>
      </p>
      <h1>
        <bdi>{system.name}</bdi>
      </h1>
      <Dl
        pairs={[
          { label: t("standing"), value: t(system.pausedAt ? "off" : "on") },
          { label: t("kindTitle"), value: t(`kind.${system.kind}`) },
          { label: t("url"), value: <code className="link-text">{system.url}</code> },
          { label: t("id"), value: <code className="link-text">{system.id}</code> },
          { label: t("news.title"), value: events.length > 0 ? events.join("; ") : t("news.none") },
          { label: t("createdAt"), value: <Time value={system.createdAt} format="time" /> },
          {
            label: t("secret.former"),
            value: system.formerUntil && <Time value={system.formerUntil} format="time" />,
          },
        ]}
      />
      <div className="field cluster">
        {!system.pausedAt && <Press change="test" system={system} />}
        <Press change={system.pausedAt ? "switch-on" : "switch-off"} system={system} />
      </div>
      <div className="moves column">
        <Disclosure id="edit" summary={t("edit")} open={state !== null && Object.keys(state.errors).length > 0}>
          <SystemForm system={system} state={state} />
        </Disclosure>
        <Disclosure id="renew" summary={t("press.renew")}>
          <p>{t("secret.renew")}</p>
          <Press change="renew" system={system} />
        </Disclosure>
      </div>
      <Deliveries {...loaderData} root={`/office/systems/${system.id}`} />
    </>
  );
}

/** One change that needs nothing but the decision. */
function Press({ change, system }: { change: string; system: { readonly version: number } }) {
  const { t } = useTranslation("systems");
  return (
    <form method="post">
      <input type="hidden" name="change" value={change} />
      <input type="hidden" name="version" value={system.version} />
      <Button variant="secondary">{t(`press.${change}`)}</Button>
    </form>
  );
}
