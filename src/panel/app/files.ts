/** Hands a text to the browser as a download. */
export function download(name: string, text: string, type = 'application/json'): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken its own hold of the data once the click was handled.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A name for a file about a site: letters that every file system takes, and the time in the name's order. */
export function fileName(site: string | null, kind: string, now = new Date()): string {
  const host = (site ?? 'page').replace(/^\w+:\/\//, '').replace(/[^\w.-]+/g, '-');
  const time = now.toISOString().slice(0, 19).replace(/:/g, '').replace('T', '-');
  return `${host}-${time}.${kind}.json`;
}
