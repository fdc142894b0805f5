import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import "./app/page.css";

const { transport } =
  "__TAURI_INTERNALS__" in window ? await import("./app/tauri") : await import("./app/http");

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
createRoot(root).render(<App transport={transport} />);
