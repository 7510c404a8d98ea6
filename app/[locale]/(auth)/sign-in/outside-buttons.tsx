"use client";

import { Button } from "@/components/ui/button";

type Props = { next: string; or: string; providers: { id: string; label: string }[] };

/** Sign-in with outside services; their library is fetched only when one is chosen. */
export function OutsideButtons({ next, or, providers }: Props) {
  const start = async (id: string) => {
    const { signIn } = await import("next-auth/react");
    await signIn(id, { callbackUrl: next });
  };
  return (
    <div className="grid gap-3">
      <p className="text-center text-muted text-sm">{or}</p>
      {providers.map(({ id, label }) => (
        <Button key={id} variant="secondary" onClick={() => start(id)}>
          {label}
        </Button>
      ))}
    </div>
  );
}
