/** Hands a file to the browser to be saved, under its own name. */
export function saveFile(file: File): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = file.name
  link.click()
  // The browser reads the file after this call; a minute is long enough on any tablet.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
