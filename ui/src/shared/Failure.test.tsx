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

it("folds the details of a failure away", () => {
  show(new Refused({ code: "someFailure", class: "environment", params: {}, incident: "os error 28" }));
  expect(screen.getByRole("button", { name: /技术细节/ }).getAttribute("aria-expanded")).toBe("false");
});

it("says what to do where the program does not answer", () => {
  show(new Error("Failed to fetch"));
  expect(screen.getByRole("alert").textContent).toContain("重新打开慧签");
});
