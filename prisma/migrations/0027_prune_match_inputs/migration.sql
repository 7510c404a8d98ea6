-- What a person was matched by before is kept by a ranking that is replayed with it, or goes.
ALTER TABLE "MatchInput" ADD COLUMN "keptById" UUID;

ALTER TABLE "MatchInput" ADD CONSTRAINT "MatchInput_keptById_fkey" FOREIGN KEY ("keptById") REFERENCES "Ranking"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE INDEX "MatchInput_keptById_idx" ON "MatchInput"("keptById");

CREATE INDEX "MatchInput_not_kept" ON "MatchInput" ("id") WHERE NOT "current" AND "keptById" IS NULL;

CREATE INDEX "Ranking_createdAt_idx" ON "Ranking"("createdAt");
