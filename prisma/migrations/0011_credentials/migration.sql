-- CreateTable
CREATE TABLE "SigningKey" (
    "id" TEXT NOT NULL,
    "algorithm" TEXT NOT NULL,
    "publicJwk" JSONB NOT NULL,
    "sealed" BYTEA,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retiredAt" TIMESTAMP(3),
    "withdrawnAt" TIMESTAMP(3),

    CONSTRAINT "SigningKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CredentialStatusList" (
    "id" SERIAL NOT NULL,
    "allocated" INTEGER NOT NULL DEFAULT 0,
    "revoked" INTEGER[],
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CredentialStatusList_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Credential" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "achievement" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "estimates" JSONB NOT NULL,
    "occasion" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "issuedAt" TIMESTAMP(3) NOT NULL,
    "validUntil" TIMESTAMP(3),
    "revokedAt" TIMESTAMP(3),
    "revocationReason" TEXT,
    "statusListId" INTEGER NOT NULL,
    "statusListIndex" INTEGER NOT NULL,
    "document" TEXT NOT NULL,
    "jwtEdDsa" TEXT NOT NULL,
    "jwtRs256" TEXT NOT NULL,

    CONSTRAINT "Credential_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Credential_occasion_key" ON "Credential"("occasion");

-- CreateIndex
CREATE INDEX "Credential_userId_issuedAt_idx" ON "Credential"("userId", "issuedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Credential_statusListId_statusListIndex_key" ON "Credential"("statusListId", "statusListIndex");

-- AddForeignKey
ALTER TABLE "Credential" ADD CONSTRAINT "Credential_statusListId_fkey" FOREIGN KEY ("statusListId") REFERENCES "CredentialStatusList"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Credential" ADD CONSTRAINT "Credential_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One key of each kind signs.
CREATE UNIQUE INDEX "SigningKey_one_current" ON "SigningKey" ("algorithm") WHERE "retiredAt" IS NULL;
