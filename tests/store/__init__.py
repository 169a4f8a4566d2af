"""The dossier: revisions, drafts, search, backup and repair."""
