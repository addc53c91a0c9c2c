export type Theme = 'dark' | 'light';

/** Shows the document in the theme that `theme` tells, now and whenever the system's preference changes. */
export function followTheme(theme: () => Theme): void {
  const apply = (): void => {
    document.documentElement.dataset.theme = theme();
  };
  apply();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', apply);
}
