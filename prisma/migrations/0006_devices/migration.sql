-- GPUs that workers found, who holds them, and which challenges proved their speed here.

CREATE TYPE "DeviceState" AS ENUM ('ready', 'quarantined');

CREATE TABLE "Device" (
    "uuid" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "workerId" TEXT NOT NULL,
    "hostname" TEXT NOT NULL,
    "memoryMb" INTEGER NOT NULL,
    "usedMb" INTEGER NOT NULL DEFAULT 0,
    "state" "DeviceState" NOT NULL DEFAULT 'ready',
    "reason" TEXT,
    "leases" INTEGER NOT NULL DEFAULT 0,
    "leasedMb" INTEGER NOT NULL DEFAULT 0,
    "exclusive" BOOLEAN NOT NULL DEFAULT false,
    "seenAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Device_pkey" PRIMARY KEY ("uuid"),
    -- Whatever runs at the same time: never more than there is, and exclusive means one.
    CONSTRAINT "Device_leased" CHECK ("leases" >= 0 AND "leasedMb" BETWEEN 0 AND "memoryMb"),
    CONSTRAINT "Device_exclusive" CHECK (NOT "exclusive" OR "leases" = 1)
);

CREATE TABLE "DeviceLease" (
    "id" UUID NOT NULL,
    "deviceUuid" TEXT NOT NULL,
    "workerId" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "memoryMb" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DeviceLease_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "DeviceLease_deviceUuid_fkey" FOREIGN KEY ("deviceUuid")
        REFERENCES "Device"("uuid") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "DeviceLease_workerId_idx" ON "DeviceLease"("workerId");
CREATE INDEX "DeviceLease_deviceUuid_idx" ON "DeviceLease"("deviceUuid");

ALTER TABLE "ChallengeVersion" ADD COLUMN "speedProvenAt" TIMESTAMP(3);
