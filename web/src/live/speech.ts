/** Reading aloud with the browser's own voice, where it has one. */

export function canSpeak(): boolean {
  return typeof window !== "undefined" && "speechSynthesis" in window;
}

export function say(text: string): void {
  if (!canSpeak() || text === "") return;
  window.speechSynthesis.cancel();
  window.speechSynthesis.speak(new SpeechSynthesisUtterance(text));
}

export function hush(): void {
  if (canSpeak()) window.speechSynthesis.cancel();
}
