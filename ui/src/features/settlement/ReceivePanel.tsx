// The countersigned report, dropped or chosen: first checked and said in words, then accepted, which closes the quarter.
import { Alert, App, Button, Flex, Popconfirm, Skeleton, Tooltip, Typography } from "antd";
import { useEffect, useState } from "react";
import { Failure } from "../../shared/Failure";
import { PathField } from "../../shared/files/PathField";
import { fileName } from "../../shared/files/paths";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { quarterName } from "../../shared/quarter";
import { CheckVerdict } from "../../shared/signing/CheckVerdict";
import { useMay } from "../../shared/session";
import { useAct, useRead } from "../../shared/useCase";
import { PdfDialog, type PdfSource } from "./PdfDialog";
import { TEXTS } from "./texts";

interface ReceivePanelProps {
  quarter: string;
  /** A file that both have just signed here. */
  signed: string | null;
}

export function ReceivePanel({ quarter, signed }: ReceivePanelProps) {
  const general = useTexts();
  const all = usePick(TEXTS);
  const texts = all.receive;
  const { message } = App.useApp();
  const [path, setPath] = useState("");
  const [asked, setAsked] = useState("");
  const check = useRead("checkReport", { path: asked, trust: [] }, asked !== "");
  const accept = useAct("acceptReport");
  const may = useMay();
  const opens = may("openReport");
  const [looking, setLooking] = useState<PdfSource | null>(null);
  useEffect(() => {
    if (signed === null) return;
    setPath(signed);
    setAsked(signed);
  }, [signed]);

  // A dropped or chosen file is looked at at once; what is typed, when it is asked for.
  const take = (next: string) => {
    const whole = Math.abs(next.length - path.length) > 1 && /\.pdf$/i.test(next);
    setPath(next);
    accept.reset();
    setAsked(whole ? next.trim() : "");
  };
  const run = async () => {
    try {
      const done = await accept.mutateAsync({ path: asked });
      void message.success(texts.outcome[done.outcome] ?? done.outcome);
    } catch {
      // shown below
    }
  };
  const found = asked === "" ? undefined : check.data;
  const ready = found?.verdict === "countersigned" && !found.sameKeyTwice;
  // A unit's sheet confirms that unit; the settlement report closes the quarter.
  const closes = found?.kind === "settlementReport";
  const label = closes ? texts.accept : texts.acceptSheet;

  return (
    <Flex vertical gap="small">
      <Typography.Text type="secondary">{texts.help}</Typography.Text>
      <Flex gap="small" align="end">
        <div style={{ flex: 1, minWidth: 0 }}>
          <label htmlFor="receive-path" style={{ display: "block", marginBlockEnd: 4 }}>
            {texts.path}
          </label>
          <PathField
            id="receive-path"
            value={path}
            onChange={take}
            kind={{ name: all.report.pdf, extensions: ["pdf"] }}
            title={texts.pathTitle}
            takesDrops
          />
        </div>
        <Button
          disabled={path.trim() === ""}
          loading={check.isFetching}
          onClick={() => setAsked(path.trim())}
        >
          {texts.check}
        </Button>
      </Flex>
      {asked !== "" && check.isPending ? <Skeleton active paragraph={{ rows: 3 }} /> : null}
      {asked !== "" && check.isError ? <Failure error={check.error} /> : null}
      {found === undefined ? null : (
        <>
          <CheckVerdict check={found} />
          {opens ? (
            <div>
              <Button onClick={() => setLooking({ kind: "open", path: asked })}>{texts.look}</Button>
            </div>
          ) : null}
          {accept.data ? (
            <Alert
              type="success"
              showIcon
              title={texts.outcome[accept.data.outcome] ?? accept.data.outcome}
            />
          ) : (
            <div>
              {ready ? (
                <Popconfirm
                  title={label}
                  description={
                    closes ? (
                      <div style={{ maxWidth: 320 }}>
                        {texts.sure(quarterName(general, found.quarter ?? quarter))}
                      </div>
                    ) : undefined
                  }
                  okText={label}
                  onConfirm={run}
                >
                  <Button type="primary" loading={accept.isPending}>
                    {label}
                  </Button>
                </Popconfirm>
              ) : (
                <Tooltip title={texts.not}>
                  <span tabIndex={0}>
                    <Button type="primary" disabled>
                      {label}
                    </Button>
                  </span>
                </Tooltip>
              )}
            </div>
          )}
          {accept.error ? <Failure error={accept.error} /> : null}
        </>
      )}
      <PdfDialog source={looking} title={fileName(asked)} close={() => setLooking(null)} />
    </Flex>
  );
}
