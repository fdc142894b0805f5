// The frame of a page about one record: the way back to the list, what went wrong, and an outline until the record is there.
import { ArrowLeftOutlined } from "@ant-design/icons";
import type { UseQueryResult } from "@tanstack/react-query";
import { Flex, Skeleton } from "antd";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { Failure } from "./Failure";

interface RecordFrameProps<T> {
  found: UseQueryResult<T, Error>;
  /** The list that the record belongs to, and what it is called. */
  home: string;
  back: string;
  /** Beside the way back, once the record is there. */
  aside?: (record: T) => ReactNode;
  children: (record: T) => ReactNode;
}

export function RecordFrame<T>({ found, home, back, aside, children }: RecordFrameProps<T>) {
  const record = found.data;
  if (!found.isError && record === undefined) return <Skeleton active paragraph={{ rows: 8 }} />;
  const shown = found.isError ? undefined : record;
  return (
    <Flex vertical gap="small">
      <Flex justify="space-between" align="center">
        <Link to={home}>
          <ArrowLeftOutlined aria-hidden /> {back}
        </Link>
        {shown === undefined ? null : aside?.(shown)}
      </Flex>
      {found.isError ? <Failure error={found.error} retry={() => found.refetch()} /> : null}
      {shown === undefined ? null : children(shown)}
    </Flex>
  );
}
