// A new version: its file, and what was changed.
import { Form } from "antd";
import { ActDialog } from "../../shared/act/ActDialog";
import { ReasonItem } from "../../shared/act/ReasonDialog";
import { PathField } from "../../shared/files/PathField";
import { JobProgress } from "../../shared/job/JobProgress";
import { usePick } from "../../shared/pick";
import { useAct } from "../../shared/useCase";
import { TEXTS } from "./texts";

interface Fields {
  path: string;
  change: string;
}

export function VersionDialog({ document, close }: { document: string; close: () => void }) {
  const texts = usePick(TEXTS);
  const act = useAct("addDocumentVersion");
  return (
    <ActDialog<Fields, Parameters<typeof act.mutate>[0], unknown>
      name={`document.version.${document}`}
      title={texts.addVersion}
      says={texts.addVersionSays}
      beside={{
        changeNeeded: "change",
        sameVersion: "path",
        emptyFile: "path",
        isFolder: "path",
        fileNotFound: "path",
        fileChanged: "path",
        fileTooLarge: "path",
        noOrdinaryFile: "path",
      }}
      act={act}
      request={({ path, change }) => ({ document, path: path.trim(), change: change.trim() })}
      done={texts.versionDone}
      onClose={close}
    >
      <Form.Item
        name="path"
        label={texts.versionFile}
        rules={[{ required: true, whitespace: true, message: texts.fileNeeded }]}
      >
        <PathField kind={{ name: texts.anyFile, extensions: [] }} title={texts.versionFile} takesDrops />
      </Form.Item>
      <ReasonItem name="change" label={texts.change} needed={texts.changeNeeded} />
      <JobProgress running={act.isPending} />
    </ActDialog>
  );
}
