// 满意度调查: questionnaires, what they came to, and the way to send them out and take them in.
import { ExportOutlined, FileExcelOutlined, FilePdfOutlined, ImportOutlined } from "@ant-design/icons";
import {
  Button,
  Card,
  Col,
  DatePicker,
  Flex,
  Form,
  Row,
  Segmented,
  Select,
  Space,
  Table,
  Typography,
} from "antd";
import type { Dayjs } from "dayjs";
import { useState } from "react";
import type { FormTypeView, SurveyLine } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { Failure } from "../../shared/Failure";
import { PathField } from "../../shared/files/PathField";
import { safeName } from "../../shared/files/paths";
import { useExport } from "../../shared/files/useExport";
import { NothingYet } from "../../shared/NothingYet";
import { usePick } from "../../shared/pick";
import { useMay, useSignedIn } from "../../shared/session";
import { useToday } from "../../shared/today";
import { useAct, useRead } from "../../shared/useCase";
import { useInView } from "../../shared/inView";
import { UnitFilter } from "../../shared/UnitFilter";
import { RegisterList } from "./RegisterList";
import { TEXTS } from "./texts";

const VIEWS = ["list", "results", "files"] as const;

export function SurveyTab() {
  const texts = usePick(TEXTS).survey;
  const [view, setView] = useState<(typeof VIEWS)[number]>("list");
  return (
    <Flex vertical gap="small">
      <Segmented
        size="small"
        aria-label={texts.view}
        value={view}
        onChange={setView}
        options={VIEWS.map((value) => ({ value, label: texts[value] }))}
        style={{ alignSelf: "flex-start" }}
      />
      {view === "list" ? <RegisterList register="survey" /> : null}
      {view === "results" ? <Results /> : null}
      {view === "files" ? <Files /> : null}
    </Flex>
  );
}

function useSurveyTypes(): FormTypeView[] {
  const { unit } = useInView();
  const types = useRead("formTypes", { unit }, unit !== "").data ?? [];
  return types.filter(({ body }) => body.register === "survey");
}

function Results() {
  const all = usePick(TEXTS);
  const texts = all.survey;
  const { session } = useSignedIn();
  const today = useToday();
  const types = useSurveyTypes();
  const [unit, setUnit] = useState(session.unit);
  const [kind, setKind] = useState<string | null>(null);
  const [days, setDays] = useState<{ from: string | null; to: string | null }>({ from: null, to: null });
  const of = { unit, kind, ...days };
  const found = useRead("surveyResults", of);
  const { save, isPending } = useExport("exportSurvey");
  if (found.isError) return <Failure error={found.error} retry={() => found.refetch()} />;
  const result = found.data;
  const day = (text: Dayjs | null) => text?.format("YYYY-MM-DD") ?? null;
  return (
    <Card size="small">
      <Flex wrap gap="small" align="center" justify="space-between">
        <Flex wrap gap="small" align="center">
          <UnitFilter label={all.unit} hint={all.allUnits} value={unit} onChange={setUnit} />
          {types.length < 2 ? null : (
            <Select
              aria-label={all.kind}
              allowClear
              placeholder={all.allKinds}
              value={kind}
              onChange={(chosen: string | undefined) => setKind(chosen ?? null)}
              options={types.map(({ body }) => ({ value: body.code, label: body.label }))}
              popupMatchSelectWidth={false}
              style={{ width: 170 }}
            />
          )}
          <DatePicker
            aria-label={texts.from}
            placeholder={texts.from}
            onChange={(chosen: Dayjs | null) => setDays({ ...days, from: day(chosen) })}
          />
          <DatePicker
            aria-label={texts.to}
            placeholder={texts.to}
            onChange={(chosen: Dayjs | null) => setDays({ ...days, to: day(chosen) })}
          />
        </Flex>
        <Button
          icon={<ExportOutlined aria-hidden />}
          loading={isPending}
          onClick={() =>
            void save({
              title: all.exportTitle,
              kind: { name: all.sheet, extensions: ["xlsx"] },
              proposed: all.exportName(all.tabs.survey, today),
              request: (out) => ({ of, out }),
            })
          }
        >
          {texts.export}
        </Button>
      </Flex>
      {result === undefined || result.all.questionnaires === 0 ? (
        <NothingYet what={texts.nothing} first={all.noneHelp.survey} />
      ) : (
        <Flex vertical gap="small" style={{ marginBlockStart: 12 }}>
          <Typography.Text role="status">
            {`${texts.questionnaires} ${result.all.questionnaires} · ${texts.mean} ${result.all.mean ?? "—"}`}
          </Typography.Text>
          <Row gutter={[12, 12]}>
            <Means title={texts.byQuestion} lines={result.questions} />
            <Means title={texts.byUnit} lines={result.units} />
            <Means title={texts.byEngineer} lines={result.engineers} />
          </Row>
          <Typography.Text type="secondary">{texts.meaning}</Typography.Text>
        </Flex>
      )}
    </Card>
  );
}

