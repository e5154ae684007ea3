//! Dossiers of a small plan.
