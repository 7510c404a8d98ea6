-- AlterTable
ALTER TABLE "Credential" ADD COLUMN     "revocationNote" TEXT,
ADD COLUMN     "submissions" UUID[];

-- Until now the occasion named what a credential rests on, as <user>:<rule>:<submissions>.
UPDATE "Credential" SET "submissions" = string_to_array(split_part("occasion", ':', 3), ',')::uuid[]
WHERE split_part("occasion", ':', 3) ~ '^[0-9a-f-]{36}(,[0-9a-f-]{36})*$';

-- CreateTable
CREATE TABLE "CredentialAppeal" (
    "credentialId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "status" "AppealStatus" NOT NULL DEFAULT 'open',
    "answer" TEXT NOT NULL DEFAULT '',
    "decidedById" UUID,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedAt" TIMESTAMP(3),

    CONSTRAINT "CredentialAppeal_pkey" PRIMARY KEY ("credentialId")
);

-- CreateIndex
CREATE INDEX "CredentialAppeal_status_createdAt_idx" ON "CredentialAppeal"("status", "createdAt");

-- AddForeignKey
ALTER TABLE "CredentialAppeal" ADD CONSTRAINT "CredentialAppeal_credentialId_fkey" FOREIGN KEY ("credentialId") REFERENCES "Credential"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CredentialAppeal" ADD CONSTRAINT "CredentialAppeal_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
