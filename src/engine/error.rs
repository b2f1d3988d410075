//! Why a run gave nothing.

/// Why a run gave no outcomes.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EngineError {
    /// The observer asked to stop.
    #[error("the run was stopped before it was done")]
    Cancelled,
    /// Nothing to compute.
    #[error("a run needs at least one draw")]
    NoDraws,
    /// Draws that are looked at one by one cannot be kept.
    #[error(
        "{draws} draws are looked at one by one here, and do not fit in memory; raise --memory or lower --draws"
    )]
    Counted {
        /// The draws.
        draws: usize,
    },
    /// The threads could not be started.
    #[error("the threads could not be started: {0}")]
    Threads(#[from] rayon::ThreadPoolBuildError),
    /// Parts that were counted apart do not make the run.
    #[error("the parts that were counted are not those of this run")]
    OtherParts,
}
