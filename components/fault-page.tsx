"use client";

import { useEffect, useState } from "react";
import en from "@/messages/en/fault.json";
import zh from "@/messages/zh/fault.json";
import { Button } from "./ui/button";

type Props = { digest?: string | undefined; onAgain: () => void };

/** For faults: needs no server and no provider, since either may be what failed. */
export function FaultPage({ digest, onAgain }: Props) {
  const [texts, setTexts] = useState(en);
  useEffect(() => {
    if (window.location.pathname.startsWith("/zh")) setTexts(zh);
  }, []);
  return (
    <div className="mx-auto grid max-w-xl gap-4 px-4 py-24" role="alert">
      <h1 className="font-semibold text-2xl">{texts.title}</h1>
      <p className="text-muted">{texts.text}</p>
      {digest ? (
        <p className="text-muted text-sm">
          {texts.number} <span className="font-mono">{digest}</span>
        </p>
      ) : null}
      <Button onClick={onAgain} className="justify-self-start">
        {texts.again}
      </Button>
    </div>
  );
}
