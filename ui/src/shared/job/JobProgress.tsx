// A long job under way: which stage, how far, how long yet, and the way to stop it, which leaves nothing behind.
import { Button, Flex, Progress, Typography } from "antd";
import { useEffect, useRef, useState } from "react";
import { usePreference } from "../preference";
import { type Step, useTransport } from "../transport";
import { hasWord, word } from "../words";

/** Before so much is done nothing is said about the rest: it would be guessing. */
const ENOUGH = 0.05;

export function JobProgress({ running }: { running: boolean }) {
  const { language, texts } = usePreference();
  const transport = useTransport();
  const [step, setStep] = useState<Step | null>(null);
  const [stopping, setStopping] = useState(false);
  const began = useRef({ stage: "", at: 0 });

  useEffect(() => {
    if (!running) {
      setStep(null);
      setStopping(false);
      return;
    }
    return transport.onProgress((heard) => {
      if (heard.stage !== began.current.stage) began.current = { stage: heard.stage, at: performance.now() };
      setStep(heard);
    });
  }, [running, transport]);

  if (!running) return null;
  const share = step !== null && step.total > 0 ? Math.min(step.done / step.total, 1) : null;
  const stage =
    step !== null && hasWord(language, `stage.${step.stage}`) ? word(language, `stage.${step.stage}`) : null;
  return (
    <Flex align="center" gap="middle" role="status" aria-live="polite" style={{ marginBlock: 8 }}>
      <div style={{ flex: 1, minWidth: 0 }}>
        <Progress
          percent={share === null ? 100 : Math.floor(share * 100)}
          status={share === null ? "active" : "normal"}
          showInfo={share !== null}
          aria-label={stage ?? texts.job.working}
        />
        <Typography.Text type="secondary">
          {stage ?? texts.job.working}
          {share !== null && share > ENOUGH && share < 1
            ? ` · ${texts.job.left(secondsLeft(share, performance.now() - began.current.at))}`
            : null}
        </Typography.Text>
      </div>
      <Button
        disabled={stopping}
        onClick={() => {
          setStopping(true);
          void transport.cancel();
        }}
      >
        {stopping ? texts.job.stopping : texts.job.cancel}
      </Button>
    </Flex>
  );
}

function secondsLeft(share: number, spent: number): number {
  return Math.max(1, Math.round((spent * (1 - share)) / share / 1000));
}
