// 到岗手续: what the stay asks for, what is there and what is missing, and the button that settles it.
import { CheckCircleOutlined, CloseCircleOutlined, FilePdfOutlined } from "@ant-design/icons";
import { Button, Card, Flex, Space, Tag, Typography } from "antd";
import { useState } from "react";
import { useExport } from "../../shared/files/useExport";
import { safeName } from "../../shared/files/paths";
import { usePick } from "../../shared/pick";
import { useMay } from "../../shared/session";
import { useToday } from "../../shared/today";
import { ManagerDialog } from "./ManagerDialog";
import { type Paper, type Person, isGone, stayInView } from "./person";
import { PaperDialog } from "./PaperDialog";
import { useBehalfWords } from "./behalf";
import { SaveAttached } from "../../shared/files/SaveAttached";
import { TEXTS } from "./texts";

interface Chosen {
  kind: string;
  correct: boolean;
}

export function PapersCard({ person }: { person: Person }) {
  const words = usePick(TEXTS).papers;
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const stay = stayInView(person, useToday());
  const { staffNo, checklist, canRecord, announced } = person;
  // Whoever has left is asked for nothing, and whoever never came has nothing.
  if (stay === null && announced === null) return null;
  const lacking = checklist.filter(({ met }) => !met).length;
  const asks = canRecord && (announced !== null || !isGone(person));
  const close = () => setChosen(null);
  return (
    <Card
      size="small"
      title={words.title}
      extra={
        lacking === 0 ? (
          <Tag color="green">{words.complete}</Tag>
        ) : (
          <Tag color="red">{words.lacking(lacking)}</Tag>
        )
      }
    >
      <Flex vertical gap="middle">
        {checklist.map(({ item, met }) => {
          const paper = stay?.papers.find(({ kind }) => kind === item) ?? null;
          const manager = item === "manager";
          // While somebody is awaited, the letter comes first.
          const open = asks && (stay !== null || item === "letter");
          return (
            <Flex key={item} data-item={item} wrap justify="space-between" gap="small">
              <div style={{ minWidth: 0, flex: "1 1 220px" }}>
                <Space size="small">
                  {met ? (
                    <CheckCircleOutlined style={{ color: "var(--ant-color-success)" }} aria-hidden />
                  ) : (
                    <CloseCircleOutlined style={{ color: "var(--ant-color-error)" }} aria-hidden />
                  )}
                  <strong>{words.kinds[item] ?? item}</strong>
                  {met ? null : <Tag color="red">{words.missing}</Tag>}
                </Space>
                {paper === null ? null : <Filed paper={paper} />}
                {manager && stay?.manager ? (
                  <div>{stay.manager.name ?? stay.manager.account ?? "—"}</div>
                ) : null}
              </div>
              <Space wrap>
                {manager ? null : <MakePaper person={person} kind={item} />}
                {paper === null ? null : (
                  <SaveAttached
                    to={{ staffNo }}
                    file={paper.scan}
                    name={`${words.kinds[item] ?? item}-${staffNo}-${paper.number}`}
                  />
                )}
                {open ? (
                  <Button
                    size="small"
                    type={met ? "default" : "primary"}
                    onClick={() => setChosen({ kind: item, correct: paper !== null })}
                  >
                    {manager
                      ? met
                        ? words.renameManager
                        : words.name
                      : paper === null
                        ? words.file
                        : words.correct}
                  </Button>
                ) : null}
              </Space>
            </Flex>
          );
        })}
      </Flex>
      {chosen === null ? null : chosen.kind === "manager" ? (
        stay === null ? null : (
          <ManagerDialog
            staffNo={staffNo}
            unit={stay.unit}
            arrivedOn={stay.arrivedOn}
            named={stay.manager !== null}
            onClose={close}
          />
        )
      ) : (
        <PaperDialog
          staffNo={staffNo}
          kind={chosen.kind}
          arrivedOn={stay?.arrivedOn ?? null}
          filed={chosen.correct ? (stay?.papers.find(({ kind }) => kind === chosen.kind) ?? null) : null}
          onClose={close}
        />
      )}
    </Card>
  );
}

function Filed({ paper }: { paper: Paper }) {
  const words = usePick(TEXTS).papers;
  const behalf = useBehalfWords();
  const { number, signedOn, correction, onBehalf } = paper;
  return (
    <div style={{ overflowWrap: "anywhere" }}>
      <div>{words.says(number, signedOn)}</div>
      {onBehalf === null ? null : <Typography.Text type="secondary">{behalf(onBehalf)}</Typography.Text>}
      {correction === null ? null : (
        <div>
          <Typography.Text type="secondary">{words.correctedFor(correction)}</Typography.Text>
        </div>
      )}
    </div>
  );
}

/** The paper as a PDF for both sides to sign. */
function MakePaper({ person, kind }: { person: Person; kind: string }) {
  const all = usePick(TEXTS);
  const words = all.papers;
  const may = useMay();
  const { save, isPending } = useExport("makeArrivalPaper");
  const paper = words.kinds[kind] ?? kind;
  if (!may("makeArrivalPaper", person.unit)) return null;
  return (
    <Button
      size="small"
      icon={<FilePdfOutlined aria-hidden />}
      loading={isPending}
      aria-label={`${words.make} ${paper}`}
      onClick={() =>
        void save({
          title: words.makeTitle(paper),
          kind: { name: all.pdfOrWord, extensions: ["pdf", "docx"] },
          proposed: safeName(`${paper}-${person.staffNo}`) + ".pdf",
          request: (out) => ({ staffNo: person.staffNo, kind, out }),
        })
      }
    >
      {words.make}
    </Button>
  );
}
