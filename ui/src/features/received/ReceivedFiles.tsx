// The files dropped here, each checked at once; those that are sound can be signed, one or many with one password.
import { CloseOutlined } from "@ant-design/icons";
import { useQueries } from "@tanstack/react-query";
import { Button, Card, Flex, Space, Table, Tag, Tooltip, Typography } from "antd";
import { useState } from "react";
import type { CheckView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { DropArea } from "../../shared/files/DropArea";
import { fileName } from "../../shared/files/paths";
import { NothingYet } from "../../shared/NothingYet";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useSignedIn } from "../../shared/session";
import { CheckVerdict } from "../../shared/signing/CheckVerdict";
import { call, useTransport } from "../../shared/transport";
import { word } from "../../shared/words";
import { AcceptButton } from "./AcceptButton";
import { SignForm } from "./SignForm";
import { SlipActs } from "./SlipActs";
import type { Party } from "../../shared/signing/signature";
import { whyNot } from "./signable";
import { TEXTS } from "./texts";

/** Kept while the program runs, so that looking at another screen empties nothing. */
let kept: string[] = [];

const COLOURS: Record<string, string> = {
  countersigned: "green",
  signedByOne: "blue",
  unsigned: "default",
  unverifiable: "orange",
};

export interface Received {
  path: string;
  check: CheckView | undefined;
  error: Error | null;
}

export function ReceivedFiles() {
  const texts = usePick(TEXTS);
  const { session, status } = useSignedIn();
  const transport = useTransport();
  const [paths, setPathsOnly] = useState(kept);
  const [chosen, setChosen] = useState<string[]>([]);
  const [signing, setSigning] = useState(false);
  const [mine, setMine] = useState<string[]>([]);
  const setPaths = (next: string[]) => {
    kept = next;
    setPathsOnly(next);
  };
  const [party, setParty] = useState<Party>(
    session.role === "providerRepresentative" || status.role === "provider" ? "provider" : "client",
  );
  const checks = useQueries({
    queries: paths.map((path) => ({
      queryKey: ["checkReport", { path, trust: [] }],
      queryFn: () => call(transport, "checkReport", { path, trust: [] }),
      // A file of a hundred pages is not read again each time the window comes to the front.
      refetchOnWindowFocus: false,
    })),
  });
  const files: Received[] = paths.map((path, index) => ({
    path,
    check: checks[index]?.data,
    error: checks[index]?.error ?? null,
  }));
  const signable = files.filter(({ check }) => whyNot(check, party) === null);
  const picked = signable.filter(({ path }) => chosen.includes(path));
  const drop = (path: string) => setPaths(paths.filter((other) => other !== path));

  return (
    <Flex vertical gap="middle">
      <DropArea
        hint={texts.drop}
        kind={{ name: texts.pdf, extensions: ["pdf"] }}
        several
        disabled={signing}
        onPaths={(added) => {
          setPaths([...new Set([...paths, ...added])]);
          setChosen((before) => [...new Set([...before, ...added])]);
        }}
      />
      {files.length === 0 ? (
        <NothingYet what={texts.none} first={texts.noneFirst} />
      ) : (
        <Card
          size="small"
          styles={{ body: { padding: 0 } }}
          title={
            <Space>
              <Tooltip title={picked.length === 0 ? texts.sign.choose : null}>
                <Button type="primary" disabled={picked.length === 0} onClick={() => setSigning(true)}>
                  {texts.sign.act(picked.length)}
                </Button>
              </Tooltip>
              <Button
                onClick={() => {
                  setPaths([]);
                  setChosen([]);
                }}
              >
                {texts.clear}
              </Button>
            </Space>
          }
        >
          <Table<Received>
            // One file is looked at in full; of many one opens those one wants.
            key={files.length === 1 ? files[0]?.path : "many"}
            size="small"
            rowKey="path"
            pagination={false}
            dataSource={files}
            rowSelection={{
              selectedRowKeys: picked.map(({ path }) => path),
              onChange: (keys) => setChosen(keys as string[]),
              getCheckboxProps: ({ check }) => {
                const why = whyNot(check, party);
                return why === null ? {} : { disabled: true, title: texts.sign.not[why] ?? why };
              },
            }}
            expandable={{
              defaultExpandAllRows: files.length === 1,
              expandedRowRender: (file) => (
                <Details
                  file={file}
                  written={(path) => {
                    setPaths([...new Set([...paths, path])]);
                    // Whoever objects to a sheet does not sign it along with the slip.
                    setChosen([path]);
                  }}
                />
              ),
            }}
            columns={[
              {
                title: texts.file,
                key: "file",
                ellipsis: true,
                render: (_, { path }) => (
                  <span title={path}>
                    {fileName(path)}{" "}
                    {mine.includes(path) ? <Tag color="green">{texts.sign.signedTag}</Tag> : null}
                  </span>
                ),
              },
              {
                title: texts.report,
                key: "no",
                width: 210,
                render: (_, { check }) => check?.reportNo ?? "—",
              },
              { title: texts.state, key: "state", width: 200, render: (_, file) => <State file={file} /> },
              {
                key: "remove",
                width: 48,
                render: (_, { path }) => (
                  <Button
                    type="text"
                    size="small"
                    icon={<CloseOutlined />}
                    aria-label={`${texts.remove} ${fileName(path)}`}
                    title={texts.remove}
                    onClick={() => drop(path)}
                  />
                ),
              },
            ]}
          />
        </Card>
      )}
      <SignForm
        open={signing}
        close={() => setSigning(false)}
        files={picked}
        party={party}
        setParty={setParty}
        signed={(path, out) => {
          kept = kept.map((other) => (other === path ? out : other));
          setPathsOnly(kept);
          setChosen((before) => before.filter((other) => other !== path));
          setMine((before) => [...before, out]);
        }}
      />
    </Flex>
  );
}

function State({ file: { check, error } }: { file: Received }) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  if (error !== null) return <Tag color="red">{texts.unreadable}</Tag>;
  if (check === undefined) return <Typography.Text type="secondary">{texts.checking}</Typography.Text>;
  return (
    <Tag color={COLOURS[check.verdict] ?? "red"} style={{ whiteSpace: "normal" }}>
      {word(language, `verdict.${check.verdict}`)}
    </Tag>
  );
}

function Details({ file, written }: { file: Received; written: (path: string) => void }) {
  const { path, check, error } = file;
  const texts = usePick(TEXTS);
  if (error !== null) return <Failure error={error} />;
  if (check === undefined) return texts.checking;
  return (
    <Flex vertical gap="small">
      <CheckVerdict check={check} />
      <AcceptButton path={path} check={check} />
      <SlipActs path={path} check={check} written={written} />
    </Flex>
  );
}
