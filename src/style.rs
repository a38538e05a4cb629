//! The style sheet of the quiz, for the shadow root it stands in.

/// All of it: the site serves it as a file, the component adopts it.
pub const SHEET: &str = concat!(
    include_str!("../styles/tokens.css"),
    include_str!("../styles/themes.css"),
    include_str!("../styles/quiz/base.css"),
    include_str!("../styles/quiz/statement.css"),
    include_str!("../styles/quiz/moves.css"),
    include_str!("../styles/quiz/picture.css"),
    include_str!("../styles/quiz/result.css"),
    include_str!("../styles/quiz/devices.css"),
    include_str!("../styles/quiz/print.css")
);
