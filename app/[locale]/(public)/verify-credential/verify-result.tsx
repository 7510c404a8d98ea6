import { Alert } from "@/components/ui/alert";
import { FactList } from "@/components/ui/fact-list";
import type { VerifyView } from "./verify-view";

const TONES = { valid: "good", invalid: "bad", undecided: "warn" } as const;

const LOOK = {
  holds: ["✓", "text-good"],
  fails: ["✗", "text-bad"],
  unknown: ["?", "text-warn"],
} as const;

export type ResultLabels = Record<
  "result" | "checks" | "says" | "achievement" | "holder" | "issuer" | "figures",
  string
>;

/** The verdict, every check with its reason, and what the credential says. */
export function VerifyResult({ view, labels }: { view: VerifyView; labels: ResultLabels }) {
  const { said } = view;
  return (
    <section aria-label={labels.result} className="grid gap-6">
      <Alert tone={TONES[view.verdict]} title={view.title} role="status">
        <p className="text-sm">{view.text}</p>
      </Alert>
      <div>
        <h2 className="mb-2 font-semibold">{labels.checks}</h2>
        <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
          {view.rows.map(({ outcome, name, state, text }) => (
            <li key={name} className="grid gap-x-4 px-4 py-2 sm:grid-cols-[10rem_1fr]">
              <span className={`whitespace-nowrap font-medium text-sm ${LOOK[outcome][1]}`}>
                <span aria-hidden="true">{LOOK[outcome][0]}</span> {name}
                <span className="sr-only">: {state}</span>
              </span>
              <span className="min-w-0 break-words text-sm">{text}</span>
            </li>
          ))}
        </ul>
      </div>
      {said ? (
        <div>
          <h2 className="mb-2 font-semibold">{labels.says}</h2>
          <FactList
            facts={[
              [labels.achievement, said.achievement],
              [labels.holder, said.holder],
              [labels.issuer, said.issuer],
            ]}
          />
          <p className="mt-3 max-w-prose whitespace-pre-line text-sm">{said.description}</p>
          {said.results.length > 0 ? (
            <>
              <h3 className="mt-4 mb-2 font-medium text-sm">{labels.figures}</h3>
              <table className="w-full text-sm">
                <tbody className="divide-y divide-line">
                  {said.results.map(({ name, value }) => (
                    <tr key={name}>
                      <th scope="row" className="py-1 pr-4 text-left font-normal text-muted">
                        {name}
                      </th>
                      <td className="min-w-28 py-1 text-right tabular-nums">{value}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}
