"use client";

import { useEffect, useState } from "react";
import en from "@/messages/en/common.json";
import zh from "@/messages/zh/common.json";
import { Button } from "./ui/button";

type Props = { digest?: string | undefined; onAgain: () => void };

/** For faults: needs no server and no provider, since either may be what failed. */
export function FaultPage({ digest, onAgain }: Props) {
  const [texts, setTexts] = useState(en.fault);
  useEffect(() => {
    if (window.location.pathname.startsWith("/zh")) setTexts(zh.fault);
  }, []);
  return (
    <div className="mx-auto grid max-w-xl gap-4 px-4 py-24" role="alert">
      <h1 className="font-semibold text-2xl">{texts.title}</h1>
      <p className="text-muted">{texts.text}</p>
      {digest ? (
        <p className="font-mono text-muted text-sm">{texts.number.replace("{digest}", digest)}</p>
      ) : null}
      <Button onClick={onAgain} className="justify-self-start">
        {texts.again}
      </Button>
    </div>
  );
}
