//! Orders the functions of the module so that alike ones stand together: brotli then finds what repeats nearer by, and writes
//! the distance in fewer bits. `docs/size.md` says what that saves.

use std::collections::BTreeSet;

use super::{
    binary::{self, CODE, CUSTOM, Reader, sections, write_number, write_section, write_sized},
    functions,
};

/// A way to order: functions are compared by the runs of this many bytes they have in common, and the next one is that which is
/// most like the last few, the very last counting most.
type Way = (usize, [f64; 3]);

/// What brotli makes of each differs by some two hundred bytes, and which is best changes with the code: the build tries them all
/// (`scripts/finish.sh`).
pub const WAYS: [Way; 10] = [
    (3, [2.0, 1.0, 0.0]),
    (3, [3.0, 2.0, 1.0]),
    (4, [2.0, 1.0, 0.0]),
    (4, [3.0, 2.0, 1.0]),
    (5, [2.0, 1.0, 0.0]),
    (5, [3.0, 2.0, 1.0]),
    (6, [2.0, 1.0, 0.0]),
    (6, [3.0, 2.0, 1.0]),
    (7, [2.0, 1.0, 0.0]),
    (7, [3.0, 2.0, 1.0]),
];

/// The module with numbers for the names of its functions, in the order in which wasm-opt's `--reorder-functions-by-name` is to
/// put them, by one of the [`WAYS`].
///
/// # Errors
/// If the bytes are no WebAssembly module, or there is no such way.
pub fn with_order(module: &[u8], way: &str) -> Result<Vec<u8>, String> {
    let way = way
        .parse()
        .ok()
        .and_then(|way: usize| WAYS.get(way))
        .ok_or_else(|| format!("{way}: expected 0 to {}", WAYS.len() - 1))?;
    let imports = functions::imported(module)?;
    let (mut out, mut bodies) = (binary::MAGIC.to_vec(), Vec::new());
    for section in sections(module)? {
        let (id, section) = section?;
        if id == CUSTOM && Reader(section.0).sized()? == b"name" {
            continue;
        }
        write_section(&mut out, id, section.0);
        if id == CODE {
            bodies = functions::bodies(section)?;
        }
    }
    let mut names = Vec::new();
    write_number(&mut names, bodies.len() as u32);
    let mut rank = vec![0; bodies.len()];
    for (place, function) in alike_together(&bodies, way).into_iter().enumerate() {
        rank[function] = place;
    }
    for (function, place) in rank.into_iter().enumerate() {
        write_number(&mut names, imports + function as u32);
        write_sized(&mut names, format!("{place:06}").as_bytes());
    }
    let mut section = Vec::new();
    write_sized(&mut section, b"name");
    section.push(1);
    write_sized(&mut section, &names);
    write_section(&mut out, CUSTOM, &section);
    Ok(out)
}

/// The functions by their numbers, from the longest on, each followed by the one most like it and those just before it.
fn alike_together(bodies: &[&[u8]], (run, weights): &Way) -> Vec<usize> {
    let runs: Vec<BTreeSet<&[u8]>> = bodies.iter().map(|body| body.windows(*run).collect()).collect();
    let mut left: Vec<usize> = (0..bodies.len()).collect();
    left.sort_by_key(|&function| std::cmp::Reverse(bodies[function].len()));
    let mut order = Vec::with_capacity(left.len());
    // How alike any two are is asked for each of the last few; it is worked out once.
    let mut recent: Vec<Vec<f64>> = Vec::new();
    let mut next = 0;
    while !left.is_empty() {
        let last = left.remove(next);
        order.push(last);
        recent.insert(0, runs.iter().map(|other| alike(&runs[last], other)).collect());
        recent.truncate(weights.len());
        let score = |function: usize| {
            let weighed = recent.iter().zip(weights).map(|(alike, weight)| alike[function] * weight);
            weighed.sum::<f64>()
        };
        let best = left.iter().enumerate().map(|(place, &function)| (place, score(function)));
        next = best.fold((0, -1.0), |best, this| if this.1 > best.1 { this } else { best }).0;
    }
    order
}

/// How much of what two functions hold they have in common: 0 to 1.
#[allow(clippy::cast_precision_loss, reason = "no function has 2^52 bytes")]
fn alike(a: &BTreeSet<&[u8]>, b: &BTreeSet<&[u8]>) -> f64 {
    let common = a.intersection(b).count();
    common as f64 / (1 + a.len() + b.len() - common) as f64
}

#[cfg(test)]
mod tests {
    use super::{WAYS, alike_together, with_order};

    #[test]
    fn alike_functions_stand_together() {
        let bodies: [&[u8]; 4] = [b"one and the same words", b"0123456789abcdefghijklmnop", b"one and the same", b"0123456789"];
        for way in &WAYS {
            assert_eq!(alike_together(&bodies, way), [1, 3, 0, 2], "{way:?}");
        }
    }

    #[test]
    fn the_order_is_written_as_names() {
        // Imports a function, has two; old names go.
        let module = b"\0asm\x01\0\0\0\x02\x07\x01\x01e\x01f\x00\x00\x0a\x07\x02\x02\x00\x0b\x02\x00\x0b\x00\x06\x04name\x09";
        let named = with_order(module, "0").unwrap();
        assert!(named.ends_with(b"\x00\x18\x04name\x01\x11\x02\x01\x06000000\x02\x06000001"), "{named:?}");
        assert!(with_order(b"text", "0").is_err());
        for way in ["10", "-1", "best"] {
            assert!(with_order(module, way).unwrap_err().contains("expected 0 to 9"), "{way}");
        }
    }
}
