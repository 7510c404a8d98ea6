-- The talent side: candidates and what they agreed to, organisations, openings, hiring, matching.

-- CreateEnum
CREATE TYPE "Discoverability" AS ENUM ('nobody', 'chosen', 'verified');

-- CreateEnum
CREATE TYPE "WorkPlace" AS ENUM ('on_site', 'hybrid', 'remote');

-- CreateEnum
CREATE TYPE "Availability" AS ENUM ('now', 'weeks', 'months', 'not_looking');

-- CreateEnum
CREATE TYPE "CandidateOrganisationKind" AS ENUM ('chosen', 'blocked');

-- CreateEnum
CREATE TYPE "CandidateViewKind" AS ENUM ('listed', 'opened', 'compared', 'unmasked', 'exported');

-- CreateEnum
CREATE TYPE "ImportStatus" AS ENUM ('waiting', 'proposed', 'failed', 'settled');

-- CreateEnum
CREATE TYPE "Stage" AS ENUM ('shortlisted', 'contacted', 'talking', 'offered', 'hired', 'declined');

-- CreateEnum
CREATE TYPE "CandidacyEventKind" AS ENUM ('stage', 'note', 'decision', 'unmasked');

-- CreateEnum
CREATE TYPE "InvitationStatus" AS ENUM ('sent', 'accepted', 'declined', 'withdrawn');

-- CreateEnum
CREATE TYPE "RankingStatus" AS ENUM ('waiting', 'ranked', 'failed');

-- CreateEnum
CREATE TYPE "ContestStatus" AS ENUM ('open', 'upheld', 'dismissed');

-- CreateEnum
CREATE TYPE "OpeningStatus" AS ENUM ('draft', 'open', 'closed');

-- CreateEnum
CREATE TYPE "ApplicationStatus" AS ENUM ('sent', 'withdrawn');

-- CreateEnum
CREATE TYPE "ReportStatus" AS ENUM ('open', 'upheld', 'dismissed');

-- CreateEnum
CREATE TYPE "OrganisationStatus" AS ENUM ('unverified', 'verified', 'suspended');

-- CreateEnum
CREATE TYPE "VerifiedBy" AS ENUM ('domain', 'admin');

-- CreateEnum
CREATE TYPE "MemberRole" AS ENUM ('owner', 'recruiter', 'hiring_manager');

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "eraseAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "Candidate" (
    "userId" UUID NOT NULL,
    "discoverability" "Discoverability" NOT NULL DEFAULT 'nobody',
    "blind" BOOLEAN NOT NULL DEFAULT true,
    "ranked" BOOLEAN NOT NULL DEFAULT false,
    "place" TEXT NOT NULL DEFAULT '',
    "country" TEXT NOT NULL DEFAULT '',
    "workPlaces" "WorkPlace"[],
    "relocates" BOOLEAN NOT NULL DEFAULT false,
    "availability" "Availability" NOT NULL DEFAULT 'not_looking',
    "salaryWish" INTEGER,
    "salaryCurrency" TEXT NOT NULL DEFAULT '',
    "languages" JSONB NOT NULL DEFAULT '[]',
    "links" JSONB NOT NULL DEFAULT '[]',
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Candidate_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "CandidateText" (
    "userId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "headline" TEXT NOT NULL DEFAULT '',
    "summary" TEXT NOT NULL DEFAULT '',
    "work" JSONB NOT NULL DEFAULT '[]',
    "education" JSONB NOT NULL DEFAULT '[]',
    "projects" JSONB NOT NULL DEFAULT '[]',
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CandidateText_pkey" PRIMARY KEY ("userId","locale")
);

-- CreateTable
CREATE TABLE "CandidateSkill" (
    "userId" UUID NOT NULL,
    "skillSlug" TEXT NOT NULL,
    "claimedLevel" INTEGER,
    "showsBand" BOOLEAN NOT NULL DEFAULT false,
    "showsEvidence" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "CandidateSkill_pkey" PRIMARY KEY ("userId","skillSlug")
);

