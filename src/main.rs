//! The entry of the WebAssembly module: `embed.js` reads the texts once per language, then mounts one quiz per element.

// The start of a native program, with its standard output, is nothing to a page.
#![cfg_attr(target_arch = "wasm32", no_main)]

#[cfg(target_arch = "wasm32")]
mod entry {
    use std::cell::RefCell;

    use exhale::{QuizWidget, content::Messages, element};
    use js_sys::Function;
    use wasm_bindgen::prelude::*;
    use yew::{AppHandle, Renderer};

    #[global_allocator]
    static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

    // Numbers stand for both outside: a class for each would cost a kilobyte of glue.
    thread_local! {
        static LANGUAGES: RefCell<Vec<Messages>> = const { RefCell::new(Vec::new()) };
        static MOUNTED: RefCell<Vec<Option<AppHandle<QuizWidget>>>> = const { RefCell::new(Vec::new()) };
    }

    /// Reads a compiled content file. It stays in memory for the life of the page: call it once per language. Gives the
    /// number of the language, from 1; or 0 if it is no content file of this version.
    #[wasm_bindgen]
    pub fn read(file: String) -> usize {
        Messages::read(file).map_or(0, |messages| {
            LANGUAGES.with_borrow_mut(|languages| {
                languages.push(messages);
                languages.len()
            })
        })
    }

    /// Puts a quiz into an empty element, in a language that was read, with attributes as [`element::props`] takes them. Calls
    /// `emit` with each event. Gives a number for the other functions.
    #[wasm_bindgen]
    pub fn mount(root: web_sys::Element, language: usize, attributes: &str, emit: Function) -> usize {
        let props = element::props(messages(language), attributes, Some(emit));
        let quiz = Some(Renderer::<QuizWidget>::with_root_and_props(root, props).render());
        MOUNTED.with_borrow_mut(|mounted| {
            // The place of one that is gone serves again.
            if let Some(place) = mounted.iter().position(Option::is_none) {
                mounted[place] = quiz;
                place
            } else {
                mounted.push(quiz);
                mounted.len() - 1
            }
        })
    }

    /// Gives a quiz another language or other attributes. What was answered stays.
    #[wasm_bindgen]
    pub fn update(mounted: usize, language: usize, attributes: &str, emit: Function) {
        with(mounted, |quiz| quiz.update(element::props(messages(language), attributes, Some(emit))));
    }

    /// Starts a quiz again.
    #[wasm_bindgen]
    pub fn restart(mounted: usize) {
        with(mounted, |quiz| QuizWidget::restart(quiz));
    }

    fn messages(language: usize) -> Messages {
        LANGUAGES.with_borrow(|languages| languages[language - 1])
    }

    fn with(mounted: usize, then: impl FnOnce(&mut AppHandle<QuizWidget>)) {
        MOUNTED.with_borrow_mut(|all| {
            if let Some(quiz) = &mut all[mounted] {
                then(quiz);
            }
        });
    }

    /// Takes a quiz off the page and frees it.
    #[wasm_bindgen]
    pub fn unmount(mounted: usize) {
        let quiz = MOUNTED.with_borrow_mut(|all| all[mounted].take());
        if let Some(quiz) = quiz {
            quiz.destroy();
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
