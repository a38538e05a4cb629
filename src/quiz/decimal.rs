//! Decimal numbers without floating point: the WebAssembly carries no float formatting.

/// Writes `value / 10^places` with a point, and without trailing zeros: `decimal(5625, 2)` is `56.25`, `decimal(5600, 2)`
/// is `56`. `places` is 1–9.
pub fn decimal(value: u32, places: u32) -> String {
    let unit = 10_u32.pow(places);
    let (whole, mut rest) = (value / unit, value % unit);
    if rest == 0 {
        return whole.to_string();
    }
    let mut digits = places as usize;
    while rest % 10 == 0 {
        rest /= 10;
        digits -= 1;
    }
    format!("{whole}.{rest:0digits$}")
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn keeps_inner_zeros_and_drops_trailing_ones() {
        let cases = [(0, 2, "0"), (5, 2, "0.05"), (50, 2, "0.5"), (5625, 2, "56.25"), (100_000, 3, "100"), (1001, 3, "1.001")];
        for (value, places, text) in cases {
            assert_eq!(decimal(value, places), text);
        }
    }
}