-- CreateTable
CREATE TABLE "CandidateOrganisation" (
    "userId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "kind" "CandidateOrganisationKind" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CandidateOrganisation_pkey" PRIMARY KEY ("userId","organisationId")
);

-- CreateTable
CREATE TABLE "ConsentEvent" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "consent" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ConsentEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CandidateView" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "openingId" UUID,
    "kind" "CandidateViewKind" NOT NULL,
    "day" DATE NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,
    "memberId" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CandidateView_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CandidateImport" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "status" "ImportStatus" NOT NULL DEFAULT 'waiting',
    "file" BYTEA,
    "proposal" JSONB,
    "error" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CandidateImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Demographics" (
    "userId" UUID NOT NULL,
    "sex" TEXT NOT NULL DEFAULT '',
    "ethnicity" TEXT NOT NULL DEFAULT '',
    "consentedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Demographics_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "Candidacy" (
    "id" UUID NOT NULL,
    "openingId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "stage" "Stage" NOT NULL DEFAULT 'shortlisted',
    "unmaskedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Candidacy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CandidacyEvent" (
    "id" UUID NOT NULL,
    "candidacyId" UUID NOT NULL,
    "memberId" UUID,
    "kind" "CandidacyEventKind" NOT NULL,
    "stage" "Stage",
    "text" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CandidacyEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OpeningInvitation" (
    "candidacyId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "status" "InvitationStatus" NOT NULL DEFAULT 'sent',
    "sentById" UUID,
    "sentAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "answeredAt" TIMESTAMP(3),
    "answer" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "OpeningInvitation_pkey" PRIMARY KEY ("candidacyId")
);

-- CreateTable
CREATE TABLE "Message" (
    "id" UUID NOT NULL,
    "candidacyId" UUID NOT NULL,
    "fromCandidate" BOOLEAN NOT NULL,
    "senderId" UUID,
    "text" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMP(3),

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SavedSearch" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" JSONB NOT NULL,
    "alerts" BOOLEAN NOT NULL DEFAULT false,
    "lookedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "found" UUID[],
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedSearch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MatchInput" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "current" BOOLEAN NOT NULL DEFAULT true,
    "content" JSONB NOT NULL,
    "vectors" BYTEA NOT NULL,
    "model" TEXT NOT NULL,
    "revision" TEXT NOT NULL,
    "modelHash" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MatchInput_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OpeningVector" (
    "openingId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "textHash" TEXT NOT NULL,
    "vector" BYTEA NOT NULL,
    "model" TEXT NOT NULL,
    "revision" TEXT NOT NULL,
    "modelHash" TEXT NOT NULL,

    CONSTRAINT "OpeningVector_pkey" PRIMARY KEY ("openingId","locale")
);

