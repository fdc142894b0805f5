// One table: its kind, the file, what importing it would do, and then everything or nothing.
import { Alert, Button, Card, Flex, Segmented, Tag, Typography } from "antd";
import { useState } from "react";
import { useSearchParams } from "react-router";
import type { AppError } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { DropArea } from "../../shared/files/DropArea";
import { fileName } from "../../shared/files/paths";
import { JobProgress } from "../../shared/job/JobProgress";
import { usePick } from "../../shared/pick";
import { Refused } from "../../shared/transport";
import { useAct } from "../../shared/useCase";
import { type Asked, BadCells } from "./BadCells";
import { ColumnNames } from "./ColumnNames";
import { asRequest, type ColumnMap, columnQuestion, remember, remembered } from "./columns";
import { Preview } from "./Preview";
import { type Kind, SHEET_ENDINGS, useImportable } from "./kinds";
import { rowsTaken } from "./changes";
import { TEXTS } from "./texts";

export function ImportFile() {
  const texts = usePick(TEXTS);
  const kinds = useImportable();
  // A link may say which table it is about.
  const [parameters] = useSearchParams();
  const asked = kinds.find((value) => value === parameters.get("kind"));
  const [kind, setKind] = useState<Kind>(asked ?? "assessments");
  const [path, setPath] = useState<string | null>(null);
  const [map, setMap] = useState<ColumnMap>({});
  const check = useAct("importSheet");
  const take = useAct("importSheet");
  const busy = check.isPending || take.isPending;

  const ask = (file: string, of: Kind, columns: ColumnMap) => {
    setPath(file);
    setMap(columns);
    take.reset();
    check.mutate({ kind: of, path: file, map: asRequest(columns), dryRun: true });
  };
  const startOver = () => {
    setPath(null);
    check.reset();
    take.reset();
  };
  const learn = (columns: ColumnMap) => {
    const all = { ...map, ...columns };
    remember(kind, all);
    if (path !== null) ask(path, kind, all);
  };
  const refusal = refused(take.error) ?? refused(check.error);

  return (
    <Flex vertical gap="middle">
      <Card size="small">
        <Flex vertical gap="small">
          <Flex align="center" gap="middle" wrap>
            <Typography.Text id="import-kind">{texts.kind}</Typography.Text>
            <Segmented<Kind>
              aria-labelledby="import-kind"
              value={kind}
              disabled={busy}
              options={kinds.map((value) => ({ value, label: texts.kinds[value] ?? value }))}
              onChange={(next) => {
                setKind(next);
                if (path !== null) ask(path, next, remembered(next));
              }}
            />
          </Flex>
          <Typography.Text type="secondary">{texts.kindHelp[kind]}</Typography.Text>
          {path === null ? (
            <DropArea
              hint={texts.drop}
              kind={{ name: texts.fileKind, extensions: SHEET_ENDINGS }}
              onPaths={([file]) => file !== undefined && ask(file, kind, remembered(kind))}
            />
          ) : (
            <Flex align="center" gap="small" wrap>
              <Tag style={{ whiteSpace: "normal", overflowWrap: "anywhere" }} title={path}>
                {fileName(path)}
              </Tag>
              <Button size="small" disabled={busy} onClick={startOver}>
                {texts.another}
              </Button>
              <Button size="small" disabled={busy} onClick={() => ask(path, kind, map)}>
                {texts.again}
              </Button>
              {Object.keys(map).length > 0 ? (
                <Typography.Text type="secondary">
                  {texts.columns.rememberedOnes(Object.keys(map).length)}
                  <Button
                    type="link"
                    size="small"
                    disabled={busy}
                    onClick={() => {
                      remember(kind, {});
                      ask(path, kind, {});
                    }}
                  >
                    {texts.columns.forget}
                  </Button>
                </Typography.Text>
              ) : null}
            </Flex>
          )}
        </Flex>
      </Card>
      {check.isPending ? <Alert type="info" showIcon title={texts.checking} /> : null}
      <JobProgress running={busy} />
      {refusal === null ? (
        (take.error ?? check.error) ? (
          <Failure error={(take.error ?? check.error) as Error} />
        ) : null
      ) : (
        <Rejected refusal={refusal} learn={learn} asked={{ kind, path: path ?? "", map: asRequest(map) }} />
      )}
      {take.isSuccess ? (
        <Alert
          type="success"
          showIcon
          title={texts.done(String(take.data.rows), String(rowsTaken(check.data ?? take.data)))}
          action={<Button onClick={startOver}>{texts.next}</Button>}
        />
      ) : check.isSuccess ? (
        <Preview
          checked={check.data}
          busy={take.isPending}
          act={() => path !== null && take.mutate({ kind, path, map: asRequest(map), dryRun: false })}
        />
      ) : null}
    </Flex>
  );
}

function refused(error: Error | null): AppError | null {
  return error instanceof Refused ? error.error : null;
}

interface RejectedProps {
  refusal: AppError;
  asked: Asked;
  learn: (map: ColumnMap) => void;
}

function Rejected({ refusal, asked, learn }: RejectedProps) {
  const question = columnQuestion(refusal);
  // A new question is a new form.
  if (question !== null)
    return <ColumnNames key={JSON.stringify(question)} question={question} done={learn} />;
  if (Array.isArray(refusal.params.cells)) return <BadCells refusal={refusal} asked={asked} />;
  return <Failure error={new Refused(refusal)} />;
}
