-- The adaptive orientation, and history of estimates that it may have moved.

CREATE TYPE "OrientationEnd" AS ENUM ('precision', 'length', 'exhausted', 'time', 'left');

CREATE TYPE "OrientationOutcome" AS ENUM ('answered', 'skipped', 'expired');

CREATE TABLE "OrientationAttempt" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "bankHash" TEXT NOT NULL,
    "modelId" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deadlineAt" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),
    "endReason" "OrientationEnd",
    "before" JSONB NOT NULL,
    "after" JSONB,

    CONSTRAINT "OrientationAttempt_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "OrientationAnswer" (
    "id" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "itemId" TEXT NOT NULL,
    "skillSlug" TEXT NOT NULL,
    "pillar" TEXT NOT NULL,
    "difficulty" DOUBLE PRECISION NOT NULL,
    "guessing" DOUBLE PRECISION NOT NULL,
    "item" JSONB NOT NULL,
    "drawn" JSONB NOT NULL,
    "reason" JSONB NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "outcome" "OrientationOutcome",
    "answer" JSONB,
    "answeredAt" TIMESTAMP(3),
    "score" DOUBLE PRECISION,

    CONSTRAINT "OrientationAnswer_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "OrientationAttempt_userId_startedAt_idx" ON "OrientationAttempt"("userId", "startedAt" DESC);

CREATE UNIQUE INDEX "OrientationAnswer_attemptId_position_key" ON "OrientationAnswer"("attemptId", "position");

CREATE UNIQUE INDEX "OrientationAnswer_attemptId_itemId_key" ON "OrientationAnswer"("attemptId", "itemId");

ALTER TABLE "OrientationAttempt" ADD CONSTRAINT "OrientationAttempt_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "OrientationAnswer" ADD CONSTRAINT "OrientationAnswer_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "OrientationAttempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- At most one attempt of a person is open, and the sweep finds it by this.
CREATE UNIQUE INDEX "OrientationAttempt_one_open" ON "OrientationAttempt" ("userId") WHERE "endedAt" IS NULL;

ALTER TABLE "SkillEstimatePoint" ALTER COLUMN "submissionId" DROP NOT NULL,
ADD COLUMN "orientationId" UUID;

ALTER TABLE "SkillEstimatePoint" ADD CONSTRAINT "SkillEstimatePoint_orientationId_fkey" FOREIGN KEY ("orientationId") REFERENCES "OrientationAttempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "SkillEstimatePoint" ADD CONSTRAINT "SkillEstimatePoint_one_cause" CHECK (("submissionId" IS NULL) <> ("orientationId" IS NULL));
