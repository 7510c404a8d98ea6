-- CreateTable
CREATE TABLE "Season" (
    "id" UUID NOT NULL,
    "challengeId" UUID NOT NULL,
    "challengeVersionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "openedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closesAt" TIMESTAMP(3) NOT NULL,
    "closedAt" TIMESTAMP(3),
    "preparedAt" TIMESTAMP(3),

    CONSTRAINT "Season_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SeasonFile" (
    "seasonId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "SeasonFile_pkey" PRIMARY KEY ("seasonId","name")
);

-- AlterTable
ALTER TABLE "Submission" ADD COLUMN "seasonId" UUID,
ADD COLUMN "measured" DOUBLE PRECISION,
ADD COLUMN "revealedAt" TIMESTAMP(3);

-- DropIndex
DROP INDEX "Verdict_evidenceId_key";

-- CreateIndex
CREATE UNIQUE INDEX "Season_challengeId_number_key" ON "Season"("challengeId", "number");

-- CreateIndex
CREATE INDEX "Season_closesAt_idx" ON "Season"("closesAt");

-- CreateIndex
CREATE INDEX "Submission_seasonId_best_idx" ON "Submission"("seasonId", "best");

-- AddForeignKey
ALTER TABLE "Season" ADD CONSTRAINT "Season_challengeId_fkey" FOREIGN KEY ("challengeId") REFERENCES "Challenge"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Season" ADD CONSTRAINT "Season_challengeVersionId_fkey" FOREIGN KEY ("challengeVersionId") REFERENCES "ChallengeVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeasonFile" ADD CONSTRAINT "SeasonFile_seasonId_fkey" FOREIGN KEY ("seasonId") REFERENCES "Season"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_seasonId_fkey" FOREIGN KEY ("seasonId") REFERENCES "Season"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- At most one season of a challenge is open.
CREATE UNIQUE INDEX "Season_one_open" ON "Season" ("challengeId") WHERE "closedAt" IS NULL;

-- One best submission a person and challenge, and where there are seasons, a season.
DROP INDEX "Submission_one_best";
CREATE UNIQUE INDEX "Submission_one_best" ON "Submission" ("challengeId", "userId", "seasonId") NULLS NOT DISTINCT WHERE "best";
