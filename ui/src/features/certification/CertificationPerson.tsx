// One person against one level: each gate met, not met or in need of proof, with the values it was judged by; and what is done
// in the case.
import { Alert, Button, Card, Collapse, Flex, List, Select, Skeleton, Space, Typography } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import type { CertificationView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { useMarks } from "../../shared/marks";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useMay } from "../../shared/session";
import { useRead } from "../../shared/useCase";
import { word } from "../../shared/words";
import { DevelopmentCards } from "../development/DevelopmentCards";
import { DecideDialog } from "./DecideDialog";
import { EvidenceDialog, type Proving } from "./EvidenceDialog";
import { EvidenceTable } from "./EvidenceTable";
import { ExamDialog } from "./ExamDialog";
import { Follow } from "./Follow";
import { GateTable } from "./GateTable";
import { History } from "./History";
import { OpenDialog } from "./OpenDialog";
import { ResultButtons } from "./ResultButtons";
import { StateTag } from "./StateTag";
import { TEXTS } from "./texts";
import { WithdrawDialog } from "./WithdrawDialog";

export function CertificationPerson({ staffNo }: { staffNo: string }) {
  const texts = usePick(TEXTS);
  const [level, setLevel] = useState<number | null>(null);
  const [number, setNumber] = useState<number | null>(null);
  const read = useRead("certification", { staffNo, number, level });
  const back = (
    <Link to="/certification" style={{ textDecoration: "underline" }}>
      {texts.back}
    </Link>
  );
  if (read.isError) {
    return (
      <Flex vertical gap="small">
        {back}
        <Failure error={read.error} retry={() => read.refetch()} />
      </Flex>
    );
  }
  if (read.data === undefined) return <Skeleton active paragraph={{ rows: 8 }} />;
  const view = read.data;
  return (
    <Flex vertical gap="small">
      {back}
      <Head
        view={view}
        look={(next) => {
          setNumber(null);
          setLevel(next);
        }}
      />
      <Body view={view} openCase={setNumber} />
    </Flex>
  );
}

/** Who it is, against what, and the acts. */
function Head({ view, look }: { view: CertificationView; look: (level: number | null) => void }) {
  const texts = usePick(TEXTS);
  const may = useMay();
  const [dialog, setDialog] = useState<"open" | "exam" | "decide" | "withdraw" | null>(null);
  const close = () => setDialog(null);
  const open = view.cases.some(({ state }) => state === "open");
  const looksAtOpen = view.case?.state === "open";
  const records = view.canRecord && may("openCase");
  return (
    <Card size="small">
      <Flex wrap justify="space-between" align="center" gap="small">
        <Space wrap>
          <Typography.Title level={4} style={{ margin: 0 }}>
            {view.name === view.staffNo ? view.name : `${view.name} ${view.staffNo}`}
          </Typography.Title>
          <StateTag state={view.state} />
          <Typography.Text type="secondary">{view.unitName}</Typography.Text>
          {view.state === "probation" ? (
            <Typography.Text type="secondary">
              {texts.person.onProbation(view.probationUntil)}
            </Typography.Text>
          ) : null}
        </Space>
        <Space wrap>
          {records ? <Button onClick={() => setDialog("exam")}>{texts.exam.title}</Button> : null}
          {records && open && looksAtOpen ? (
            <Button onClick={() => setDialog("withdraw")}>{texts.withdraw.title}</Button>
          ) : null}
          {view.canDecide && looksAtOpen ? (
            <Button type="primary" onClick={() => setDialog("decide")}>
              {texts.decide.title}
            </Button>
          ) : null}
          {records && !open && view.state !== "probation" ? (
            <Button type="primary" onClick={() => setDialog("open")}>
              {texts.open.title}
            </Button>
          ) : null}
          {view.case?.decision ? <ResultButtons staffNo={view.staffNo} number={view.case.number} /> : null}
        </Space>
      </Flex>
      <Flex wrap align="center" gap="small" style={{ marginBlockStart: 12 }}>
        <Typography.Text type="secondary">{texts.person.against}</Typography.Text>
        <Select
          aria-label={texts.person.against}
          value={view.level.level}
          onChange={look}
          style={{ minWidth: 260 }}
          options={view.levels.map((one) => ({
            value: one.level,
            label: texts.person.title(one.level, one.title),
          }))}
        />
        <Typography.Text type="secondary">
          {texts.person.standard(view.standard, view.standardLabel)}
        </Typography.Text>
        {view.case === null ? (
          <Typography.Text type="secondary">{texts.person.noCase}</Typography.Text>
        ) : (
          <Typography.Text>{texts.person.case(view.case.number)}</Typography.Text>
        )}
      </Flex>
      {dialog === "open" ? <OpenDialog view={view} close={close} done={() => look(null)} /> : null}
      {dialog === "exam" ? <ExamDialog staffNo={view.staffNo} close={close} /> : null}
      {dialog === "decide" ? <DecideDialog view={view} close={close} /> : null}
      {dialog === "withdraw" ? <WithdrawDialog staffNo={view.staffNo} close={close} /> : null}
    </Card>
  );
}

function Body({ view, openCase }: { view: CertificationView; openCase: (number: number) => void }) {
  const texts = usePick(TEXTS).person;
  const { language } = usePreference();
  const [proving, setProving] = useState<Proving | null>(null);
  const proves = view.canRecord && view.case?.state === "open";
  return (
    <>
      {view.case?.state === "open" && view.allMet ? (
        <Alert type="success" showIcon title={texts.allMet} />
      ) : null}
      {view.case?.follows ? (
        <Alert
          type={view.case.follows.done === null ? "warning" : "info"}
          showIcon
          title={texts.failed(word(language, `afterFailing.${view.case.follows.then}`))}
          description={<Follow person={view} follows={view.case.follows} />}
        />
      ) : null}
      <Card size="small" title={texts.gates} styles={{ body: { padding: 0 } }}>
        <GateTable view={view} prove={proves ? setProving : null} />
      </Card>
      {view.case === null ? null : (
        <Card size="small" title={texts.evidence} styles={{ body: { padding: 0 } }}>
          <EvidenceTable view={view} strikes={proves} />
        </Card>
      )}
      <Card size="small" title={texts.history}>
        <History view={view} look={openCase} />
      </Card>
      <DevelopmentCards person={view} />
      <Collapse
        size="small"
        items={[{ key: "described", label: texts.described, children: <Described view={view} /> }]}
      />
      {proving === null ? null : (
        <EvidenceDialog view={view} proving={proving} close={() => setProving(null)} />
      )}
    </>
  );
}

/** What the standard describes and does not count. */
function Described({ view }: { view: CertificationView }) {
  const marks = useMarks();
  const texts = usePick(TEXTS).person;
  return (
    <List
      size="small"
      dataSource={view.described}
      rowKey="code"
      renderItem={({ code, element, part, text, sure }) => (
        <List.Item>
          <Space wrap>
            <Typography.Text>{`${code} ${element} · ${part}`}</Typography.Text>
            <Typography.Text type="secondary">
              {text === null ? texts.notAssessed : text === "" ? texts.notGiven : text}
            </Typography.Text>
            {sure ? null : <Typography.Text type="secondary">{marks.aside(texts.unsure)}</Typography.Text>}
          </Space>
        </List.Item>
      )}
    />
  );
}
