/** Dark by default, light for projectors; remembered. */

import { recall, remember } from "./store";

export type Theme = "dark" | "light";

class ThemeChoice {
  current = $state<Theme>(recall("local", "theme") === "light" ? "light" : "dark");

  apply(): void {
    document.documentElement.dataset["theme"] = this.current;
  }

  toggle(): void {
    this.current = this.current === "dark" ? "light" : "dark";
    remember("local", "theme", this.current);
    this.apply();
  }
}

export const theme = new ThemeChoice();
