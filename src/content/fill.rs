//! Filling the `{names}` in a sentence.

use crate::quiz::cut;

/// The sentence with each `{name}` replaced by its value. A name without a value stays as it is: the build has
/// checked that every sentence has exactly the names its place fills.
pub fn fill(sentence: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(sentence.len() + 16);
    let mut rest = sentence;
    while let Some((before, after)) = cut(rest, b'{') {
        out.push_str(before);
        let found = cut(after, b'}').and_then(|(name, after)| {
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

#[cfg(test)]
mod tests {
    use super::fill;

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
}
