import { getTranslations } from "next-intl/server";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { DeviceRow } from "@/lib/devices/list-devices";
import { releaseDeviceAction } from "./actions";

/** Every GPU that workers found: what it does, and what to do about those in quarantine. */
export async function DeviceList({ devices }: { devices: DeviceRow[] }) {
  const t = await getTranslations("admin.devices");
  if (devices.length === 0) return <p className="text-muted">{t("none")}</p>;
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
      {devices.map((device) => (
        <li key={device.uuid} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
          <div className="min-w-0 flex-1 basis-64">
            <p className="font-medium">{device.name}</p>
            <p className="text-sm">
              <State device={device} />
            </p>
            <p className="break-all text-muted text-sm">
              {device.hostname} · {device.uuid}
            </p>
            <p className="text-sm tabular-nums">
              {t("memory", { used: device.usedMb, total: device.memoryMb })}
              {device.leases > 0
                ? ` · ${t("leased", { leases: device.leases, memory: device.leasedMb })}`
                : null}
            </p>
          </div>
          {device.state === "quarantined" ? (
            <Form
              action={releaseDeviceAction}
              summary={t("summary")}
              prefix={`device-${device.uuid}-`}
            >
              <input type="hidden" name="uuid" value={device.uuid} />
              <SubmitButton variant="secondary">{t("release")}</SubmitButton>
            </Form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

async function State({ device: { state, reason, seen } }: { device: DeviceRow }) {
  const t = await getTranslations("admin.devices");
  if (state === "quarantined") {
    return (
      <span className="text-bad">
        {t("quarantined", { reason: reason ? t(`reasons.${reason}`) : "" })}
      </span>
    );
  }
  if (!seen) return <span className="text-muted">{t("gone")}</span>;
  return <span className="text-good">{t("ready")}</span>;
}
