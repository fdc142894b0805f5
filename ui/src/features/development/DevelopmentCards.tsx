// A person's course besides the scores: the five abilities, trainings, awards and violations, each with what may be done.
import { Skeleton } from "antd";
import { Failure } from "../../shared/Failure";
import { useRead } from "../../shared/useCase";
import { AbilityCard } from "./AbilityCard";
import { ConductCard } from "./ConductCard";
import { TrainingCard } from "./TrainingCard";

export function DevelopmentCards({ person }: { person: { staffNo: string; name: string } }) {
  const { staffNo } = person;
  const read = useRead("development", { staffNo });
  if (read.isError) return <Failure error={read.error} retry={() => read.refetch()} />;
  if (read.data === undefined) return <Skeleton active paragraph={{ rows: 3 }} />;
  return (
    <>
      <AbilityCard staffNo={staffNo} view={read.data} />
      <TrainingCard person={person} view={read.data} />
      <ConductCard person={person} view={read.data} />
    </>
  );
}
