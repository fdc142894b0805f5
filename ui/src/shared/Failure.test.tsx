import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { Failure } from "./Failure";
import { PreferenceProvider } from "./preference";
import { Refused } from "./transport";

function show(error: Error) {
  render(
    <PreferenceProvider>
      <Failure error={error} />
    </PreferenceProvider>,
  );
}

it("shows a refusal without a developer's details", () => {
  show(new Refused({ code: "someRefusal", class: "refused", params: {}, incident: "SELECT 1" }));
  expect(screen.getByRole("alert").textContent).not.toContain("技术细节");
});

it("names every place of a file that is to be corrected", () => {
  const place = { file: "三月评分.csv", sheet: null, row: 3, column: "得分", value: "100.01" };
  const cells = [
    { ...place, expected: { code: "number", least: "0", most: "100", decimals: 4 } },
    {
      ...place,
      column: "工号",
      value: "QT1",
      reason: { code: "personTwice", params: { staffNo: "QT1", firstRow: 1 } },
    },
  ];
  show(new Refused({ code: "badCells", class: "refused", params: { count: 2, cells }, incident: null }));
  const items = screen.getAllByRole("listitem").map((item) => item.textContent);
  expect(items[0]).toBe(
    "三月评分.csv 第 3 行“得分”：应为 0 至 100 之间的数字，最多 4 位小数（现为“100.01”）",
  );
  expect(items[1]).toContain("三月评分.csv 第 3 行“工号”：工号“QT1”重复，前面第 2 行已经有了");
});

it("folds the details of a failure away", () => {
  show(new Refused({ code: "someFailure", class: "environment", params: {}, incident: "os error 28" }));
  expect(screen.getByRole("button", { name: /技术细节/ }).getAttribute("aria-expanded")).toBe("false");
});

it("says what to do where the program does not answer", () => {
  show(new Error("Failed to fetch"));
  expect(screen.getByRole("alert").textContent).toContain("重新打开慧签");
});
