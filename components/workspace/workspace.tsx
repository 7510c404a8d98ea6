"use client";

import { useTranslations } from "next-intl";
import { lazy, type ReactNode, Suspense, useRef, useState } from "react";
import { Link } from "@/i18n/navigation";
import { Button } from "../ui/button";
import type { EditorHandle } from "./code-editor";
import { CodePane } from "./code-pane";
import { SplitPane } from "./split-pane";
import { TabBar } from "./tab-bar";
import { useAttempt } from "./use-attempt";
import { useDraft } from "./use-draft";
import { useWide } from "./use-wide";

/** Nothing to show before the first attempt, so not among what the page loads first. */
const LiveResult = lazy(() => import("./live-result"));

export type WorkspaceProps = {
  slug: string;
  entry: string;
  starter: string;
  draft: { text: string; at: string } | null;
  signedIn: boolean;
  /** The statement, rendered on the server; absent on the home page. */
  statement?: ReactNode;
};

/** Statement, editor and result of one challenge; beside each other, or as tabs on a phone. */
export function Workspace({ slug, entry, starter, draft, signedIn, statement }: WorkspaceProps) {
  const t = useTranslations("challenge");
  const editor = useRef<EditorHandle>(null);
  const [tab, setTab] = useState<"statement" | "code" | "result">(statement ? "statement" : "code");
  const [full, setFull] = useState(false);
  const wide = useWide();
  const kept = useDraft({ slug, entry, starter, remote: draft, signedIn });
  const sent = useAttempt(slug, entry, t("failedToStart"));
  const { attempt, sending, error, setError, send } = sent;

  const start = (kind: "run" | "submission") => {
    if (sending || (kind === "submission" && !signedIn)) return;
    setTab("result");
    void send(kind, kept.current());
  };
  const onLine = (line: number) => {
    setTab("code");
    editor.current?.showLine(line);
  };

  const code = (
    <CodePane
      initial={kept.initial}
      starter={starter}
      draft={kept.state}
      editor={editor}
      current={kept.current}
      onChange={kept.change}
      onRun={() => start("run")}
      onSubmit={() => start("submission")}
      onProblem={setError}
    />
  );
  const result = (
    <div className="h-full overflow-auto bg-raised">
      {error ? (
        <p role="alert" className="border-bad border-b bg-bad-soft px-3 py-2 text-sm">
          {error}
        </p>
      ) : null}
      {attempt ? (
        <>
          <Suspense>
            <LiveResult
              streamUrl={attempt.streamUrl}
              onLine={onLine}
              onFinished={sent.finished}
              onRefused={sent.refused}
            />
          </Suspense>
          {attempt.kind === "submission" ? (
            <p className="px-3 py-3 text-sm">
              <Link href={`/submissions/${attempt.id}`} className="text-accent underline">
                {t("open")}
              </Link>
            </p>
          ) : null}
        </>
      ) : (
        <p className="p-4 text-muted text-sm">{t("empty")}</p>
      )}
    </div>
  );
  const actions = (
    <div className="flex flex-wrap items-center gap-2 border-line border-t bg-surface px-3 py-2">
      <Button
        variant="secondary"
        onClick={() => start("run")}
        disabled={sending}
        title={t("runHint")}
      >
        {t("run")}
      </Button>
      {signedIn ? (
        <Button onClick={() => start("submission")} disabled={sending} title={t("submitHint")}>
          {t("submit")}
        </Button>
      ) : (
        <span className="min-w-0 flex-1 text-muted text-sm">
          {t.rich("signInToSubmit", {
            link: (text) => (
              <Link href="/sign-in" className="text-accent underline">
                {text}
              </Link>
            ),
          })}
        </span>
      )}
      <span className="ml-auto hidden text-muted text-xs xl:inline">{t("editorHint")}</span>
      {statement ? (
        <span className="hidden lg:inline">
          <Button variant="quiet" onClick={() => setFull(!full)}>
            {t(full ? "exitFullScreen" : "fullScreen")}
          </Button>
        </span>
      ) : null}
    </div>
  );

  const frame = full
    ? "fixed inset-0 z-40 bg-paper"
    : statement
      ? "h-[calc(100dvh-9rem)]"
      : "h-[36rem]";
  const working = (
    <div className="flex h-full min-h-0 flex-col">
      <div className="min-h-0 flex-[3]">{code}</div>
      {actions}
      <div className="min-h-0 flex-[2] border-line border-t">{result}</div>
    </div>
  );
  if (wide) {
    return (
      <div className={`overflow-hidden border border-line ${full ? "" : "rounded-lg"} ${frame}`}>
        {statement ? <SplitPane label={t("resize")} left={statement} right={working} /> : working}
      </div>
    );
  }
  const panes = { ...(statement ? { statement } : {}), code, result };
  return (
    <div className={`flex flex-col overflow-hidden border-line border-y ${frame}`}>
      <TabBar
        tabs={Object.keys(panes) as (keyof typeof panes)[]}
        current={tab}
        onChange={setTab}
        label={(name) => t(name)}
      />
      {Object.entries(panes).map(([name, pane]) => (
        <div
          key={name}
          role="tabpanel"
          id={`panel-${name}`}
          aria-labelledby={`tab-${name}`}
          hidden={tab !== name}
          className="min-h-0 flex-1 overflow-auto"
        >
          {pane}
        </div>
      ))}
      {actions}
    </div>
  );
}
