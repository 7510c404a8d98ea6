-- AlterTable
ALTER TABLE "Submission" ADD COLUMN     "similarity" "Similarity" NOT NULL DEFAULT 'none',
ADD COLUMN     "supervised" BOOLEAN NOT NULL DEFAULT false;

-- Until now the evidence alone said so.
UPDATE "Submission" s SET "supervised" = e."supervised", "similarity" = e."similarity"
FROM "SkillEvidence" e
WHERE e."submissionId" = s."id" AND (e."supervised" OR e."similarity" <> 'none');
