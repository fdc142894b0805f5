// 规则与评分表: the rubric and the rules of settlement, by version; two of them side by side; a new one from a quarter.
import { Alert, Button, Card, Flex, Select, Skeleton, Tabs } from "antd";
import { useState } from "react";
import { Failure } from "../../shared/Failure";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { quarterName } from "../../shared/quarter";
import { useMay, useSignedIn } from "../../shared/session";
import { useRead } from "../../shared/useCase";
import { linesOfRubric, linesOfRuleSet } from "./lines";
import { NewRubric } from "./NewRubric";
import { NewRuleSet } from "./NewRuleSet";
import { Contract } from "./Contract";
import { TEXTS } from "./texts";
import { Comparison } from "./Comparison";
import { type Line, newestFirst } from "./versions";

export default function Rules() {
  const texts = usePick(TEXTS).rules;
  const { status } = useSignedIn();
  const may = useMay();
  const book = useRead("rulebook", {});
  const [writing, setWriting] = useState<"rubric" | "ruleSet" | null>(null);
  if (book.isPending) return <Skeleton active />;
  if (book.isError) return <Failure error={book.error} retry={() => book.refetch()} />;
  const rubrics = newestFirst(book.data.rubrics);
  const ruleSets = newestFirst(book.data.ruleSets);
  const today = status.today ?? "";
  return (
    <>
      <Tabs
        items={[
          {
            key: "rubric",
            label: texts.rubric,
            children: (
              <Versions
                versions={rubrics}
                lines={(rubric) => linesOfRubric(rubric, texts)}
                width={160}
                note={rubrics[0]?.label ?? null}
                issue={may("issueRubric") ? () => setWriting("rubric") : null}
              />
            ),
          },
          {
            key: "ruleSet",
            label: texts.ruleSet,
            children: (
              <Versions
                versions={ruleSets}
                lines={(ruleSet) => linesOfRuleSet(ruleSet, texts)}
                width={200}
                note={null}
                issue={may("issueRuleSet") ? () => setWriting("ruleSet") : null}
              />
            ),
          },
          { key: "contract", label: texts.contract, children: <Contract /> },
        ]}
      />
      {writing === "rubric" && rubrics[0] !== undefined ? (
        <NewRubric latest={rubrics[0]} today={today} close={() => setWriting(null)} />
      ) : null}
      {writing === "ruleSet" && ruleSets[0] !== undefined ? (
        <NewRuleSet latest={ruleSets[0]} today={today} close={() => setWriting(null)} />
      ) : null}
    </>
  );
}

interface VersionsProps<T> {
  versions: T[];
  lines: (version: T) => Line[];
  width: number;
  note: string | null;
  issue: (() => void) | null;
}

function Versions<T extends { version: number; from: string }>({
  versions,
  lines,
  width,
  note,
  issue,
}: VersionsProps<T>) {
  const texts = usePick(TEXTS).rules;
  const { texts: page } = usePreference();
  const [chosen, setChosen] = useState<number | null>(null);
  const [against, setAgainst] = useState<number | null>(null);
  const now = versions.find(({ version }) => version === chosen) ?? versions[0];
  if (now === undefined) return null;
  const old = versions.find(({ version }) => version === against);
  const name = ({ version, from }: T) =>
    // The first version holds from before anything was settled.
    from < "2001" ? texts.versionFirst(version) : texts.version(version, quarterName(page, from));
  const options = versions.map((version) => ({ value: version.version, label: name(version) }));
  return (
    <Card
      size="small"
      styles={{ body: { padding: 0 } }}
      title={
        <Flex gap="small" wrap align="center" style={{ paddingBlock: 8 }}>
          <Select
            aria-label={texts.which}
            value={now.version}
            onChange={setChosen}
            options={options}
            style={{ width: 230 }}
          />
          {versions.length > 1 ? (
            <Select
              aria-label={texts.against}
              placeholder={texts.against}
              allowClear
              value={against}
              onChange={(next: number | undefined) => setAgainst(next ?? null)}
              options={options.filter(({ value }) => value !== now.version)}
              style={{ width: 230 }}
            />
          ) : null}
        </Flex>
      }
      extra={
        issue === null ? null : (
          <Button type="primary" onClick={issue}>
            {texts.issue}
          </Button>
        )
      }
    >
      {note === null || note === "" ? null : <Alert banner type="info" title={texts.label(note)} />}
      <Comparison
        old={old === undefined ? null : { name: name(old), lines: lines(old) }}
        now={{ name: name(now), lines: lines(now) }}
        width={width}
      />
    </Card>
  );
}
