import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react()],
  // react-datasheet-grid brings a react-dom of its own (18), through a part of it that React 19 has no need of.
  resolve: { dedupe: ["react", "react-dom"] },
  // The icon is drawn once, in ../icons.
  server: {
    port: 5173,
    strictPort: true,
    fs: { allow: [".."] },
    // In a browser instead of the window: cargo run -p host -- --ledger FOLDER --port 5174
    proxy: { "/call": { target: "http://127.0.0.1:5174", changeOrigin: true } },
  },
  build: {
    // WebKitGTK 2.40 and WebView2 are newer than both.
    target: ["es2022", "safari16"],
    // The page comes from the program's own file, not from a network.
    chunkSizeWarningLimit: 2048,
    rolldownOptions: {
      output: {
        // What the first screen needs is one file: each further one is another way from the page to the program and back.
        // So is what many screens share, fetched behind it.
        codeSplitting: {
          groups: [
            { name: "first", tags: ["$initial"], priority: 2 },
            { name: "shared", minShareCount: 8, priority: 1 },
          ],
        },
        // pdf.js's worker is a module; servers know .js for what it is, not all of them .mjs.
        assetFileNames: ({ names }) =>
          names.some((name) => name.endsWith(".mjs"))
            ? "assets/[name]-[hash].js"
            : "assets/[name]-[hash][extname]",
      },
    },
  },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/shared/testing.ts"],
    testTimeout: 20_000,
  },
});
