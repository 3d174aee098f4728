export function switchTheme() {
  document.addEventListener('click', (event) => {
    if (!event.target.closest('[data-theme-switch]')) return;
    const root = document.documentElement.dataset;
    root.bsTheme = root.bsTheme === 'dark' ? 'light' : 'dark';
    localStorage.setItem('theme', root.bsTheme);
  });
}
