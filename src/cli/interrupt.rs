//! Ctrl-C asks a run to stop, as does the system that ends it or the terminal that closes; a second
//! time ends the process.

use std::sync::atomic::{AtomicBool, Ordering};

static ASKED: AtomicBool = AtomicBool::new(false);

/// From now on such a signal is noted. Without a handler (the system refused) it ends the process, which
/// leaves no half-written file either.
pub fn listen() {
    let _ = ctrlc::set_handler(|| {
        if ASKED.swap(true, Ordering::SeqCst) {
            std::process::exit(130);
        }
    });
}

/// Whether the run was asked to stop.
pub fn is_asked() -> bool {
    ASKED.load(Ordering::SeqCst)
}