-- CreateTable
CREATE TABLE "Ranking" (
    "id" UUID NOT NULL,
    "organisationId" UUID,
    "openingId" UUID,
    "askedById" UUID,
    "status" "RankingStatus" NOT NULL DEFAULT 'waiting',
    "request" JSONB NOT NULL,
    "basis" JSONB,
    "considered" BYTEA,
    "results" JSONB,
    "digest" TEXT,
    "conditions" JSONB,
    "error" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "rankedAt" TIMESTAMP(3),

    CONSTRAINT "Ranking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RankContest" (
    "id" UUID NOT NULL,
    "rankingId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "status" "ContestStatus" NOT NULL DEFAULT 'open',
    "answer" TEXT NOT NULL DEFAULT '',
    "decidedById" UUID,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "decidedAt" TIMESTAMP(3),

    CONSTRAINT "RankContest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Opening" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "createdById" UUID,
    "status" "OpeningStatus" NOT NULL DEFAULT 'draft',
    "public" BOOLEAN NOT NULL DEFAULT false,
    "blind" BOOLEAN NOT NULL DEFAULT false,
    "roleSlug" TEXT,
    "titleEn" TEXT NOT NULL DEFAULT '',
    "titleZh" TEXT NOT NULL DEFAULT '',
    "textEn" TEXT NOT NULL DEFAULT '',
    "textZh" TEXT NOT NULL DEFAULT '',
    "place" TEXT NOT NULL DEFAULT '',
    "country" TEXT NOT NULL DEFAULT '',
    "workPlaces" "WorkPlace"[],
    "languages" JSONB NOT NULL DEFAULT '[]',
    "knockOuts" TEXT[],
    "experience" INTEGER NOT NULL DEFAULT 0,
    "payMin" INTEGER,
    "payMax" INTEGER,
    "payCurrency" TEXT NOT NULL DEFAULT '',
    "payPeriod" TEXT NOT NULL DEFAULT '',
    "weights" JSONB NOT NULL DEFAULT '{}',
    "publishedAt" TIMESTAMP(3),
    "closesAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Opening_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OpeningSkill" (
    "openingId" UUID NOT NULL,
    "skillSlug" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "weight" INTEGER NOT NULL,
    "must" BOOLEAN NOT NULL,

    CONSTRAINT "OpeningSkill_pkey" PRIMARY KEY ("openingId","skillSlug")
);

-- CreateTable
CREATE TABLE "Application" (
    "id" UUID NOT NULL,
    "openingId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "status" "ApplicationStatus" NOT NULL DEFAULT 'sent',
    "text" TEXT NOT NULL DEFAULT '',
    "credentials" UUID[],
    "submissions" UUID[],
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMP(3),

    CONSTRAINT "Application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AbuseReport" (
    "id" UUID NOT NULL,
    "reporterId" UUID,
    "organisationId" UUID NOT NULL,
    "openingId" UUID,
    "messageId" UUID,
    "reason" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "status" "ReportStatus" NOT NULL DEFAULT 'open',
    "answer" TEXT NOT NULL DEFAULT '',
    "decidedById" UUID,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedAt" TIMESTAMP(3),

    CONSTRAINT "AbuseReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "website" TEXT NOT NULL DEFAULT '',
    "about" TEXT NOT NULL DEFAULT '',
    "status" "OrganisationStatus" NOT NULL DEFAULT 'unverified',
    "domain" TEXT,
    "domainCode" TEXT NOT NULL,
    "verifiedBy" "VerifiedBy",
    "verifiedAt" TIMESTAMP(3),
    "suspendedWhy" TEXT NOT NULL DEFAULT '',
    "blind" BOOLEAN NOT NULL DEFAULT false,
    "requiresTotp" BOOLEAN NOT NULL DEFAULT false,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Member" (
    "organisationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" "MemberRole" NOT NULL,
    "joinedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Member_pkey" PRIMARY KEY ("organisationId","userId")
);

-- CreateTable
CREATE TABLE "OrganisationInvitation" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "MemberRole" NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "acceptedAt" TIMESTAMP(3),

    CONSTRAINT "OrganisationInvitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrganisationToken" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "createdById" UUID,
    "name" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "tail" TEXT NOT NULL,
    "scopes" TEXT[],
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "lastUsedAt" TIMESTAMP(3),
    "revokedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OrganisationToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TotpFactor" (
    "userId" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "confirmedAt" TIMESTAMP(3),
    "lastStep" INTEGER NOT NULL DEFAULT 0,
    "recoveryHashes" TEXT[],

    CONSTRAINT "TotpFactor_pkey" PRIMARY KEY ("userId")
);

-- CreateIndex
CREATE INDEX "Candidate_discoverability_idx" ON "Candidate"("discoverability");

-- CreateIndex
CREATE INDEX "CandidateOrganisation_organisationId_idx" ON "CandidateOrganisation"("organisationId");

-- CreateIndex
CREATE INDEX "ConsentEvent_userId_at_idx" ON "ConsentEvent"("userId", "at");

-- CreateIndex
CREATE INDEX "CandidateView_userId_at_idx" ON "CandidateView"("userId", "at");

-- CreateIndex
CREATE INDEX "CandidateView_organisationId_at_idx" ON "CandidateView"("organisationId", "at");

-- CreateIndex
CREATE INDEX "CandidateImport_userId_createdAt_idx" ON "CandidateImport"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "Candidacy_userId_idx" ON "Candidacy"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Candidacy_openingId_userId_key" ON "Candidacy"("openingId", "userId");

-- CreateIndex
CREATE INDEX "CandidacyEvent_candidacyId_at_idx" ON "CandidacyEvent"("candidacyId", "at");

-- CreateIndex
CREATE INDEX "Message_candidacyId_at_idx" ON "Message"("candidacyId", "at");

-- CreateIndex
CREATE INDEX "SavedSearch_organisationId_idx" ON "SavedSearch"("organisationId");

-- CreateIndex
CREATE INDEX "SavedSearch_userId_idx" ON "SavedSearch"("userId");

-- CreateIndex
CREATE INDEX "MatchInput_userId_idx" ON "MatchInput"("userId");

-- CreateIndex
CREATE INDEX "MatchInput_modelHash_idx" ON "MatchInput"("modelHash");

-- CreateIndex
CREATE INDEX "Ranking_openingId_createdAt_idx" ON "Ranking"("openingId", "createdAt");

-- CreateIndex
CREATE INDEX "Ranking_organisationId_createdAt_idx" ON "Ranking"("organisationId", "createdAt");

-- CreateIndex
CREATE INDEX "RankContest_status_dueAt_idx" ON "RankContest"("status", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "RankContest_rankingId_userId_key" ON "RankContest"("rankingId", "userId");

-- CreateIndex
CREATE INDEX "Opening_organisationId_status_idx" ON "Opening"("organisationId", "status");

-- CreateIndex
CREATE INDEX "Opening_status_public_publishedAt_idx" ON "Opening"("status", "public", "publishedAt");

-- CreateIndex
CREATE INDEX "Application_userId_idx" ON "Application"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Application_openingId_userId_key" ON "Application"("openingId", "userId");

-- CreateIndex
CREATE INDEX "AbuseReport_status_createdAt_idx" ON "AbuseReport"("status", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_slug_key" ON "Organisation"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_domain_key" ON "Organisation"("domain");

-- CreateIndex
CREATE INDEX "Member_userId_idx" ON "Member"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "OrganisationInvitation_tokenHash_key" ON "OrganisationInvitation"("tokenHash");

-- CreateIndex
CREATE INDEX "OrganisationInvitation_organisationId_idx" ON "OrganisationInvitation"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "OrganisationToken_tokenHash_key" ON "OrganisationToken"("tokenHash");

-- CreateIndex
CREATE INDEX "OrganisationToken_organisationId_idx" ON "OrganisationToken"("organisationId");

-- AddForeignKey
ALTER TABLE "Candidate" ADD CONSTRAINT "Candidate_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CandidateText" ADD CONSTRAINT "CandidateText_userId_fkey" FOREIGN KEY ("userId") REFERENCES "Candidate"("userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CandidateSkill" ADD CONSTRAINT "CandidateSkill_userId_fkey" FOREIGN KEY ("userId") REFERENCES "Candidate"("userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CandidateOrganisation" ADD CONSTRAINT "CandidateOrganisation_userId_fkey" FOREIGN KEY ("userId") REFERENCES "Candidate"("userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CandidateOrganisation" ADD CONSTRAINT "CandidateOrganisation_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConsentEvent" ADD CONSTRAINT "ConsentEvent_userId_fkey" FOREIGN KEY ("userId") REFERENCES "Candidate"("userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CandidateView" ADD CONSTRAINT "CandidateView_userId_fkey" FOREIGN KEY ("userId") REFERENCES "Candidate"("userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CandidateView" ADD CONSTRAINT "CandidateView_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CandidateView" ADD CONSTRAINT "CandidateView_openingId_fkey" FOREIGN KEY ("openingId") REFERENCES "Opening"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CandidateView" ADD CONSTRAINT "CandidateView_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CandidateImport" ADD CONSTRAINT "CandidateImport_userId_fkey" FOREIGN KEY ("userId") REFERENCES "Candidate"("userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Demographics" ADD CONSTRAINT "Demographics_userId_fkey" FOREIGN KEY ("userId") REFERENCES "Candidate"("userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Candidacy" ADD CONSTRAINT "Candidacy_openingId_fkey" FOREIGN KEY ("openingId") REFERENCES "Opening"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Candidacy" ADD CONSTRAINT "Candidacy_userId_fkey" FOREIGN KEY ("userId") REFERENCES "Candidate"("userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CandidacyEvent" ADD CONSTRAINT "CandidacyEvent_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "Candidacy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CandidacyEvent" ADD CONSTRAINT "CandidacyEvent_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpeningInvitation" ADD CONSTRAINT "OpeningInvitation_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "Candidacy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpeningInvitation" ADD CONSTRAINT "OpeningInvitation_sentById_fkey" FOREIGN KEY ("sentById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "Candidacy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_senderId_fkey" FOREIGN KEY ("senderId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedSearch" ADD CONSTRAINT "SavedSearch_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedSearch" ADD CONSTRAINT "SavedSearch_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchInput" ADD CONSTRAINT "MatchInput_userId_fkey" FOREIGN KEY ("userId") REFERENCES "Candidate"("userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpeningVector" ADD CONSTRAINT "OpeningVector_openingId_fkey" FOREIGN KEY ("openingId") REFERENCES "Opening"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ranking" ADD CONSTRAINT "Ranking_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ranking" ADD CONSTRAINT "Ranking_openingId_fkey" FOREIGN KEY ("openingId") REFERENCES "Opening"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ranking" ADD CONSTRAINT "Ranking_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RankContest" ADD CONSTRAINT "RankContest_rankingId_fkey" FOREIGN KEY ("rankingId") REFERENCES "Ranking"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RankContest" ADD CONSTRAINT "RankContest_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RankContest" ADD CONSTRAINT "RankContest_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Opening" ADD CONSTRAINT "Opening_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Opening" ADD CONSTRAINT "Opening_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpeningSkill" ADD CONSTRAINT "OpeningSkill_openingId_fkey" FOREIGN KEY ("openingId") REFERENCES "Opening"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_openingId_fkey" FOREIGN KEY ("openingId") REFERENCES "Opening"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AbuseReport" ADD CONSTRAINT "AbuseReport_reporterId_fkey" FOREIGN KEY ("reporterId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AbuseReport" ADD CONSTRAINT "AbuseReport_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AbuseReport" ADD CONSTRAINT "AbuseReport_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AbuseReport" ADD CONSTRAINT "AbuseReport_openingId_fkey" FOREIGN KEY ("openingId") REFERENCES "Opening"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AbuseReport" ADD CONSTRAINT "AbuseReport_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganisationInvitation" ADD CONSTRAINT "OrganisationInvitation_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganisationInvitation" ADD CONSTRAINT "OrganisationInvitation_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganisationToken" ADD CONSTRAINT "OrganisationToken_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganisationToken" ADD CONSTRAINT "OrganisationToken_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TotpFactor" ADD CONSTRAINT "TotpFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- A person has one input in use at a time.
CREATE UNIQUE INDEX "MatchInput_one_current" ON "MatchInput" ("userId") WHERE "current";

-- What was agreed to is added to, never changed.
CREATE RULE "ConsentEvent_never_changed" AS ON UPDATE TO "ConsentEvent" DO INSTEAD NOTHING;
