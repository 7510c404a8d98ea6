-- Who applies stands in a list of his own until somebody has looked.
ALTER TYPE "Stage" ADD VALUE 'applied' BEFORE 'shortlisted';

-- What a pasted description is read for: proposed first, taken only as far as a person confirms.
CREATE TYPE "ProposalStatus" AS ENUM ('waiting', 'proposed', 'failed');

CREATE TABLE "OpeningProposal" (
    "openingId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "status" "ProposalStatus" NOT NULL DEFAULT 'waiting',
    "proposal" JSONB,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OpeningProposal_pkey" PRIMARY KEY ("openingId")
);

ALTER TABLE "OpeningProposal" ADD CONSTRAINT "OpeningProposal_openingId_fkey" FOREIGN KEY ("openingId") REFERENCES "Opening"("id") ON DELETE CASCADE ON UPDATE CASCADE;
