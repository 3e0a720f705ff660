import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "sqlite",
  schema: "./db/migrations/sqlite.schema.ts",
  out: "./db/migrations/sqlite",
  casing: "snake_case",
});
