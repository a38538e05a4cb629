//! Dates.

/// Whole days since 1970-01-01, UTC.
pub fn today() -> u32 {
    #[allow(clippy::cast_sign_loss, reason = "the cast saturates: a clock before 1970 reads as day 0")]
    let day = (js_sys::Date::now() / 86_400_000.0) as u32;
    day
}
