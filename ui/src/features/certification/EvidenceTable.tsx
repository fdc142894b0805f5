// What was brought for the case: what, on what it rests, who entered it; and taking it back.
import { Button, Space, Table, Typography } from "antd";
import { useState } from "react";
import type { CertificationView, EvidenceView } from "../../bindings/bindings";
import { ReasonDialog } from "../../shared/act/ReasonDialog";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useAct } from "../../shared/useCase";
import { word } from "../../shared/words";
import { Attached } from "../../shared/files/Attached";
import { TEXTS } from "./texts";

export function EvidenceTable({ view, strikes }: { view: CertificationView; strikes: boolean }) {
  const texts = usePick(TEXTS);
  const words = texts.evidence;
  const { language } = usePreference();
  const [striking, setStriking] = useState<number | null>(null);
  const what = (line: EvidenceView) => {
    if (line.since !== null) return words.sinceText(line.since);
    if (line.quarter !== null) return words.quarterText(line.quarter, line.grade ?? "");
    return words.behaviourText(line.requirement ?? "", line.on ?? "", line.count ?? 0, line.objectGrade);
  };
  return (
    <>
      <Table<EvidenceView>
        size="small"
        pagination={false}
        rowKey="line"
        dataSource={view.evidence}
        scroll={{ x: 720 }}
        locale={{
          emptyText: (
            <Typography.Paragraph type="secondary" style={{ padding: 24, margin: 0 }}>
              {texts.person.noEvidence}
            </Typography.Paragraph>
          ),
        }}
        columns={[
          { title: words.of, width: 160, render: (_, { of }) => word(language, `evidenceOf.${of}`) },
          {
            title: words.what,
            width: 260,
            render: (_, line) => (
              <Typography.Text delete={line.struck !== null}>{what(line)}</Typography.Text>
            ),
          },
          {
            title: words.basis,
            render: (_, { line, text, paper, struck }) => (
              <Space orientation="vertical" size={0}>
                <Typography.Text {...(text === null ? { type: "secondary" as const } : {})}>
                  {text ?? (paper === null ? words.erased : words.paper)}
                </Typography.Text>
                {paper === null ? null : (
                  <Attached
                    to={{ staffNo: view.staffNo }}
                    file={paper}
                    name={`${texts.paper.evidence}-${view.staffNo}-${line}`}
                  />
                )}
                {struck === null ? null : (
                  <Typography.Text type="secondary">{words.struck(struck)}</Typography.Text>
                )}
              </Space>
            ),
          },
          { title: words.by, width: 180, render: (_, { by, enteredOn }) => `${by} ${enteredOn}` },
          ...(strikes
            ? [
                {
                  title: texts.columns.act,
                  width: 80,
                  render: (_: unknown, { line, struck }: EvidenceView) =>
                    struck === null ? (
                      <Button size="small" onClick={() => setStriking(line)}>
                        {words.strike}
                      </Button>
                    ) : null,
                },
              ]
            : []),
        ]}
      />
      {striking === null ? null : (
        <StrikeDialog staffNo={view.staffNo} line={striking} close={() => setStriking(null)} />
      )}
    </>
  );
}

function StrikeDialog({ staffNo, line, close }: { staffNo: string; line: number; close: () => void }) {
  const texts = usePick(TEXTS).evidence;
  return (
    <ReasonDialog
      name={`strike.${staffNo}.${line}`}
      title={texts.strike}
      says={texts.strikeHelp}
      label={texts.strikeReason}
      act={useAct("strikeEvidence")}
      request={(reason) => ({ staffNo, line, reason })}
      done={texts.strikeDone}
      onClose={close}
    />
  );
}
