// Making a report: which kind, a look at it in the window, and where to save it.
import { Alert, App, Button, Flex, Form, Select } from "antd";
import { useState } from "react";
import { Failure } from "../../shared/Failure";
import { PathField } from "../../shared/files/PathField";
import { fileName, safeName } from "../../shared/files/paths";
import { JobProgress } from "../../shared/job/JobProgress";
import { useKeptForm } from "../../shared/keptForm";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { quarterName } from "../../shared/quarter";
import { useMay } from "../../shared/session";
import { useAct } from "../../shared/useCase";
import { PdfDialog, type PdfSource } from "./PdfDialog";
import { type ReportForm, reportRequest } from "./requests";
import { TEXTS } from "./texts";

type Kind = ReportForm["kind"];
type Form_ = ReportForm & { out?: string };

interface ReportPanelProps {
  quarter: string;
  /** Whether the quarter is official: what is made of an open one is a draft. */
  formal: boolean;
  revision: number;
  units: { code: string; name: string }[];
  kinds: Kind[];
  /** Hears where a report was saved. */
  made?: (path: string) => void;
}

export function ReportPanel({ quarter, formal, revision, units, kinds, made }: ReportPanelProps) {
  const general = useTexts();
  const texts = usePick(TEXTS).report;
  const { message } = App.useApp();
  const kept = useKeptForm<Form_>(`report.${quarter}.${kinds.join("")}`);
  const { form } = kept;
  const make = useAct("makeReport");
  const [looking, setLooking] = useState<PdfSource | null>(null);
  const may = useMay();
  const previews = may("previewReport");
  const opens = may("openReport");
  const kind = Form.useWatch("kind", form) ?? kinds[0] ?? "report";
  const code = Form.useWatch("unit", form);
  const unitName = kind === "sheet" ? (units.find((unit) => unit.code === code)?.name ?? "") : "";
  const proposed = texts.fileName(
    texts.fileKinds[kind] ?? kind,
    quarterName(general, quarter),
    safeName(unitName),
    formal,
  );

  const save = async (values: Form_) => {
    try {
      const report = await make.mutateAsync({
        ...reportRequest(quarter, values),
        out: (values.out ?? "").trim(),
      });
      void message.success(texts.saved(report.path));
      made?.(report.path);
    } catch {
      // shown below, with what was typed
    }
  };
  const look = async () => {
    try {
      const values = await form.validateFields(["kind", "unit", "revision"]);
      setLooking({ kind: "preview", request: reportRequest(quarter, values) });
    } catch {
      // the fields say what is missing
    }
  };

  return (
    <>
      {formal ? null : (
        <Alert
          type="info"
          showIcon
          title={kinds.includes("report") ? texts.draftNote : texts.sheetDraftNote}
          style={{ marginBlockEnd: 12 }}
        />
      )}
      <Form
        {...kept.props}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          kind: kinds[0],
          revision: null,
          ...(units.length === 1 ? { unit: units[0]?.code } : {}),
        }}
        onFinish={save}
      >
        <Flex gap="middle" wrap>
          <Form.Item name="kind" label={texts.kind} style={{ minWidth: 260 }} hidden={kinds.length === 1}>
            <Select options={kinds.map((value) => ({ value, label: texts.kinds[value] }))} />
          </Form.Item>
          {kind === "sheet" ? (
            <Form.Item
              name="unit"
              label={texts.unit}
              style={{ minWidth: 220 }}
              hidden={units.length === 1}
              rules={[{ required: true, message: texts.unit }]}
            >
              <Select
                options={units.map((unit) => ({ value: unit.code, label: unit.name }))}
                showSearch={{ optionFilterProp: "label" }}
              />
            </Form.Item>
          ) : null}
          <Form.Item name="revision" label={texts.revision} style={{ minWidth: 140 }} hidden={revision < 2}>
            <Select
              options={[
                { value: null, label: texts.newest },
                ...Array.from({ length: Math.max(0, revision - 1) }, (_, back) => {
                  const number = revision - 1 - back;
                  return { value: number, label: String(number) };
                }),
              ]}
            />
          </Form.Item>
        </Flex>
        <Form.Item
          name="out"
          label={texts.saveTo}
          rules={[{ required: true, whitespace: true, message: texts.saveNeeded }]}
        >
          <PathField
            saving
            proposed={proposed}
            kind={{ name: texts.pdf, extensions: ["pdf"] }}
            title={texts.saveTitle}
          />
        </Form.Item>
        <Flex gap="small">
          {previews ? <Button onClick={look}>{texts.preview}</Button> : null}
          <Button type="primary" htmlType="submit" loading={make.isPending}>
            {texts.save}
          </Button>
        </Flex>
      </Form>
      <JobProgress running={make.isPending} />
      {make.error ? <Failure error={make.error} /> : null}
      {make.data ? (
        <Alert
          type="success"
          showIcon
          style={{ marginBlockStart: 12 }}
          title={texts.saved(make.data.path)}
          description={`${texts.made(make.data.reportNo, make.data.formal)} · ${texts.checkCode} ${make.data.checkCode}`}
          action={
            opens ? (
              <Button onClick={() => setLooking({ kind: "open", path: make.data.path })}>{texts.open}</Button>
            ) : undefined
          }
        />
      ) : null}
      <PdfDialog
        source={looking}
        title={looking?.kind === "open" ? fileName(looking.path) : texts.kinds[kind]}
        close={() => setLooking(null)}
      />
    </>
  );
}
