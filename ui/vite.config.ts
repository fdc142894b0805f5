import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react()],
  // The icon is drawn once, in ../icons.
  server: { port: 5173, strictPort: true, fs: { allow: [".."] } },
  build: {
    // WebKitGTK 2.40 and WebView2 are newer than both.
    target: ["es2022", "safari16"],
    // The page comes from the program's own file, not from a network.
    chunkSizeWarningLimit: 2048,
  },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/shared/testing.ts"],
    testTimeout: 20_000,
  },
});
