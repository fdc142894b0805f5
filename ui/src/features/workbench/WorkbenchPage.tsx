// 工作台: what must I do today, then the quarter at a glance, then what happened last.
import { Col, Flex, Row } from "antd";
import { useInView } from "../../shared/inView";
import { useHeld, useMay } from "../../shared/session";
import { useRead } from "../../shared/useCase";
import { MyHandovers } from "../handover/MyHandovers";
import { BackupReminder } from "../keeping/TooLongAgo";
import { Trend } from "../settlement/Trend";
import { DueList } from "./DueList";
import { FirstSteps } from "./FirstSteps";
import { Glance } from "./Glance";
import { LastActs } from "./LastActs";
import { OwnTickets } from "./OwnTickets";

export default function WorkbenchPage() {
  const may = useMay();
  const held = useHeld();
  const { units } = useInView();
  const people = useRead("people", { limit: 0 }, may("people"));
  const empty = people.data?.all === 0;
  return (
    <Flex vertical gap="middle">
      {empty && may("importSheet") ? <FirstSteps units={units.length} /> : null}
      <MyHandovers />
      {may("backupPlan") ? <BackupReminder /> : null}
      {held ? <OwnTickets /> : null}
      <DueList />
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={may("journal") ? 15 : 24}>
          <Flex vertical gap="middle">
            {units.length === 0 || !may("unitQuarter") ? null : <Glance />}
            <Trend />
          </Flex>
        </Col>
        {may("journal") ? (
          <Col xs={24} lg={9}>
            <LastActs />
          </Col>
        ) : null}
      </Row>
    </Flex>
  );
}
