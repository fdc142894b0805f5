// The qualification standard in 设置: its levels and what each counts, by version; exporting it, importing a new version.
import { ExportOutlined, ImportOutlined } from "@ant-design/icons";
import {
  Alert,
  Button,
  Card,
  Checkbox,
  Flex,
  Segmented,
  Select,
  Skeleton,
  Space,
  Table,
  Typography,
} from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { LevelView, RequirementView, StandardView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { useExport } from "../../shared/files/useExport";
import { useMarks } from "../../shared/marks";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useMay } from "../../shared/session";
import { useRead } from "../../shared/useCase";
import { word } from "../../shared/words";
import { Comparison } from "../settings/Comparison";
import { standardLines } from "./standardLines";
import { TEXTS } from "./texts";

export default function StandardPage() {
  const words = usePick(TEXTS);
  const texts = words.standard;
  const { language } = usePreference();
  const known = useRead("standards", {});
  const [chosen, setChosen] = useState<number | null>(null);
  const [against, setAgainst] = useState<number | null>(null);
  const [changedOnly, setChangedOnly] = useState(true);
  if (known.isError) return <Failure error={known.error} retry={() => known.refetch()} />;
  if (known.data === undefined) return <Skeleton active />;
  const { standards, inForce } = known.data;
  const shown = standards.find(({ version }) => version === (chosen ?? inForce)) ?? standards[0];
  if (shown === undefined) return null;
  const name = ({ version, from }: StandardView) =>
    `${texts.name(version, from)}${version === inForce ? ` · ${texts.inForce}` : ""}`;
  const old = standards.find(({ version }) => version === against && version !== shown.version);
  const options = [...standards].reverse().map((one) => ({ value: one.version, label: name(one) }));
  const side = (standard: StandardView) => ({
    name: name(standard),
    lines: standardLines(standard, words, (counts) => word(language, `countSource.${counts}`)),
  });
  return (
    <Card
      size="small"
      title={
        <Flex wrap align="center" gap="small" style={{ marginBlock: 8 }}>
          <Select
            aria-label={texts.which}
            value={shown.version}
            onChange={setChosen}
            options={options}
            style={{ width: 260 }}
          />
          {standards.length > 1 ? (
            <Select
              aria-label={texts.against}
              placeholder={texts.against}
              allowClear
              value={old === undefined ? null : old.version}
              onChange={(next: number | undefined) => setAgainst(next ?? null)}
              options={options.filter(({ value }) => value !== shown.version)}
              style={{ width: 260 }}
            />
          ) : null}
          {old === undefined ? null : (
            <Checkbox checked={changedOnly} onChange={(event) => setChangedOnly(event.target.checked)}>
              {texts.changedOnly}
            </Checkbox>
          )}
        </Flex>
      }
      extra={<Acts />}
    >
      {old === undefined ? (
        <Flex vertical gap="small">
          <Alert type="info" title={texts.note} />
          <Typography.Text>{texts.bands(shown.bands.a, shown.bands.b, shown.bands.c)}</Typography.Text>
          <Levels levels={shown.levels} />
          <Behaviour key={shown.version} standard={shown} />
        </Flex>
      ) : (
        <Comparison
          old={side(old)}
          now={side(shown)}
          width={260}
          changedOnly={changedOnly}
          same={texts.same}
        />
      )}
    </Card>
  );
}

function Acts() {
  const texts = usePick(TEXTS).standard;
  const { language } = usePreference();
  const may = useMay();
  const navigate = useNavigate();
  const { save, isPending } = useExport("exportSheet");
  return (
    <Space>
      {may("issueStandard") ? (
        <Button icon={<ImportOutlined />} onClick={() => void navigate("/import")}>
          {texts.import}
        </Button>
      ) : null}
      <Button
        icon={<ExportOutlined />}
        loading={isPending}
        onClick={() =>
          void save({
            title: texts.export,
            kind: { name: texts.excel, extensions: ["xlsx", "csv"] },
            proposed: `${word(language, "kind.standard")}.xlsx`,
            request: (out) => ({ kind: "standard", out, unit: null, month: null, quarter: null }),
          })
        }
      >
        {texts.export}
      </Button>
    </Space>
  );
}

function Levels({ levels }: { levels: LevelView[] }) {
  const all = usePick(TEXTS);
  const { standard: texts, gate, person } = all;
  return (
    <Table<LevelView>
      size="small"
      pagination={false}
      rowKey="level"
      dataSource={levels}
      columns={[
        {
          title: texts.level,
          width: "30%",
          render: (_, { level, title, description }) => (
            <>
              {person.title(level, title)}
              <br />
              <Typography.Text type="secondary">{description}</Typography.Text>
            </>
          ),
        },
        {
          title: texts.experience,
          width: "22%",
          render: (_, { companyMonths, serviceMonths }) => (
            <>
              {texts.company(gate.years(companyMonths))}
              <br />
              {texts.service(gate.years(serviceMonths))}
            </>
          ),
        },
        { title: texts.quarters, render: (_, { window, maxC, maxD }) => gate.rule(window, maxC, maxD) },
        { title: texts.knowledge, render: (_, { minimum, top }) => gate.knowledge(minimum, top) },
      ]}
    />
  );
}

function Behaviour({ standard }: { standard: StandardView }) {
  const marks = useMarks();
  const all = usePick(TEXTS);
  const { standard: texts, counter, person } = all;
  const { language } = usePreference();
  const [level, setLevel] = useState(standard.levels[0]?.level ?? 1);
  return (
    <>
      <Flex align="center" gap="small">
        <Typography.Text strong>{texts.behaviour}</Typography.Text>
        <Segmented
          value={level}
          onChange={setLevel}
          options={standard.levels.map((one) => ({ value: one.level, label: texts.of(one.level) }))}
        />
      </Flex>
      <Table<RequirementView>
        size="small"
        pagination={false}
        rowKey="code"
        dataSource={standard.requirements.filter((cell) => cell.level === level)}
        columns={[
          { title: counter.code, width: 70, dataIndex: "code" },
          { title: counter.element, width: "28%", render: (_, { element, part }) => `${element} · ${part}` },
          {
            title: counter.text,
            render: (_, { text, sure }) => (
              <Space wrap>
                <span>{text === null ? texts.none : text === "" ? person.notGiven : text}</span>
                {sure ? null : (
                  <Typography.Text type="secondary">{marks.aside(person.unsure)}</Typography.Text>
                )}
              </Space>
            ),
          },
          { title: counter.grade, width: 110, dataIndex: "objectGrade" },
          {
            title: texts.counts,
            width: 90,
            render: (_, { counts }) => (counts === null ? null : word(language, `countSource.${counts}`)),
          },
          {
            title: texts.minimum,
            width: 90,
            render: (_, { minimum }) => (minimum === 0 ? texts.describes : minimum),
          },
        ]}
      />
    </>
  );
}
