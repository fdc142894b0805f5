// The unit and the quarter that all screens show.
import { Select, Typography } from "antd";
import { useInView } from "../shared/inView";
import { useTexts } from "../shared/preference";
import { quarterName } from "../shared/quarter";
import { useMay } from "../shared/session";

export function InViewPickers() {
  const texts = useTexts();
  const may = useMay();
  const { quarter, setQuarter, quarters, unit, setUnit, units, unitName } = useInView();
  // Room for the longest name in one line.
  const longest = Math.max(0, ...units.map(({ name }) => name.length));
  return (
    <>
      {units.length > 1 ? (
        <Select
          aria-label={texts.frame.unit}
          value={unit}
          onChange={setUnit}
          showSearch={{ optionFilterProp: "label" }}
          options={units.map(({ code, name }) => ({ value: code, label: name }))}
          popupMatchSelectWidth={Math.min(600, Math.max(240, 40 + 14 * longest))}
          style={{ width: "clamp(150px, 18vw, 260px)" }}
        />
      ) : (
        <Typography.Text ellipsis style={{ maxWidth: 180 }}>
          {unitName}
        </Typography.Text>
      )}
      {may("unitQuarter") ? (
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
      ) : null}
    </>
  );
}