function Means({ title, lines }: { title: string; lines: SurveyLine[] }) {
  const texts = usePick(TEXTS).survey;
  if (lines.length === 0) return null;
  return (
    <Col xs={24} lg={12} xxl={8}>
      <Table<SurveyLine>
        size="small"
        tableLayout="fixed"
        rowKey="code"
        title={() => title}
        dataSource={lines}
        pagination={{ pageSize: 24, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { title: texts.name, dataIndex: "name" },
          { title: texts.questionnaires, dataIndex: "questionnaires", width: 84, align: "right" },
          {
            title: texts.mean,
            dataIndex: "mean",
            width: 74,
            align: "right",
            render: (mean: string | null) => mean ?? "—",
          },
        ]}
      />
    </Col>
  );
}

function Files() {
  const all = usePick(TEXTS);
  const texts = all.survey;
  const may = useMay();
  const { unit } = useInView();
  const types = useSurveyTypes();
  const paper = useExport("makeBlankForm");
  const sheet = useExport("makeFormSheet");
  const [importing, setImporting] = useState<FormTypeView | null>(null);
  return (
    <Card size="small">
      <Flex vertical gap="middle">
        <Typography.Text type="secondary">{texts.filesHelp}</Typography.Text>
        {types.map((one) => {
          const of = { unit, kind: one.body.code, own: one.own };
          return (
            <Flex key={`${one.own ? "own" : "all"} ${one.body.code}`} vertical gap="small">
              <Typography.Text strong>{one.body.label}</Typography.Text>
              <Space wrap>
                <Button
                  icon={<FilePdfOutlined aria-hidden />}
                  loading={paper.isPending}
                  onClick={() =>
                    void paper.save({
                      title: all.printTitle,
                      kind: { name: "PDF", extensions: ["pdf"] },
                      proposed: safeName(`${one.body.label}.pdf`),
                      request: (out) => ({ ...of, out }),
                    })
                  }
                >
                  {texts.paper}
                </Button>
                <Button
                  icon={<FileExcelOutlined aria-hidden />}
                  loading={sheet.isPending}
                  onClick={() =>
                    void sheet.save({
                      title: texts.sheetTitle,
                      kind: { name: all.sheet, extensions: ["xlsx"] },
                      proposed: safeName(`${one.body.label}.xlsx`),
                      request: (out) => ({ ...of, out }),
                    })
                  }
                >
                  {texts.sheet}
                </Button>
                {may("importForms") ? (
                  <Button icon={<ImportOutlined aria-hidden />} onClick={() => setImporting(one)}>
                    {texts.import}
                  </Button>
                ) : null}
              </Space>
            </Flex>
          );
        })}
      </Flex>
      {importing === null ? null : (
        <ImportDialog unit={unit} type={importing} close={() => setImporting(null)} />
      )}
    </Card>
  );
}

function ImportDialog({ unit, type, close }: { unit: string; type: FormTypeView; close: () => void }) {
  const all = usePick(TEXTS);
  const texts = all.survey;
  return (
    <ActDialog
      name={`forms.import.${unit}.${type.body.code}`}
      title={texts.importTitle}
      act={useAct("importForms")}
      request={({ path }: { path: string }) => ({ unit, kind: type.body.code, own: type.own, path })}
      done={({ forms }) => texts.imported(forms)}
      onClose={close}
    >
      <Form.Item name="path" label={texts.importFile} rules={[{ required: true, message: all.needed }]}>
        <PathField
          kind={{ name: all.sheet, extensions: ["xlsx", "csv"] }}
          title={texts.importFile}
          takesDrops
        />
      </Form.Item>
    </ActDialog>
  );
}
