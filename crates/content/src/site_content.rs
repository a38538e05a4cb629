//! The texts of the pages around the quiz. Only the site is built from them: neither the compiled file of a language nor the
//! WebAssembly has them.

use crate::schema::messages;

messages! {
    /// All of them, in one language.
    SiteContent { page: Page<S>, paper: Paper<S>, preview: Preview<S>, frame: Frame<S>, missing: Missing<S>, builder: Builder<S>, }
    /// Our own page, around the quiz.
    Page {
        language: S, languages: S, title: S, heading: S, description: S, unavailable: S, loading: S, failed: S,
        help_href: S, help_label: S, about: About<S>,
    }
    /// The page about the quiz.
    About {
        title: S, description: S, looks: S, looks_text: S, claims: S, claims_text: S, origin: S, score: S, score_text: S, example: S, kept: S,
        kept_now: S, nothing: S, yours: S, yours_text: S, counsellors: S, counsellors_text: S, source: S, source_text: S, source_link: S,
    }
    /// The form to print.
    Paper {
        title: S, description: S, folio: S, standfirst: S, screen: S, to_quiz: S, from_quiz: S, date: S, mark: S, how: S, instructions: [S; 6],
        block: S, talk: S, key: PaperKey<S>, picture: PaperPicture<S>,
    }
    /// Its scoring key.
    PaperKey {
        title: S, not_yet: S, lead: S, steps: [S; 3], sketch: S, reason: S, statement: S, points: S, answers: S, pull: S,
        checks: S, same: S, mixed: S, strengths: S,
    }
    /// How its points become a picture.
    PaperPicture {
        title: S, safety_first: S, safety_when: [S; 3], safety_after: S, lines: [S; 3], lines_caption: S, line: S, reasons: S, sum: S, count: S, mean: S, dot: S,
        bands: [S; 3], haze: S, haze_text: S, haze_caption: S, haze_answers: S, haze_error: S, haze_near: S, haze_near_text: S,
        standouts: S, standouts_text: S, standouts_none: S, names: S, names_caption: S, above: S, below: S, name: S, any: S,
        all_three: S, one_or_two: S, none: S, two_or_more: S, at_most_one: S, touch: S,
    }
    /// What a network shows of a shared link.
    Preview { locale: S, title: S, description: S, or: S, anywhere: S, note: S, alt: S, alt_line: S, any: AnyPreview<S>, }
    /// The same for a picture without a name.
    AnyPreview { title: S, description: S, alt: S, }
    /// The page of the frame, where a page around it forbids something.
    Frame { open: S, leave: S, }
    /// The page for an address where there is nothing.
    Missing { title: S, text: S, quiz: S, paper: S, }
    /// The page that writes embed snippets for other sites.
    Builder {
        from_quiz: S, title: S, description: S, folio: S, lead: S, no_script: S, link: S, frame_title: S, look: S,
        look_auto: S, look_light: S, look_dark: S, look_inherit: S, colour: S, colour_pick: S, colour_text: S, colour_own: S,
        colour_wrong: S, colour_light_easy: S, colour_light_fair: S, colour_light_faint: S, colour_dark_easy: S,
        colour_dark_fair: S, colour_dark_faint: S, colour_dark_instead: S, colour_inherit: S, start: S, start_intro: S,
        start_first: S, more: S, language: S, language_of_page: S, share: S, share_page: S, share_hosted: S, share_none: S,
        help: S, help_note: S, help_name: S, help_address: S, help_wrong: S, help_no_name: S, help_no_address: S, preview: S,
        blog: S, post: S, above: S, below: S, preview_failed: S, paste: S, paste_note: S, paste_copy: S, summary: S, told: S,
        pinned: S, pinned_note: S, pinned_copy: S, frame: S, frame_note: S, frame_inherit: S, frame_copy: S, height_note: S,
        height_copy: S, link_only: S, address_note: S, address_copy: S, link_note: S, link_copy: S, policy: S, policy_note: S,
        policy_copy: S, policy_frame_note: S, policy_frame_copy: S, copied: S, by_hand: S,
    }
}
