/** Reading aloud with the browser's own voice, where it has one. */

/** More than this waiting means that the voice has fallen behind the radio. */
const BACKLOG = 3;

let waiting = 0;
let hushed = 0;

export function canSpeak(): boolean {
  return typeof window !== "undefined" && "speechSynthesis" in window;
}

/** Says this now, in place of whatever is being said. */
export function say(text: string): void {
  hush();
  sayNext(text);
}

/** Says this when the voice is free; a voice that has fallen behind leaves out what is old. */
export function sayNext(text: string): void {
  if (!canSpeak() || text === "") return;
  if (waiting >= BACKLOG) hush();
  const utterance = new SpeechSynthesisUtterance(text);
  // A hushed utterance ends too, but after the count was set anew.
  const turn = hushed;
  const done = () => {
    if (turn === hushed) waiting -= 1;
  };
  utterance.onend = done;
  utterance.onerror = done;
  waiting += 1;
  window.speechSynthesis.speak(utterance);
}

export function hush(): void {
  if (!canSpeak()) return;
  waiting = 0;
  hushed += 1;
  window.speechSynthesis.cancel();
}
