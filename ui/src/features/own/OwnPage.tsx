// 我的考核考勤: an engineer's own scores with what was taken off, and their attendance.
import { Alert, Flex } from "antd";
import { usePick } from "../../shared/pick";
import { useSignedIn } from "../../shared/session";
import { AttendanceCard } from "../attendance/AttendanceCard";
import { ScoresCard } from "./ScoresCard";
import { TEXTS } from "./texts";

export default function OwnPage() {
  const texts = usePick(TEXTS);
  const { staffNo } = useSignedIn().session;
  if (staffNo === null) return <Alert type="warning" showIcon title={texts.nobody} />;
  return (
    <Flex vertical gap="middle">
      <ScoresCard staffNo={staffNo} />
      <AttendanceCard staffNo={staffNo} />
    </Flex>
  );
}
