import { getFormatter, getTranslations } from "next-intl/server";
import type { Overview } from "@/lib/workers/read-overview";

const CELL = "px-4 py-2";
const TONE = { alive: "text-good", silent: "text-bad", stopped: "text-muted" } as const;
const COLUMNS = ["worker", "state", "slots", "sandbox", "started", "lastSign"] as const;

/** Every worker of late with its sandbox and its last sign of life. */
export async function WorkersTable({ workers }: { workers: Overview["workers"] }) {
  const t = await getTranslations("admin.overview");
  const format = await getFormatter();
  if (workers.length === 0) return <p className="text-muted">{t("noWorkers")}</p>;
  const moment = (at: string) =>
    format.dateTime(new Date(at), { dateStyle: "short", timeStyle: "medium" });
  return (
    <section
      // A region that scrolls has to be reachable by keyboard.
      tabIndex={0}
      aria-label={t("workers")}
      className="overflow-x-auto rounded-lg border border-line bg-raised"
    >
      <table className="w-full whitespace-nowrap text-sm">
        <thead className="border-line border-b text-left text-muted">
          <tr>
            {COLUMNS.map((name) => (
              <th key={name} scope="col" className={`${CELL} font-medium`}>
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line tabular-nums">
          {workers.map((worker) => (
            <tr key={worker.id}>
              <th scope="row" className={`${CELL} text-left font-medium`}>
                {worker.hostname} · {worker.pid}
              </th>
              <td className={`${CELL} ${TONE[worker.state]}`}>{t(`states.${worker.state}`)}</td>
              <td className={CELL}>
                {worker.busy} / {worker.slots}
              </td>
              <td className={CELL}>
                {worker.sandbox.version} · cgroup {worker.sandbox.cgroup}
              </td>
              <td className={CELL}>{moment(worker.startedAt)}</td>
              <td className={CELL}>{moment(worker.heartbeatAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
