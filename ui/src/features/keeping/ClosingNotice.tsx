// The window is being closed and a backup is made first: what happens, and the way out without it.
import { Button, Flex, Modal, Spin } from "antd";
import { useEffect, useState } from "react";
import type { AppError } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { usePick } from "../../shared/pick";
import { Refused, useTransport } from "../../shared/transport";
import { TEXTS } from "./texts";

export function ClosingNotice() {
  const texts = usePick(TEXTS).closing;
  const { closing } = useTransport();
  // Null while the window stays; empty while the backup is made; afterwards what failed.
  const [failed, setFailed] = useState<AppError[] | null>(null);
  useEffect(() => closing?.hear((told) => setFailed(told.failed)), [closing]);
  if (closing === undefined || failed === null) return null;
  const [first] = failed;
  const stay = () => {
    void closing.stay();
    setFailed(null);
  };
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
