// 核对移交包: a package that somebody sent, dropped here: whether it is whole, what it says of itself, what is wrong with it.
import { Alert, Card, Descriptions, Flex, Typography } from "antd";
import { useState } from "react";
import type { PackageCheckView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { DropArea } from "../../shared/files/DropArea";
import { fileName } from "../../shared/files/paths";
import { JobProgress } from "../../shared/job/JobProgress";
import { NothingYet } from "../../shared/NothingYet";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useAct } from "../../shared/useCase";
import { message, sizeText, word } from "../../shared/words";
import { TEXTS } from "./texts";

export function PackageTab() {
  const texts = usePick(TEXTS).package;
  const check = useAct("checkPackage");
  const [path, setPath] = useState<string | null>(null);
  const take = (taken: string) => {
    setPath(taken);
    check.mutate({ path: taken });
  };
  return (
    <Flex vertical gap="middle">
      <DropArea
        hint={texts.drop}
        kind={{ name: texts.zip, extensions: ["zip"] }}
        disabled={check.isPending}
        onPaths={([first]) => {
          if (first !== undefined) take(first);
        }}
      />
      <JobProgress running={check.isPending} />
      {check.error === null ? null : <Failure error={check.error} />}
      {path === null ? <NothingYet what={texts.none} first={texts.help} /> : null}
      {check.data === undefined || path === null ? null : <Checked path={path} view={check.data} />}
    </Flex>
  );
}

function Checked({ path, view }: { path: string; view: PackageCheckView }) {
  const texts = usePick(TEXTS).package;
  const { language } = usePreference();
  const { about, findings, known } = view;
  const items = [
    { key: "file", label: texts.file, children: fileName(path) },
    {
      key: "about",
      label: texts.about,
      children: `${word(language, `documentAbout.${about.kind}`)} ${about.key} ${about.title}`,
    },
    { key: "unit", label: texts.unit, children: view.unit },
    { key: "madeAt", label: texts.madeAt, children: view.madeAt.replace("T", " ").slice(0, 19) },
    {
      key: "documents",
      label: texts.documents,
      children: texts.count(view.documents, sizeText(view.bytes)),
    },
    {
      key: "manifest",
      label: texts.manifest,
      children: (
        <Typography.Text code copyable={{ text: view.manifest, tooltips: [texts.copyHash, texts.copied] }}>
          {`${view.manifest.slice(0, 16)}…`}
        </Typography.Text>
      ),
    },
  ];
  return (
    <Flex vertical gap="small">
      <Alert
        type={view.intact ? "success" : "error"}
        showIcon
        title={view.intact ? texts.intact : texts.damaged(findings.length)}
        description={
          findings.length === 0 ? undefined : (
            <ul style={{ margin: 0, paddingInlineStart: 20, overflowWrap: "anywhere" }}>
              {findings.map(({ code, params }, place) => (
                <li key={place}>{message(language, code, params)}</li>
              ))}
            </ul>
          )
        }
      />
      {known === null ? null : (
        <Alert
          type={known === "handedOver" ? "success" : "warning"}
          showIcon
          title={word(language, `packageKnown.${known}`)}
        />
      )}
      <Card size="small" title={texts.said}>
        <Descriptions size="small" column={{ xs: 1, md: 2 }} items={items} />
        {view.leftOut ? <Typography.Text type="secondary">{texts.leftOut}</Typography.Text> : null}
      </Card>
    </Flex>
  );
}
