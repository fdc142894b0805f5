import { act, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import type { AppError } from "../../bindings/bindings";
import { newRichStore, RichContext, RichParts } from "../../shared/plain/rich";
import { PreferenceProvider } from "../../shared/preference";
import { type Closing, type Transport, TransportContext } from "../../shared/transport";
import { ClosingNotice } from "./ClosingNotice";

const MISSING: AppError = {
  code: "placeMissing",
  class: "environment",
  params: { path: "E:\\备份" },
  incident: null,
};

function Around() {
  const [store] = useState(newRichStore);
  return (
    <RichContext value={store}>
      <ClosingNotice />
      <RichParts store={store} />
    </RichContext>
  );
}

/** The notice, and what the window tells it. */
function shown() {
  let tell: (told: { failed: AppError[] }) => void = () => {};
  const closing = {
    hear: vi.fn<Closing["hear"]>((hear) => {
      tell = hear;
      return () => {};
    }),
    now: vi.fn(() => Promise.resolve()),
    stay: vi.fn(() => Promise.resolve()),
  };
  render(
    <TransportContext value={{ closing } as unknown as Transport}>
      <PreferenceProvider>
        <Around />
      </PreferenceProvider>
    </TransportContext>,
  );
  return { closing, tell: (failed: AppError[]) => act(() => tell({ failed })) };
}

test("nothing is said until the window is being closed; then one can close at once", async () => {
  const { closing, tell } = shown();
  expect(screen.queryByRole("dialog")).toBeNull();
  tell([]);
  fireEvent.click(await screen.findByText("直接关闭"));
  expect(closing.now).toHaveBeenCalledOnce();
});

test("a backup that failed is named, and one may stay or close anyway", async () => {
  const { closing, tell } = shown();
  tell([]);
  tell([MISSING]);
  expect(await screen.findByText(/E:\\备份/)).toBeTruthy();
  fireEvent.click(screen.getByText("先不关闭"));
  expect(closing.stay).toHaveBeenCalledOnce();
  expect(screen.queryByText(/E:\\备份/)).toBeNull();
  tell([MISSING]);
  fireEvent.click(await screen.findByText("仍要关闭"));
  expect(closing.now).toHaveBeenCalledOnce();
});
