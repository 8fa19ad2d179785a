import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

const server = process.env.WARMZONE_SERVER ?? "http://127.0.0.1:8610";

// Names without content hashes keep the committed build small to compare; the server sends
// `no-cache` with an ETag, so a browser never keeps an old piece beside a new one.
export default defineConfig({
  plugins: [svelte()],
  base: "/",
  build: {
    outDir: "../src/warmzone/server/static",
    emptyOutDir: true,
    assetsDir: "assets",
    sourcemap: false,
    target: "es2022",
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        entryFileNames: "assets/[name].js",
        chunkFileNames: "assets/[name].js",
        assetFileNames: "assets/[name][extname]",
      },
    },
  },
  server: {
    proxy: {
      "/api": { target: server, changeOrigin: true },
      "/ws": { target: server, ws: true },
    },
  },
  test: { include: ["src/**/*.test.ts"], environment: "node" },
});
