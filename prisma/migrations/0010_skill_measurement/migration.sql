-- Skills are measured from evidence, and every estimate names the model that it came from.

CREATE TYPE "Similarity" AS ENUM ('none', 'open', 'upheld');

ALTER TABLE "SkillEvidence" ADD COLUMN "cases" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN "guessing" DOUBLE PRECISION NOT NULL DEFAULT 0,
ADD COLUMN "supervised" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "similarity" "Similarity" NOT NULL DEFAULT 'none';

-- Evidence from before counted no cases, but its verdicts know them.
UPDATE "SkillEvidence" e
SET "cases" = greatest(1, jsonb_array_length(v."cases"))
FROM "Verdict" v
WHERE v.id = e."verdictId" AND jsonb_typeof(v."cases") = 'array';

CREATE TABLE "MeasurementModel" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "parameters" JSONB NOT NULL,
    "activatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MeasurementModel_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "SkillEstimate" (
    "userId" UUID NOT NULL,
    "skillSlug" TEXT NOT NULL,
    "modelId" TEXT NOT NULL,
    "mean" DOUBLE PRECISION NOT NULL,
    "sd" DOUBLE PRECISION NOT NULL,
    "low" DOUBLE PRECISION NOT NULL,
    "high" DOUBLE PRECISION NOT NULL,
    "above" JSONB NOT NULL,
    "responses" INTEGER NOT NULL,
    "items" INTEGER NOT NULL,
    "contributions" JSONB NOT NULL,
    "computedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SkillEstimate_pkey" PRIMARY KEY ("userId","skillSlug")
);

CREATE TABLE "SkillEstimatePoint" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "skillSlug" TEXT NOT NULL,
    "submissionId" UUID NOT NULL,
    "modelId" TEXT NOT NULL,
    "mean" DOUBLE PRECISION NOT NULL,
    "low" DOUBLE PRECISION NOT NULL,
    "high" DOUBLE PRECISION NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SkillEstimatePoint_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "SkillEstimate_modelId_idx" ON "SkillEstimate"("modelId");

CREATE INDEX "SkillEstimatePoint_userId_skillSlug_at_idx" ON "SkillEstimatePoint"("userId", "skillSlug", "at");

ALTER TABLE "SkillEstimate" ADD CONSTRAINT "SkillEstimate_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "SkillEstimate" ADD CONSTRAINT "SkillEstimate_modelId_fkey" FOREIGN KEY ("modelId") REFERENCES "MeasurementModel"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "SkillEstimatePoint" ADD CONSTRAINT "SkillEstimatePoint_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "SkillEstimatePoint" ADD CONSTRAINT "SkillEstimatePoint_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "SkillEstimatePoint" ADD CONSTRAINT "SkillEstimatePoint_modelId_fkey" FOREIGN KEY ("modelId") REFERENCES "MeasurementModel"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
