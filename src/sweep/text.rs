//! What was found as text on one line, which gives the very same figures back.

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A value as text.
pub(super) fn written<T: Serialize>(value: &T) -> String {
    // Writing to memory does not fail.
    STANDARD_NO_PAD.encode(postcard::to_stdvec(value).unwrap_or_default())
}

/// The value that [`written`] wrote; `None` when the text is something else.
pub(super) fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    let bytes = STANDARD_NO_PAD.decode(text).ok()?;
    let (value, rest) = postcard::take_from_bytes(&bytes).ok()?;
    rest.is_empty().then_some(value)
}
