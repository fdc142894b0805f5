// Which seat: its post and who sits there.
import { Form, Select } from "antd";
import type { ApprovalSeatView } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { TEXTS } from "./texts";

interface SeatItemProps {
  seats: ApprovalSeatView[];
  hidden?: boolean;
}

export function SeatItem({ seats, hidden = false }: SeatItemProps) {
  const texts = usePick(TEXTS);
  return (
    <Form.Item name="seat" label={texts.seat} hidden={hidden}>
      <Select
        options={seats.map(({ number, post, name }) => ({
          value: number,
          label: `${post} ${name ?? texts.erased}`,
        }))}
      />
    </Form.Item>
  );
}
