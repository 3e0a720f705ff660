import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link, redirect, useSubmit } from "react-router";
import type { Route } from "./+types/batch";
import { countBatchItems, findBatch, listBatchItems } from "../../../db/batches.ts";
import { Button } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import { Time } from "../../components/time.tsx";
import { UNDO_MS } from "../../domain/undo.ts";
import { runBatch, undoBatch } from "../../http/bulk.ts";
import { actorContext, portalContext } from "../../http/context.ts";
import { notFound } from "../../http/perform.ts";
import { PageTitle } from "./parts/page-title.tsx";
import { SkippedCases } from "./parts/skipped-cases.tsx";

export async function loader({ params, context }: Route.LoaderArgs) {
  const { store, clock } = context.get(portalContext);
  const batch = await ownBatch(context, params.id);
  const counts = await countBatchItems(store.read, batch.id);
  const items = await listBatchItems(store.read, batch.id, ["refused", "kept"]);
  const undoing = batch.undoneAt !== null;
  return {
    act: batch.act,
    total: batch.total,
    createdAt: batch.createdAt,
    counts,
    undoing,
    left: undoing ? counts.done : counts.waiting,
    // Each case keeps to its own time; the first ones have the least of it left.
    undoable: !undoing && counts.done > 0 && clock().getTime() - batch.createdAt.getTime() < UNDO_MS,
    problems: items.map(({ code, problem, state }) => ({ code, problem: problem ?? "", state })),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const actor = context.get(actorContext);
  const batch = await ownBatch(context, params.id);
  if (actor.kind !== "staff") throw notFound();
  const form = await request.formData();
  if (form.get("intent") === "undo") await undoBatch(context, actor, batch.id);
  else await runBatch(context, actor, batch.id);
  return redirect(`/office/bulk/${batch.id}`, 303);
}

async function ownBatch(context: Route.LoaderArgs["context"], typed: string) {
  const { store } = context.get(portalContext);
  const actor = context.get(actorContext);
  const id = /^\d{1,15}$/.test(typed) ? Number(typed) : 0;
  const batch = actor.kind === "staff" ? await findBatch(store.read, id, actor.staffId) : null;
  if (!batch) throw notFound();
  return batch;
}

export default function BatchPage({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation(["bulk", "office"]);
  const { act, total, counts, undoing, left, undoable, problems, createdAt } = loaderData;
  const title = t("batchOf", { act: t(`office:act.${act}`), count: total });
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <h1>{title}</h1>
      <p className="muted">
        <Time value={createdAt} format="time" />
      </p>
      {left > 0 ? (
        <Continue
          key={left}
          left={left}
          total={undoing ? counts.done + counts.undone + counts.kept : total}
          undoing={undoing}
        />
      ) : (
        <Notice tone="success" live first>
          <p>{undoing ? t("undone", { count: counts.undone }) : t("done", { count: counts.done })}</p>
        </Notice>
      )}
      {undoable && left === 0 && (
        <form method="post">
          <input type="hidden" name="intent" value="undo" />
          <p>{t("undoHint")}</p>
          <Button variant="secondary">{t("undo", { count: counts.done })}</Button>
        </form>
      )}
      {problems.length > 0 && (
        <>
          <h2>{t(undoing ? "notUndone" : "notDone", { count: problems.length })}</h2>
          <SkippedCases cases={problems} />
        </>
      )}
      <p>
        <Link to="/office">{t("back")}</Link>
      </p>
    </>
  );
}

/** How far it is, and the next part: by itself with scripts, by the button without. */
function Continue({ left, total, undoing }: { left: number; total: number; undoing: boolean }) {
  const { t } = useTranslation("bulk");
  const submit = useSubmit();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (form.current) void submit(form.current);
  }, [submit]);
  return (
    <form method="post" ref={form}>
      <input type="hidden" name="intent" value={undoing ? "undo" : "go"} />
      <p id="progress-words">{t("progress", { done: total - left, total })}</p>
      <progress max={total} value={total - left} aria-labelledby="progress-words" />
      <p>
        <Button variant="secondary">{t("go")}</Button>
      </p>
    </form>
  );
}
