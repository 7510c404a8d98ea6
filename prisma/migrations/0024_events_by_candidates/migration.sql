-- Whose step it was, said once and for all: an erased member leaves steps without a member, too.
ALTER TABLE "CandidacyEvent" ADD COLUMN "byCandidate" BOOLEAN NOT NULL DEFAULT false;

-- Until here an application, an acceptance and a refusal were told by having no member. A member's
-- refusal has a reason, and no member moves anybody to applied.
UPDATE "CandidacyEvent" SET "byCandidate" = true
WHERE "memberId" IS NULL AND (
  "kind" = 'stage' AND "stage" IN ('applied', 'talking')
  OR "kind" = 'decision' AND "stage" = 'declined' AND "text" = ''
);
