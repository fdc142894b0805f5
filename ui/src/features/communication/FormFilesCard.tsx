// The files of a form: added under a name, looked at, saved, struck with the reason.
import { Button, Card, Flex, Form, Input, List, Typography } from "antd";
import { useState } from "react";
import type { FormView } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { ReasonDialog } from "../../shared/act/ReasonDialog";
import { Attached } from "../../shared/files/Attached";
import { usePick } from "../../shared/pick";
import { useAct } from "../../shared/useCase";
import { sizeText } from "../../shared/words";
import { FileItem } from "../tickets/FileItem";
import type { OfForm } from "./FormDialogs";
import { TEXTS } from "./texts";

export function FormFilesCard({ view }: { view: FormView }) {
  const texts = usePick(TEXTS);
  const [adding, setAdding] = useState(false);
  const [striking, setStriking] = useState<number | null>(null);
  const may = view.offered.includes("file");
  return (
    <Card
      size="small"
      title={texts.files(view.files.length)}
      extra={
        may ? (
          <Button size="small" onClick={() => setAdding(true)}>
            {texts.addFile}
          </Button>
        ) : null
      }
    >
      {view.files.length === 0 ? null : (
        <List
          size="small"
          dataSource={view.files}
          rowKey="number"
          renderItem={({ number, name, file, bytes, at, by, struck }) => (
            <List.Item>
              <Flex vertical gap={4} style={{ minWidth: 0, width: "100%" }}>
                <Typography.Text delete={struck !== null} style={{ overflowWrap: "anywhere" }}>
                  {name}
                </Typography.Text>
                <Typography.Text type="secondary" style={{ overflowWrap: "anywhere" }}>
                  {[
                    `${at} ${by} · ${sizeText(bytes)}`,
                    ...(struck === null ? [] : [texts.struck(struck)]),
                  ].join(" · ")}
                </Typography.Text>
                <Flex gap={6} wrap>
                  <Attached to={{ form: view.form }} file={file} name={`${view.form} ${name}`} />
                  {may && struck === null ? (
                    <Button
                      size="small"
                      type="text"
                      aria-label={`${texts.strike} ${name}`}
                      onClick={() => setStriking(number)}
                    >
                      {texts.strike}
                    </Button>
                  ) : null}
                </Flex>
              </Flex>
            </List.Item>
          )}
        />
      )}
      {adding ? <AddDialog view={view} close={() => setAdding(false)} /> : null}
      {striking === null ? null : (
        <StrikeDialog form={view.form} number={striking} close={() => setStriking(null)} />
      )}
    </Card>
  );
}

function AddDialog({ view: { form }, close }: OfForm) {
  const texts = usePick(TEXTS);
  return (
    <ActDialog
      name={`form.file.${form}`}
      title={texts.addFile}
      beside={{ titleLength: "name" }}
      act={useAct("attachFormFile")}
      request={(fields: { name: string; file: string }) => ({ form, ...fields })}
      done={texts.fileAdded}
      onClose={close}
    >
      <Form.Item
        name="name"
        label={texts.fileName}
        rules={[{ required: true, whitespace: true, message: texts.needed }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <FileItem label={texts.file} needed />
    </ActDialog>
  );
}

function StrikeDialog({ form, number, close }: { form: string; number: number; close: () => void }) {
  const texts = usePick(TEXTS);
  return (
    <ReasonDialog
      name={`form.strike.${form}.${number}`}
      title={texts.strike}
      label={texts.reason}
      act={useAct("strikeFormFile")}
      request={(reason) => ({ form, number, reason })}
      done={texts.voided}
      onClose={close}
    />
  );
}
