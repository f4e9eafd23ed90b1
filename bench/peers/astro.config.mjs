// Starlight with its own defaults, in Dutch.
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({
  build: { format: 'file' },
  integrations: [
    starlight({
      title: 'Samen met ouders',
      defaultLocale: 'root',
      locales: { root: { label: 'Nederlands', lang: 'nl' } },
    }),
  ],
});
