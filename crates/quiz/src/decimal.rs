//! Numbers as text without `core::fmt`: the WebAssembly carries neither that nor float formatting.

/// Writes a whole number.
#[inline]
pub fn number(value: impl Into<u32>) -> String {
    digits(value.into())
}

#[inline(never)]
fn digits(mut rest: u32) -> String {
    let mut digits = [b'0'; 10];
    let mut first = digits.len();
    while rest > 0 || first == digits.len() {
        first -= 1;
        digits[first] += (rest % 10) as u8;
        rest /= 10;
    }
    digits[first..].iter().map(|digit| char::from(*digit)).collect()
}

/// Writes `value / 10^places` with a point, and without trailing zeros: `decimal(5625, 2)` is `56.25`, `decimal(5600, 2)`
/// is `56`. `places` is 1–9.
pub fn decimal(value: u32, places: u32) -> String {
    let unit = 10_u32.pow(places);
    let (whole, mut rest) = (value / unit, value % unit);
    if rest == 0 {
        return number(whole);
    }
    let mut digits = places as usize;
    while rest % 10 == 0 {
        rest /= 10;
        digits -= 1;
    }
    let (whole, rest) = (number(whole), number(rest));
    let zeros = "000000000";
    [&whole, ".", &zeros[..digits - rest.len()], &rest].concat()
}

#[cfg(test)]
mod tests {
    use super::{decimal, number};

    #[test]
    fn writes_whole_numbers() {
        for value in [0, 1, 9, 10, 305, u32::MAX] {
            assert_eq!(number(value), value.to_string());
        }
    }

    #[test]
    fn keeps_inner_zeros_and_drops_trailing_ones() {
        let cases = [(0, 2, "0"), (5, 2, "0.05"), (50, 2, "0.5"), (5625, 2, "56.25"), (100_000, 3, "100"), (1001, 3, "1.001")];
        for (value, places, text) in cases {
            assert_eq!(decimal(value, places), text);
        }
    }
}
