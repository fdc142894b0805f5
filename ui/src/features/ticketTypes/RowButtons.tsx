// Up, down and away: the order of a list's rows.
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from "@ant-design/icons";
import { Button, Space } from "antd";
import { usePick } from "../../shared/pick";
import { TEXTS } from "./texts";

interface RowButtonsProps {
  /** What the list holds, for those who hear the buttons. */
  part: string;
  place: number;
  count: number;
  move: (from: number, to: number) => void;
  remove: (place: number) => void;
}

export function RowButtons({ part, place, count, move, remove }: RowButtonsProps) {
  const texts = usePick(TEXTS);
  const called = (what: string) => texts.nth(part, place + 1, what);
  return (
    <Space.Compact>
      <Button
        size="small"
        aria-label={called(texts.up)}
        icon={<ArrowUpOutlined aria-hidden />}
        disabled={place === 0}
        onClick={() => move(place, place - 1)}
      />
      <Button
        size="small"
        aria-label={called(texts.down)}
        icon={<ArrowDownOutlined aria-hidden />}
        disabled={place === count - 1}
        onClick={() => move(place, place + 1)}
      />
      <Button
        size="small"
        aria-label={called(texts.remove)}
        icon={<DeleteOutlined aria-hidden />}
        onClick={() => remove(place)}
      />
    </Space.Compact>
  );
}
