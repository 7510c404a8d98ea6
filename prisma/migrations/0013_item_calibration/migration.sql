-- Items are calibrated from learners' results, and what they are measured by names the calibration.

CREATE TABLE "Calibration" (
    "id" TEXT NOT NULL,
    "madeAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "skills" JSONB NOT NULL,
    "warnings" JSONB NOT NULL,

    CONSTRAINT "Calibration_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "CalibratedItem" (
    "calibrationId" TEXT NOT NULL,
    "skillSlug" TEXT NOT NULL,
    "challengeSlug" TEXT NOT NULL,
    "authorDifficulty" DOUBLE PRECISION NOT NULL,
    "guessing" DOUBLE PRECISION NOT NULL,
    "difficulty" DOUBLE PRECISION NOT NULL,
    "difficultySd" DOUBLE PRECISION NOT NULL,
    "logDiscrimination" DOUBLE PRECISION NOT NULL,
    "logDiscriminationSd" DOUBLE PRECISION NOT NULL,
    "learners" INTEGER NOT NULL,
    "priorShare" DOUBLE PRECISION NOT NULL,
    "infit" DOUBLE PRECISION,
    "outfit" DOUBLE PRECISION,
    "freed" TEXT NOT NULL,

    CONSTRAINT "CalibratedItem_pkey" PRIMARY KEY ("calibrationId","skillSlug","challengeSlug")
);

CREATE TABLE "MeasurementRun" (
    "id" UUID NOT NULL,
    "requestedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMP(3),
    "evidence" INTEGER NOT NULL DEFAULT 0,
    "calibrationId" TEXT,
    "figures" JSONB NOT NULL DEFAULT '{}',
    "flags" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "MeasurementRun_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ItemReport" (
    "challengeSlug" TEXT NOT NULL,
    "report" JSONB NOT NULL,

    CONSTRAINT "ItemReport_pkey" PRIMARY KEY ("challengeSlug")
);

CREATE TABLE "FairnessFacts" (
    "userId" UUID NOT NULL,
    "gender" TEXT,
    "ageBand" TEXT,
    "firstLanguage" TEXT,
    "way" TEXT,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "FairnessFacts_pkey" PRIMARY KEY ("userId")
);

ALTER TABLE "MeasurementModel" ADD COLUMN "calibrationId" TEXT,
ADD COLUMN "pinned" BOOLEAN NOT NULL DEFAULT false;

CREATE INDEX "MeasurementRun_finishedAt_idx" ON "MeasurementRun"("finishedAt");

ALTER TABLE "MeasurementModel" ADD CONSTRAINT "MeasurementModel_calibrationId_fkey" FOREIGN KEY ("calibrationId") REFERENCES "Calibration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "CalibratedItem" ADD CONSTRAINT "CalibratedItem_calibrationId_fkey" FOREIGN KEY ("calibrationId") REFERENCES "Calibration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "MeasurementRun" ADD CONSTRAINT "MeasurementRun_calibrationId_fkey" FOREIGN KEY ("calibrationId") REFERENCES "Calibration"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "FairnessFacts" ADD CONSTRAINT "FairnessFacts_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
