-- CreateTable
CREATE TABLE "PieceFile" (
    "uploadId" UUID NOT NULL,
    "pieceId" UUID NOT NULL,
    "addedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PieceFile_pkey" PRIMARY KEY ("uploadId")
);

-- CreateIndex
CREATE INDEX "PieceFile_pieceId_idx" ON "PieceFile"("pieceId");

-- AddForeignKey
ALTER TABLE "PieceFile" ADD CONSTRAINT "PieceFile_uploadId_fkey" FOREIGN KEY ("uploadId") REFERENCES "Upload"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PieceFile" ADD CONSTRAINT "PieceFile_pieceId_fkey" FOREIGN KEY ("pieceId") REFERENCES "Piece"("id") ON DELETE CASCADE ON UPDATE CASCADE;
