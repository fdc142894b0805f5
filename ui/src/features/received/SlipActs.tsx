// What can be done about objections with a received file: write a slip against a sheet, or take a slip in.
import { Button, Card, Flex, Typography } from "antd";
import { useState } from "react";
import type { CheckView } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { useMay, useSignedIn } from "../../shared/session";
import { SlipSays } from "../../shared/slip/SlipSays";
import { TakeSlip } from "../../shared/slip/TakeSlip";
import { SLIP_TEXTS } from "../../shared/slip/texts";
import { objectable } from "./slip";
import { TEXTS } from "./texts";
import { WriteSlip } from "./WriteSlip";

interface SlipActsProps {
  path: string;
  check: CheckView;
  written: (path: string) => void;
}

export function SlipActs({ path, check, written }: SlipActsProps) {
  const texts = usePick(TEXTS).slip;
  const slip = usePick(SLIP_TEXTS);
  const may = useMay();
  const { status } = useSignedIn();
  const [writing, setWriting] = useState(false);
  if (check.slip !== null) {
    const broken = check.verdict === "altered" || check.verdict === "invalid";
    const takes = !broken && status.role !== "provider" && may("importObjectionSlip");
    return (
      <Card size="small" title={slip.title}>
        <Flex vertical gap="small">
          <SlipSays slip={check.slip} />
          {takes ? <TakeSlip path={path} said /> : null}
        </Flex>
      </Card>
    );
  }
  if (!objectable(check) || !may("writeObjectionSlip")) return null;
  return (
    <Flex vertical gap="small" align="start">
      <Typography.Text type="secondary">{texts.writeHelp}</Typography.Text>
      <Button onClick={() => setWriting(true)}>{texts.write}</Button>
      {writing ? (
        <WriteSlip path={path} check={check} close={() => setWriting(false)} written={written} />
      ) : null}
    </Flex>
  );
}
