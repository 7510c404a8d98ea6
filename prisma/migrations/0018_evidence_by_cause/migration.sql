-- Every verdict replaces its submission's evidence, and whoever leaves takes all of it along.
CREATE INDEX "SkillEvidence_submissionId_idx" ON "SkillEvidence"("submissionId");

CREATE INDEX "SkillEvidence_verdictId_idx" ON "SkillEvidence"("verdictId");

CREATE INDEX "SkillEstimatePoint_submissionId_idx" ON "SkillEstimatePoint"("submissionId");

CREATE INDEX "SkillEstimatePoint_orientationId_idx" ON "SkillEstimatePoint"("orientationId");
