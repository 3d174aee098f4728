import htmx from 'htmx.org';
import { expectCsrf, showRefusals } from './habits/requests.js';
import { startCountdowns } from './habits/countdown.js';
import { listenToKeys } from './habits/keyboard.js';
import { showIslands } from './habits/islands.js';
import { showTabs } from './habits/tabs.js';
import { switchTheme } from './habits/theme.js';
import { showKeptToast } from './habits/toasts.js';

expectCsrf();
showRefusals();
switchTheme();
listenToKeys();
showKeptToast();

// the whole page first, later every fragment that htmx swaps in
htmx.onLoad((part) => {
  showTabs(part);
  showIslands(part);
  startCountdowns(part);
});
