// Opening a case against a level.
import { Form, Select } from "antd";
import type { CertificationView } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { usePick } from "../../shared/pick";
import { useAct } from "../../shared/useCase";
import { TEXTS } from "./texts";

interface OpenDialogProps {
  view: CertificationView;
  close: () => void;
  done: () => void;
}

export function OpenDialog({ view, close, done }: OpenDialogProps) {
  const texts = usePick(TEXTS);
  const { open } = texts;
  return (
    <ActDialog
      name={`certification.${view.staffNo}`}
      title={open.title}
      says={open.help}
      initial={{ level: view.level.level }}
      act={useAct("openCase")}
      request={({ level }: { level: number }) => ({ staffNo: view.staffNo, level })}
      done={() => {
        done();
        return open.done;
      }}
      onClose={close}
    >
      <Form.Item name="level" label={open.level} rules={[{ required: true, message: open.levelNeeded }]}>
        <Select
          options={view.levels.map(({ level, title }) => ({
            value: level,
            label: texts.person.title(level, title),
          }))}
        />
      </Form.Item>
    </ActDialog>
  );
}
