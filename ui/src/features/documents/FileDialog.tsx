// Filing: files dropped or chosen, each with its own row of what it is; all of them in one act.
import { App, Button, Flex, Modal, Typography } from "antd";
import { useCallback, useEffect, useRef, useState } from "react";
import { Failure } from "../../shared/Failure";
import { DropArea } from "../../shared/files/DropArea";
import { JobProgress } from "../../shared/job/JobProgress";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { call, Refused, useTransport } from "../../shared/transport";
import { useAct, useRead } from "../../shared/useCase";
import { message as wording } from "../../shared/words";
import { FileRow } from "./FileRow";
import { type FileToFile, rowOf, toFile } from "./fileRows";
import { TEXTS } from "./texts";

interface FileDialogProps {
  /** What they are to hang on, as `ticket/CD-202610-0001`. */
  about: string;
  /** Files that were dropped already. */
  first: string[];
  close: () => void;
}

export function FileDialog({ about, first, close }: FileDialogProps) {
  const texts = usePick(TEXTS);
  const { language, texts: common } = usePreference();
  const transport = useTransport();
  const { message } = App.useApp();
  const form = useRead("documentForm", {}).data;
  const [rows, setRows] = useState<FileToFile[]>([]);
  const [failed, setFailed] = useState<Error | null>(null);
  const act = useAct("fileDocuments");
  const add = useCallback(
    async (paths: string[]) => {
      try {
        const proposed = await call(transport, "proposeDocuments", { about, files: paths });
        setFailed(null);
        setRows((known) => {
          const fresh = proposed.filter(({ path }) => known.every((row) => row.path !== path));
          return [...known, ...fresh.map((one) => rowOf(one, known.length === 0))];
        });
      } catch (error) {
        setFailed(error as Error);
      }
    },
    [about, transport],
  );
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current || first.length === 0) return;
    begun.current = true;
    void add(first);
  }, [add, first]);
  const change = (path: string, next: Partial<FileToFile>) =>
    setRows(rows.map((row) => (row.path === path ? { ...row, ...next } : row)));
  const faults = rows.filter(({ fault }) => fault !== null).length;
  const untitled = rows.some(({ title, fault }) => fault === null && title.trim() === "");
  const { error } = act;
  const at = error instanceof Refused ? error.error.params["path"] : undefined;
  const faultOf = (row: FileToFile) => {
    const told = row.fault ?? (error instanceof Refused && at === row.path ? error.error : null);
    return told === null ? null : wording(language, told.code, told.params);
  };
  const isBeside = rows.some(({ path }) => path === at);
  const send = () =>
    act.mutate(
      { about, files: rows.map(toFile) },
      {
        onSuccess: ({ documents }) => {
          close();
          void message.success(texts.filedDone(documents.map(({ number }) => number)));
        },
      },
    );
  return (
    <Modal
      open
      title={texts.fileTitle}
      width={860}
      style={{ top: 24 }}
      styles={{ body: { maxHeight: "calc(100vh - 200px)", overflowY: "auto" } }}
      mask={{ closable: false }}
      closable={!act.isPending}
      okText={texts.fileButton(rows.length)}
      okButtonProps={{ disabled: rows.length === 0 || faults > 0 || untitled }}
      cancelButtonProps={{ disabled: act.isPending }}
      cancelText={common.cancel}
      confirmLoading={act.isPending}
      onOk={send}
      onCancel={close}
    >
      <Flex vertical gap="middle">
        <DropArea
          hint={texts.fileHint}
          kind={{ name: texts.anyFile, extensions: [] }}
          several
          disabled={act.isPending}
          onPaths={(paths) => void add(paths)}
        />
        {rows.map((row) => (
          <FileRow
            key={row.path}
            row={row}
            form={form}
            fault={faultOf(row)}
            change={(next) => change(row.path, next)}
            remove={
              <Button
                size="small"
                disabled={act.isPending}
                aria-label={texts.remove(row.name)}
                onClick={() => setRows(rows.filter(({ path }) => path !== row.path))}
              >
                {texts.removeIt}
              </Button>
            }
          />
        ))}
        {faults === 0 ? null : <Typography.Text type="danger">{texts.faults(faults)}</Typography.Text>}
        <JobProgress running={act.isPending} />
        {error !== null && !isBeside ? <Failure error={error} /> : null}
        {failed === null ? null : <Failure error={failed} />}
      </Flex>
    </Modal>
  );
}
