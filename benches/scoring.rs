//! How fast a full answer sheet is scored.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use exhale::quiz::{Answer, Answers, Form, INSTRUMENT, ITEMS, QuizResult, Scores};

/// Sheets enough that no branch can be learned by heart, in as little memory as a processor keeps close.
const SHEETS: usize = 1024;

/// Random answers, one statement in sixteen skipped.
fn sheets() -> Vec<Answers> {
    let mut state = 20_251_121_u64;
    let mut answer = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let bits = state >> 33;
        if bits.is_multiple_of(16) { None } else { Answer::new(1 + (bits / 16) as u8 % 5) }
    };
    (0..SHEETS).map(|_| Answers::new([(); ITEMS].map(|()| answer()))).collect()
}

fn scoring(criterion: &mut Criterion) {
    let sheets = sheets();
    let mut group = criterion.benchmark_group("full sheet");
    group.throughput(Throughput::Elements(1));
    let mut next = sheets.iter().cycle();
    group.bench_function("scores", |bencher| {
        bencher.iter(|| Scores::of(&INSTRUMENT, Form::Full, black_box(next.next().expect("a cycle has no end"))));
    });
    group.bench_function("picture", |bencher| {
        bencher.iter(|| QuizResult::of(Form::Full, black_box(next.next().expect("a cycle has no end"))));
    });
    group.finish();
}

criterion_group!(benches, scoring);
criterion_main!(benches);
