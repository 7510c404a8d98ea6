-- Texts are embedded by a model that can change, and what is kept in memory follows what changes.

ALTER TABLE "Candidate" ADD COLUMN "changedIn" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint;

CREATE INDEX "Candidate_changedIn_idx" ON "Candidate"("changedIn");

ALTER TABLE "MatchInput" DROP COLUMN "model",
DROP COLUMN "revision",
ADD COLUMN "described" BYTEA NOT NULL;

DROP INDEX "MatchInput_one_current";

-- A person has one input in use at a time for each model.
CREATE UNIQUE INDEX "MatchInput_one_current" ON "MatchInput" ("userId", "modelHash") WHERE "current";

ALTER TABLE "OpeningVector" DROP CONSTRAINT "OpeningVector_pkey",
DROP COLUMN "model",
DROP COLUMN "revision",
ADD COLUMN "coverage" DOUBLE PRECISION NOT NULL,
ADD CONSTRAINT "OpeningVector_pkey" PRIMARY KEY ("openingId", "locale", "modelHash");

CREATE TABLE "EmbeddingModel" (
    "hash" TEXT NOT NULL,
    "setting" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "revision" TEXT NOT NULL,
    "multilingual" BOOLEAN NOT NULL,
    "activatedAt" TIMESTAMP(3),

    CONSTRAINT "EmbeddingModel_pkey" PRIMARY KEY ("hash")
);

CREATE TABLE "MatchReference" (
    "hash" TEXT NOT NULL,
    "modelHash" TEXT NOT NULL,
    "texts" JSONB NOT NULL,
    "vectors" BYTEA NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MatchReference_pkey" PRIMARY KEY ("hash")
);

CREATE INDEX "MatchReference_modelHash_createdAt_idx" ON "MatchReference"("modelHash", "createdAt");
