-- Profiles that people show under an address of their own. Whatever has no row is not shown.

CREATE TABLE "PublicProfile" (
    "userId" UUID NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT false,
    "displayName" TEXT NOT NULL,
    "headlineEn" TEXT NOT NULL DEFAULT '',
    "headlineZh" TEXT NOT NULL DEFAULT '',
    "languages" TEXT[],
    "showHistory" BOOLEAN NOT NULL DEFAULT false,
    "indexed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "PublicProfile_pkey" PRIMARY KEY ("userId")
);

CREATE TABLE "ProfileHandle" (
    "handle" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "retiredAt" TIMESTAMP(3),

    CONSTRAINT "ProfileHandle_pkey" PRIMARY KEY ("handle")
);

CREATE TABLE "ShownSkill" (
    "userId" UUID NOT NULL,
    "skillSlug" TEXT NOT NULL,

    CONSTRAINT "ShownSkill_pkey" PRIMARY KEY ("userId","skillSlug")
);

CREATE TABLE "ShownCredential" (
    "credentialId" UUID NOT NULL,
    "userId" UUID NOT NULL,

    CONSTRAINT "ShownCredential_pkey" PRIMARY KEY ("credentialId")
);

CREATE INDEX "ProfileHandle_userId_idx" ON "ProfileHandle"("userId");

CREATE INDEX "ShownCredential_userId_idx" ON "ShownCredential"("userId");

ALTER TABLE "PublicProfile" ADD CONSTRAINT "PublicProfile_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ProfileHandle" ADD CONSTRAINT "ProfileHandle_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ShownSkill" ADD CONSTRAINT "ShownSkill_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ShownCredential" ADD CONSTRAINT "ShownCredential_credentialId_fkey" FOREIGN KEY ("credentialId") REFERENCES "Credential"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ShownCredential" ADD CONSTRAINT "ShownCredential_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A person has one address at a time.
CREATE UNIQUE INDEX "ProfileHandle_one_current" ON "ProfileHandle" ("userId") WHERE "retiredAt" IS NULL;
