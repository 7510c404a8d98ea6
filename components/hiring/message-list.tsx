import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

export type ShownMessage = {
  id: string;
  /** Whether the reader's own side wrote it. */
  own: boolean;
  /** Null once he is erased. */
  sender: string | null;
  text: string;
  at: Date;
  readAt: Date | null;
  /** What can be done with it, e.g. to report it. */
  act?: ReactNode;
};

/** A conversation in order. Texts are plain: nothing in them is a link or markup. */
export async function MessageList({ messages }: { messages: ShownMessage[] }) {
  const t = await getTranslations("hiring.messages");
  const format = await getFormatter();
  if (messages.length === 0) return <p className="text-muted text-sm">{t("empty")}</p>;
  return (
    <ol className="grid gap-3">
      {messages.map(({ id, own, sender, text, at, readAt, act }) => (
        <li
          key={id}
          className={`grid w-full max-w-xl gap-1 rounded-lg border border-line px-4 py-3 ${
            own ? "justify-self-end bg-accent-soft" : "bg-raised"
          }`}
        >
          <p className="flex flex-wrap gap-x-3 text-muted text-sm">
            <span className="min-w-0 break-words font-medium text-ink">{sender ?? t("gone")}</span>
            <span>{format.dateTime(at, { dateStyle: "medium", timeStyle: "short" })}</span>
            {own ? <span>{t(readAt ? "read" : "unread")}</span> : null}
          </p>
          <p className="whitespace-pre-line break-words">{text}</p>
          {act}
        </li>
      ))}
    </ol>
  );
}
