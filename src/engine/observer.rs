//! Watching a run from outside.

/// Is told how far a run has come, and may stop it.
pub trait Observer: Sync {
    /// `draws` more draws are done. Called from several threads.
    fn advanced(&self, draws: usize);

    /// Whether the run should stop before the next block.
    fn is_cancelled(&self) -> bool;
}

/// Watches nothing and never stops a run.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unobserved;

impl Observer for Unobserved {
    fn advanced(&self, _draws: usize) {}

    fn is_cancelled(&self) -> bool {
        false
    }
}
