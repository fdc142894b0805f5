// 岗位交接: who hands over to whom, and offering one's own work.
import { Button, Card, Flex, Skeleton, Typography } from "antd";
import { useState } from "react";
import { Failure } from "../../shared/Failure";
import { usePick } from "../../shared/pick";
import { useRead } from "../../shared/useCase";
import { OfferHandover } from "../handover/OfferHandover";
import { TEXTS } from "../handover/texts";
import { WaitingHandover } from "../handover/WaitingHandover";

export default function Handover() {
  const texts = usePick(TEXTS);
  const handovers = useRead("handovers", {});
  const [offering, setOffering] = useState(false);
  if (handovers.isPending) return <Skeleton active />;
  if (handovers.isError) return <Failure error={handovers.error} retry={() => handovers.refetch()} />;
  return (
    <Card
      size="small"
      title={texts.title}
      extra={<Button onClick={() => setOffering(true)}>{texts.offer}</Button>}
    >
      <Flex vertical gap="middle">
        <Typography.Text type="secondary">{texts.help}</Typography.Text>
        {handovers.data.length === 0 ? <Typography.Text>{texts.nothingWaits}</Typography.Text> : null}
        {handovers.data.map((handover) => (
          <WaitingHandover key={handover.from} handover={handover} />
        ))}
      </Flex>
      {offering ? <OfferHandover onClose={() => setOffering(false)} /> : null}
    </Card>
  );
}
