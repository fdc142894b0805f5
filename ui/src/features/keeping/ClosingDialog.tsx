// What is said while the window is being closed: that a backup is made first, or what failed of it, and the way out.
import { Button, Flex, Modal, Spin } from "antd";
import type { AppError } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { usePick } from "../../shared/pick";
import { type Closing, Refused } from "../../shared/transport";
import { TEXTS } from "./texts";

interface Props {
  closing: Closing;
  /** Empty while the backup is made; afterwards what failed. */
  failed: AppError[];
  stay: () => void;
}

export default function ClosingDialog({ closing, failed, stay }: Props) {
  const texts = usePick(TEXTS).closing;
  const [first] = failed;
  return (
    <Modal
      open
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      title={first === undefined ? texts.title : texts.failed}
      footer={
        first === undefined ? (
          <Button onClick={() => void closing.now()}>{texts.now}</Button>
        ) : (
          <Flex gap="small" justify="end">
            <Button onClick={stay}>{texts.stay}</Button>
            <Button type="primary" onClick={() => void closing.now()}>
              {texts.anyway}
            </Button>
          </Flex>
        )
      }
    >
      {first === undefined ? (
        <Flex align="center" gap="middle" role="status">
          <Spin />
          {texts.busy}
        </Flex>
      ) : (
        failed.map((error, index) => <Failure key={index} error={new Refused(error)} />)
      )}
    </Modal>
  );
}
