"""What an organisation's own copy adds: items over ours, what it hides, its logo, colours, prose pages and forms.

In: read sources, and files in `organisatie/`. Out: sources as one whole, own pages, a checked logo, styles.
Must not know the whole content, nor how anything is shown.
"""
