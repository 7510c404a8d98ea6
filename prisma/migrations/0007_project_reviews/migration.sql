-- CreateEnum
CREATE TYPE "PieceStatus" AS ENUM ('draft', 'waiting', 'reviewing', 'moderating', 'marked');

-- CreateEnum
CREATE TYPE "ReviewRole" AS ENUM ('peer', 'staff', 'appeal');

-- CreateEnum
CREATE TYPE "AppealStatus" AS ENUM ('open', 'upheld', 'declined');

-- AlterEnum
ALTER TYPE "GradingStatus" ADD VALUE 'in_review' BEFORE 'queued';

-- AlterTable
ALTER TABLE "Submission" ADD COLUMN     "pieceId" UUID;

-- CreateTable
CREATE TABLE "Piece" (
    "id" UUID NOT NULL,
    "challengeId" UUID NOT NULL,
    "challengeVersionId" UUID NOT NULL,
    "status" "PieceStatus" NOT NULL DEFAULT 'draft',
    "report" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 0,
    "inviteHash" TEXT,
    "roundId" UUID,
    "handedInAt" TIMESTAMP(3),
    "dueAt" TIMESTAMP(3),
    "moderatedAt" TIMESTAMP(3),
    "markedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Piece_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PieceMember" (
    "pieceId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "statement" TEXT NOT NULL DEFAULT '',
    "joinedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PieceMember_pkey" PRIMARY KEY ("pieceId","userId")
);

-- CreateTable
CREATE TABLE "ShareRating" (
    "pieceId" UUID NOT NULL,
    "raterId" UUID NOT NULL,
    "ratedId" UUID NOT NULL,
    "share" INTEGER NOT NULL,

    CONSTRAINT "ShareRating_pkey" PRIMARY KEY ("pieceId","raterId","ratedId")
);

-- CreateTable
CREATE TABLE "ReviewRound" (
    "id" UUID NOT NULL,
    "challengeId" UUID NOT NULL,
    "challengeVersionId" UUID NOT NULL,
    "seed" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReviewRound_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Review" (
    "id" UUID NOT NULL,
    "pieceId" UUID NOT NULL,
    "reviewerId" UUID,
    "role" "ReviewRole" NOT NULL,
    "marks" JSONB NOT NULL DEFAULT '{}',
    "assignedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "remindedAt" TIMESTAMP(3),
    "submittedAt" TIMESTAMP(3),
    "missedAt" TIMESTAMP(3),
    "calibrated" BOOLEAN NOT NULL DEFAULT false,
    "excludedAt" TIMESTAMP(3),
    "helpful" INTEGER,

    CONSTRAINT "Review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalibrationMark" (
    "userId" UUID NOT NULL,
    "challengeVersionId" UUID NOT NULL,
    "piece" TEXT NOT NULL,
    "turn" INTEGER NOT NULL,
    "levels" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CalibrationMark_pkey" PRIMARY KEY ("userId","challengeVersionId","turn","piece")
);

-- CreateTable
CREATE TABLE "Appeal" (
    "pieceId" UUID NOT NULL,
    "byId" UUID,
    "text" TEXT NOT NULL,
    "status" "AppealStatus" NOT NULL DEFAULT 'open',
    "answer" TEXT NOT NULL DEFAULT '',
    "decidedById" UUID,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedAt" TIMESTAMP(3),

    CONSTRAINT "Appeal_pkey" PRIMARY KEY ("pieceId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Piece_inviteHash_key" ON "Piece"("inviteHash");

-- CreateIndex
CREATE INDEX "Piece_challengeVersionId_status_handedInAt_idx" ON "Piece"("challengeVersionId", "status", "handedInAt");

-- CreateIndex
CREATE INDEX "Piece_status_dueAt_idx" ON "Piece"("status", "dueAt");

-- CreateIndex
CREATE INDEX "PieceMember_userId_idx" ON "PieceMember"("userId");

-- CreateIndex
CREATE INDEX "ShareRating_raterId_idx" ON "ShareRating"("raterId");

-- CreateIndex
CREATE INDEX "ShareRating_ratedId_idx" ON "ShareRating"("ratedId");

-- CreateIndex
CREATE INDEX "ReviewRound_challengeId_idx" ON "ReviewRound"("challengeId");

-- CreateIndex
CREATE INDEX "Review_reviewerId_submittedAt_idx" ON "Review"("reviewerId", "submittedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Review_pieceId_reviewerId_role_key" ON "Review"("pieceId", "reviewerId", "role");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_pieceId_userId_key" ON "Submission"("pieceId", "userId");

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_pieceId_fkey" FOREIGN KEY ("pieceId") REFERENCES "Piece"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Piece" ADD CONSTRAINT "Piece_challengeId_fkey" FOREIGN KEY ("challengeId") REFERENCES "Challenge"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Piece" ADD CONSTRAINT "Piece_challengeVersionId_fkey" FOREIGN KEY ("challengeVersionId") REFERENCES "ChallengeVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Piece" ADD CONSTRAINT "Piece_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "ReviewRound"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PieceMember" ADD CONSTRAINT "PieceMember_pieceId_fkey" FOREIGN KEY ("pieceId") REFERENCES "Piece"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PieceMember" ADD CONSTRAINT "PieceMember_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShareRating" ADD CONSTRAINT "ShareRating_pieceId_fkey" FOREIGN KEY ("pieceId") REFERENCES "Piece"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShareRating" ADD CONSTRAINT "ShareRating_raterId_fkey" FOREIGN KEY ("raterId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShareRating" ADD CONSTRAINT "ShareRating_ratedId_fkey" FOREIGN KEY ("ratedId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewRound" ADD CONSTRAINT "ReviewRound_challengeId_fkey" FOREIGN KEY ("challengeId") REFERENCES "Challenge"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewRound" ADD CONSTRAINT "ReviewRound_challengeVersionId_fkey" FOREIGN KEY ("challengeVersionId") REFERENCES "ChallengeVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_pieceId_fkey" FOREIGN KEY ("pieceId") REFERENCES "Piece"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_reviewerId_fkey" FOREIGN KEY ("reviewerId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalibrationMark" ADD CONSTRAINT "CalibrationMark_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalibrationMark" ADD CONSTRAINT "CalibrationMark_challengeVersionId_fkey" FOREIGN KEY ("challengeVersionId") REFERENCES "ChallengeVersion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_pieceId_fkey" FOREIGN KEY ("pieceId") REFERENCES "Piece"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- Staff mark a piece once, and an appeal once.
CREATE UNIQUE INDEX "Review_one_of_staff" ON "Review" ("pieceId", "role") WHERE "role" <> 'peer';
