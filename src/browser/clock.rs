//! Dates.

/// Whole days since 1970-01-01 on the calendar of this place.
pub fn today() -> u32 {
    let now = js_sys::Date::new_0();
    #[allow(clippy::cast_sign_loss, reason = "the cast saturates: a clock before 1970 reads as day 0")]
    let day = ((now.get_time() - now.get_timezone_offset() * 60_000.0) / 86_400_000.0) as u32;
    day
}
