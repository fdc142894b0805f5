// What was known of customers that were merged into this one, with where it came from.
import { Card, Descriptions, Flex, Typography } from "antd";
import { Link } from "react-router";
import type { CustomerView, MergedView } from "../../bindings/bindings";
import { EraseButton } from "../../shared/erasing/EraseButton";
import { usePick } from "../../shared/pick";
import { TEXTS } from "./texts";

export function MergedCard({ merged }: Pick<CustomerView, "merged">) {
  const texts = usePick(TEXTS);
  return (
    <Card size="small" title={texts.merged}>
      <Flex vertical gap="middle">
        {merged.map((one) => (
          <Merged key={one.customer} one={one} />
        ))}
      </Flex>
    </Card>
  );
}

function Merged({ one }: { one: MergedView }) {
  const texts = usePick(TEXTS);
  const said = (
    [
      ["phone", texts.phone, one.phone],
      ["fax", texts.fax, one.fax],
      ["address", texts.address, one.address],
      ["business", texts.business, one.business],
      ["needs", texts.needs, one.needs],
    ] as const
  ).filter(([, , text]) => text !== null);
  return (
    <Flex vertical gap={4}>
      <Flex gap="small" wrap align="center">
        <Link
          to={`/customers/${encodeURIComponent(one.customer)}`}
          style={{ textDecoration: "underline", whiteSpace: "nowrap" }}
        >
          {one.customer}
        </Link>
        <span style={{ overflowWrap: "anywhere" }}>{one.name}</span>
        <EraseButton subject={one.subject} name={one.name} />
      </Flex>
      {said.length === 0 ? (
        <Typography.Text type="secondary">{texts.mergedNothing}</Typography.Text>
      ) : (
        <Descriptions
          size="small"
          column={1}
          items={said.map(([key, label, text]) => ({
            key,
            label,
            children: <span style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{text}</span>,
          }))}
        />
      )}
    </Flex>
  );
}
