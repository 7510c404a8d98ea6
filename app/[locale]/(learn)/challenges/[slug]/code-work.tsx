import type { ReactNode } from "react";
import { WorkspaceMessages } from "@/components/workspace/messages";
import { Workspace } from "@/components/workspace/workspace";
import type { Actor } from "@/lib/auth/actor";
import { readDraft } from "@/lib/challenges/drafts";
import type { ChallengeView } from "@/lib/challenges/read-challenge";

type Props = {
  actor: Actor;
  slug: string;
  code: NonNullable<ChallengeView["code"]>;
  statement: ReactNode;
};

/** Statement, editor and result of a challenge whose learners write code. */
export async function CodeWork({ actor, slug, code, statement }: Props) {
  const draft = await readDraft(actor, slug);
  const text = draft?.files[code.entry];
  return (
    <WorkspaceMessages>
      <Workspace
        slug={slug}
        entry={code.entry}
        starter={code.starter[code.entry] ?? ""}
        draft={draft && text !== undefined ? { text, at: draft.updatedAt } : null}
        signedIn={actor.kind === "user"}
        statement={statement}
      />
    </WorkspaceMessages>
  );
}
