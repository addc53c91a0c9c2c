/** Opens the file dialog of the panel's one input for mapping files. */
export function openMappingFile(): void {
  document.querySelector<HTMLInputElement>('input[data-import=mapping]')?.click();
}
