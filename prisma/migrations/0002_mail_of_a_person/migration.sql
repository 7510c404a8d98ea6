-- AlterTable
ALTER TABLE "MailMessage" ADD COLUMN "userId" UUID;

-- Whose the messages so far are follows from where they went.
UPDATE "MailMessage" m SET "userId" = u."id" FROM "User" u WHERE u."email" = m."recipient";

-- CreateIndex
CREATE INDEX "MailMessage_userId_idx" ON "MailMessage"("userId");

-- AddForeignKey
ALTER TABLE "MailMessage" ADD CONSTRAINT "MailMessage_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
