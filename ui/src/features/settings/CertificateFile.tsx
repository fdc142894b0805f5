// A button that asks for a certificate's file and does something with it.
import { Button, Form } from "antd";
import { useState } from "react";
import { ActDialog, type ActDialogProps } from "../../shared/act/ActDialog";
import { PathField } from "../../shared/files/PathField";
import { usePick } from "../../shared/pick";
import { TEXTS } from "./texts";

interface CertificateFileProps<Request, Answer> {
  name: string;
  label: string;
  help: string;
  act: ActDialogProps<{ path: string }, Request, Answer>["act"];
  request: (path: string) => Request;
  done: string;
}

export function CertificateFile<Request, Answer>(props: CertificateFileProps<Request, Answer>) {
  const { name, label, help, act, request, done } = props;
  const texts = usePick(TEXTS).parties;
  const [shown, setShown] = useState(false);
  return (
    <>
      <Button onClick={() => setShown(true)}>{label}</Button>
      {shown ? (
        <ActDialog<{ path: string }, Request, Answer>
          name={name}
          title={label}
          says={help}
          act={act}
          request={({ path }) => request(path.trim())}
          done={done}
          onClose={() => setShown(false)}
        >
          <Form.Item
            name="path"
            label={texts.file}
            rules={[{ required: true, whitespace: true, message: texts.fileNeeded }]}
          >
            <PathField
              title={label}
              kind={{ name: texts.fileKind, extensions: ["pem", "cer", "crt", "der"] }}
              takesDrops
            />
          </Form.Item>
        </ActDialog>
      ) : null}
    </>
  );
}
