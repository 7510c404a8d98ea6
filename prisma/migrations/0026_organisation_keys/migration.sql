-- What an organisation's programs made under a key, so that a repeated request makes nothing twice.
CREATE TABLE "OrganisationIdempotencyKey" (
    "organisationId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "madeId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OrganisationIdempotencyKey_pkey" PRIMARY KEY ("organisationId","key")
);

CREATE INDEX "OrganisationIdempotencyKey_createdAt_idx" ON "OrganisationIdempotencyKey"("createdAt");

ALTER TABLE "OrganisationIdempotencyKey" ADD CONSTRAINT "OrganisationIdempotencyKey_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
