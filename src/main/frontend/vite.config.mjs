import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: 'public',
  logLevel: 'warn',
  build: {
    outDir: '../../../target/classes/static/assets',
    emptyOutDir: true,
    assetsDir: '.',
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    // customers open their pages within WeChat, whose browser may be some years old
    target: ['chrome80', 'safari14'],
    // later ones, or every rule is written twice for the two directions of script
    cssTarget: ['chrome89', 'safari15'],
    // the content policy allows no data: images but those of the styles; fonts stay files
    assetsInlineLimit: 2048,
    // the modeler is large, and loaded only where one draws; build.mjs has the budget of every other page
    chunkSizeWarningLimit: 3000,
    rolldownOptions: {
      input: ['theme.js', 'shell.js', 'styles/styles.css'],
      onwarn(warning, show) {
        // htmx holds an eval that the page's configuration (allowEval: false) never lets run
        const known = warning.code === 'EVAL' && warning.message.includes('htmx');
        if (!known) show(warning);
      },
    },
  },
});
