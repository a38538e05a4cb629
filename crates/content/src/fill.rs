//! Filling the `{names}` in a sentence.

use exhale_quiz::split_once;

/// The sentence with each `{name}` replaced by its value. A name without a value stays as it is: the build has
/// checked that every sentence has exactly the names its place fills.
pub fn fill(sentence: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(sentence.len() + 16);
    let mut rest = sentence;
    while let Some((before, after)) = split_once(rest, b'{') {
        out.push_str(before);
        let found = split_once(after, b'}').and_then(|(name, after)| {
            let (_, value) = values.iter().find(|(key, _)| *key == name)?;
            Some((*value, after))
        });
        if let Some((value, after)) = found {
            out.push_str(value);
            rest = after;
        } else {
            out.push('{');
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

/// The sentence with each `{0}`, `{1}`, … `{z}` replaced by the value in that place: so the packed content and the templates in
/// the WebAssembly have it, where a name would cost as much as a value. What is in no place stays as it is.
pub fn fill_in_order(sentence: &str, values: &[&str]) -> String {
    let mut out = String::with_capacity(sentence.len() + 16);
    let mut rest = sentence;
    while let Some((before, after)) = split_once(rest, b'{') {
        out.push_str(before);
        rest = after;
        let place = rest.chars().next().and_then(|sign| sign.to_digit(36));
        match place.and_then(|place| values.get(place as usize)) {
            Some(value) => {
                out.push_str(value);
                rest = rest.get(2..).unwrap_or_default();
            }
            None => out.push('{'),
        }
    }
    out.push_str(rest);
    out
}

/// A text with the digits of a language in place of `0` to `9`, and its decimal sign in place of a full stop between two of them.
/// `numbers` has its zero and that sign: `0.`, or `۰٫` in Persian.
pub fn with_digits(text: &str, numbers: &str) -> String {
    let mut signs = numbers.chars();
    let (zero, point) = (signs.next().unwrap_or('0'), signs.next().unwrap_or('.'));
    let mut out = String::with_capacity(2 * text.len());
    let mut rest = text.chars().peekable();
    let mut is_after_digit = false;
    while let Some(sign) = rest.next() {
        let digit = sign.to_digit(10);
        let written = digit.and_then(|digit| char::from_u32(u32::from(zero) + digit));
        let is_point = sign == '.' && is_after_digit && rest.peek().is_some_and(char::is_ascii_digit);
        out.push(written.unwrap_or(if is_point { point } else { sign }));
        is_after_digit = digit.is_some();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{fill, fill_in_order, with_digits};

    #[test]
    fn numbers_are_written_as_the_language_writes_them() {
        assert_eq!(with_digits("3. 58 of 100, ±7.5.", "0."), "3. 58 of 100, ±7.5.");
        assert_eq!(with_digits("3. 58 of 100, ±7.5.", "0,"), "3. 58 of 100, ±7,5.");
        assert_eq!(with_digits("1090 ÷ 2 = 7.50", "۰٫"), "۱۰۹۰ ÷ ۲ = ۷٫۵۰");
    }

    #[test]
    fn puts_values_where_their_names_stand() {
        assert_eq!(fill("{n} of {total}", &[("total", "30"), ("n", "4")]), "4 of 30");
        assert_eq!(fill("{a}{a}!", &[("a", "x")]), "xx!");
    }

    #[test]
    fn leaves_what_has_no_value_and_does_not_fill_twice() {
        assert_eq!(fill("{a} {b", &[("b", "x")]), "{a} {b");
        assert_eq!(fill("“{statement}”", &[("statement", "{statement}")]), "“{statement}”");
    }

    #[test]
    fn places_are_filled_by_their_number() {
        assert_eq!(fill_in_order("{0} of {1}, {0}", &["4", "30"]), "4 of 30, 4");
        assert_eq!(fill_in_order("{b}{1} {2", &["x", "{0}"]), "{b}{0} {2");
    }
}
