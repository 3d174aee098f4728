/** <time datetime="…" data-countdown> shows minutes and seconds left, then its data-over text. */
export function startCountdowns(part) {
  for (const clock of part.querySelectorAll('time[data-countdown]')) tick(clock);
}

function tick(clock) {
  if (!clock.isConnected) return;
  const left = Math.ceil((new Date(clock.dateTime) - Date.now()) / 1000);
  if (left <= 0) {
    clock.textContent = clock.dataset.over;
    clock.closest('[data-expires]')?.classList.add('is-over');
    return;
  }
  clock.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  setTimeout(() => tick(clock), 500);
}
