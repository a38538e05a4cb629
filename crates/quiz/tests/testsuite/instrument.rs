//! The blueprint of the instrument: which statement counts for what.

use exhale_quiz::{Edition, Form, INSTRUMENT, ITEMS, Key, Position, QUICK_ITEMS, REASONS, REVISION, Reason, Scale};

fn keys_of(positions: impl Iterator<Item = Position>) -> (usize, usize) {
    let keys: Vec<Key> = positions.map(|position| INSTRUMENT.item(position).key).collect();
    let direct = keys.iter().filter(|key| **key == Key::Direct).count();
    (direct, keys.len() - direct)
}

fn reasons_of(scale: Scale) -> Vec<u8> {
    scale.reasons().map(Reason::number).collect()
}

#[test]
fn every_statement_has_the_key_of_the_specification() {
    let keys: String = INSTRUMENT.items.iter().map(|item| if item.key == Key::Direct { 'D' } else { 'R' }).collect();
    assert_eq!(keys, "RDDRDRRDRDRDRRDRDDRDRRDDRDDRDR");
}

#[test]
fn every_reason_stands_at_its_three_positions() {
    let table: [[u8; 3]; REASONS] = [
        [9, 20, 29],
        [7, 18, 30],
        [6, 15, 27],
        [2, 11, 21],
        [3, 14, 23],
        [4, 13, 24],
        [1, 12, 22],
        [5, 16, 25],
        [10, 19, 26],
        [8, 17, 28],
    ];
    for (reason, expected) in Reason::all().zip(table) {
        let found: Vec<u8> = INSTRUMENT.positions_of(reason).map(Position::number).collect();
        assert_eq!(found, expected, "{reason:?}");
    }
}

#[test]
fn statements_of_one_reason_are_seven_or_more_apart() {
    for reason in Reason::all() {
        let numbers: Vec<u8> = INSTRUMENT.positions_of(reason).map(Position::number).collect();
        assert!(numbers.windows(2).all(|pair| pair[1] - pair[0] >= 7), "{reason:?}: {numbers:?}");
    }
}

#[test]
fn half_of_the_statements_are_reversed_and_no_reason_has_only_one_kind() {
    assert_eq!(keys_of(Position::all()), (15, 15));
    for reason in Reason::all() {
        let expected = if [1, 3, 5, 9, 10].contains(&reason.number()) { (2, 1) } else { (1, 2) };
        assert_eq!(keys_of(INSTRUMENT.positions_of(reason)), expected, "{reason:?}");
    }
}

#[test]
fn no_key_runs_longer_than_two() {
    assert!(INSTRUMENT.items.windows(3).all(|three| three.iter().any(|item| item.key != three[0].key)));
}

#[test]
fn every_block_of_ten_asks_each_reason_once_and_is_half_reversed() {
    let positions: Vec<Position> = Position::all().collect();
    for block in positions.chunks(REASONS) {
        let mut reasons: Vec<u8> = block.iter().map(|position| INSTRUMENT.item(*position).reason.number()).collect();
        reasons.sort_unstable();
        assert_eq!(reasons, (1..=10).collect::<Vec<u8>>());
        assert_eq!(keys_of(block.iter().copied()), (5, 5));
    }
}

#[test]
fn every_reason_belongs_to_the_scale_of_the_specification() {
    assert_eq!(reasons_of(Scale::Control), [1, 5, 8]);
    assert_eq!(reasons_of(Scale::Perfectionism), [3, 4, 10]);
    assert_eq!(reasons_of(Scale::Trust), [2, 6, 7, 9]);
}

#[test]
fn the_first_edition_counted_the_seventh_reason_as_control() {
    let table =
        [(Edition::First, [vec![1, 5, 7, 8], vec![3, 4, 10], vec![2, 6, 9]]), (Edition::Second, Scale::ALL.map(reasons_of))];
    for (edition, expected) in table {
        for (scale, expected) in Scale::ALL.into_iter().zip(expected) {
            let found: Vec<u8> = edition.reasons_of(scale).map(Reason::number).collect();
            assert_eq!(found, expected, "{edition:?}, {scale:?}");
            assert_eq!(found.len(), usize::from(edition.size_of(scale)), "{edition:?}, {scale:?}");
            assert!(Reason::all().all(|reason| (edition.scale_of(reason) == scale) == expected.contains(&reason.number())));
        }
        assert_eq!(Edition::new(edition.number()), Some(edition));
    }
    assert_eq!((Edition::CURRENT, REVISION), (Edition::Second, 2));
    for number in [0, 3, u8::MAX] {
        assert_eq!(Edition::new(number), None);
    }
}

#[test]
fn every_scale_is_as_balanced_as_its_number_of_statements_allows() {
    let of_scale = |scale: Scale, items: usize| {
        keys_of(Position::all().take(items).filter(|position| INSTRUMENT.item(*position).reason.scale() == scale))
    };
    assert_eq!(Scale::ALL.map(|scale| of_scale(scale, ITEMS)), [(5, 4), (5, 4), (5, 7)]);
    assert_eq!(Scale::ALL.map(|scale| of_scale(scale, QUICK_ITEMS)), [(2, 1), (2, 1), (1, 3)]);
}

#[test]
fn numbers_outside_the_instrument_name_nothing() {
    for number in [0, 31, u8::MAX] {
        assert_eq!(Position::new(number), None);
    }
    for number in [0, 11, u8::MAX] {
        assert_eq!(Reason::new(number), None);
    }
    assert_eq!((Position::FIRST.previous(), Position::LAST.next()), (None, None));
    assert_eq!(Position::LAST_QUICK.number() as usize, Form::Quick.items());
    assert_eq!(Position::LAST.number() as usize, Form::Full.items());
}
