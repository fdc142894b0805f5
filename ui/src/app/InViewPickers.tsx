// The unit and the quarter that all screens show.
import { Select, Typography } from "antd";
import { useInView } from "../shared/inView";
import { useTexts } from "../shared/preference";
import { quarterName } from "../shared/quarter";

export function InViewPickers() {
  const texts = useTexts();
  const { quarter, setQuarter, quarters, unit, setUnit, units, unitName } = useInView();
  return (
    <>
      {units.length > 1 ? (
        <Select
          aria-label={texts.frame.unit}
          value={unit}
          onChange={setUnit}
          showSearch={{ optionFilterProp: "label" }}
          options={units.map(({ code, name }) => ({ value: code, label: name }))}
          popupMatchSelectWidth={240}
          style={{ width: 150 }}
        />
      ) : (
        <Typography.Text ellipsis style={{ maxWidth: 180 }}>
          {unitName}
        </Typography.Text>
      )}
      <Select
        aria-label={texts.frame.quarter}
        value={quarter}
        onChange={setQuarter}
        popupMatchSelectWidth={210}
        options={quarters.map(({ quarter: value, known }) => ({
          value,
          label: quarterName(texts, value),
          status: known === null ? undefined : texts.quarter.status[known.status],
        }))}
        optionRender={({ label, data }) => (
          <>
            {label}
            {data.status === undefined ? null : (
              <Typography.Text type="secondary"> · {data.status}</Typography.Text>
            )}
          </>
        )}
        style={{ width: 156 }}
      />
    </>
  );
}
