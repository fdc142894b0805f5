// One person on one page. Each card is about one thing and asks for what it shows; the page puts them in their order.
import { ArrowLeftOutlined } from "@ant-design/icons";
import { Col, Flex, Row, Skeleton } from "antd";
import { Link } from "react-router";
import { Failure } from "../../shared/Failure";
import { InTurn } from "../../shared/Later";
import { usePick } from "../../shared/pick";
import { useRead } from "../../shared/useCase";
import { AttendanceCard } from "../attendance/AttendanceCard";
import { CertificationCard } from "../certification/CertificationCard";
import { DevelopmentCards } from "../development/DevelopmentCards";
import { DocumentsCard } from "../documents/DocumentsCard";
import { MonthsCard } from "./MonthsCard";
import { PapersCard } from "./PapersCard";
import { PersonHeader } from "./PersonHeader";
import { ProbationCard } from "./ProbationCard";
import { ReplacementCard } from "./ReplacementCard";
import { StaysCard } from "./StaysCard";
import { TEXTS } from "./texts";

export function PersonPage({ staffNo }: { staffNo: string }) {
  const words = usePick(TEXTS);
  const found = useRead("person", { staffNo });
  const person = found.data;
  const came = (person?.stays.length ?? 0) > 0;
  return (
    <Flex vertical gap="small">
      <Link to="/people" style={{ textDecoration: "underline", alignSelf: "start" }}>
        <ArrowLeftOutlined aria-hidden /> {words.back}
      </Link>
      {found.isError ? (
        <Failure error={found.error} retry={() => found.refetch()} />
      ) : person === undefined ? (
        <Skeleton active paragraph={{ rows: 8 }} />
      ) : (
        <>
          <PersonHeader person={person} />
          <Row gutter={[8, 8]}>
            <Column>
              <PapersCard person={person} />
              <ReplacementCard person={person} />
              <StaysCard person={person} />
            </Column>
            <Column>
              <ProbationCard person={person} />
              {/* Below the fold of every window: drawn once what is above can be read. */}
              <InTurn>
                <MonthsCard person={person} />
                {/* Whoever never was on duty has none of these. */}
                {came && person.unit !== null ? (
                  <DocumentsCard about={`person/${staffNo}`} unit={person.unit} />
                ) : null}
                {came ? <AttendanceCard staffNo={staffNo} /> : null}
                {came ? <CertificationCard staffNo={staffNo} /> : null}
                {came ? <DevelopmentCards person={{ staffNo, name: person.name }} /> : null}
              </InTurn>
            </Column>
          </Row>
        </>
      )}
    </Flex>
  );
}

function Column({ children }: { children: React.ReactNode }) {
  return (
    <Col xs={24} xl={12}>
      <Flex vertical gap="small" className="cards-column">
        {children}
      </Flex>
    </Col>
  );
}
