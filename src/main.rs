//! The entry of the WebAssembly module: `embed.js` reads the words once per language, then mounts one quiz per element.

// The start of a native program, with its standard output, is nothing to a page.
#![cfg_attr(target_arch = "wasm32", no_main)]

#[cfg(target_arch = "wasm32")]
mod entry {
    use std::cell::RefCell;

    use exhale::{
        content::Messages,
        widget::{Props, Quiz, Settings},
    };
    use wasm_bindgen::prelude::*;
    use yew::{AppHandle, Renderer};

    #[global_allocator]
    static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

    // Numbers stand for both outside: a class for each would cost a kilobyte of glue.
    thread_local! {
        static LANGUAGES: RefCell<Vec<Messages>> = const { RefCell::new(Vec::new()) };
        static MOUNTED: RefCell<Vec<Option<AppHandle<Quiz>>>> = const { RefCell::new(Vec::new()) };
    }

    /// Reads a compiled content file. It stays in memory for the life of the page: call it once per language. Gives the
    /// number of the language, from 1; or 0 if it is no content file of this version.
    #[wasm_bindgen]
    pub fn read(file: String) -> usize {
        Messages::read(file).map_or(0, |words| {
            LANGUAGES.with_borrow_mut(|languages| {
                languages.push(words);
                languages.len()
            })
        })
    }

    /// Puts a quiz into an empty element, in a language that was read, with settings as [`Settings::read`] takes them. Gives
    /// a number for the other functions.
    #[wasm_bindgen]
    pub fn mount(root: web_sys::Element, language: usize, settings: &str) -> usize {
        let quiz = Some(Renderer::<Quiz>::with_root_and_props(root, props(language, settings)).render());
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

    /// Gives a quiz another language or other settings. What was answered stays.
    #[wasm_bindgen]
    pub fn update(mounted: usize, language: usize, settings: &str) {
        with(mounted, |quiz| quiz.update(props(language, settings)));
    }

    /// Starts a quiz again.
    #[wasm_bindgen]
    pub fn restart(mounted: usize) {
        with(mounted, |quiz| Quiz::start_again(quiz));
    }

    fn props(language: usize, settings: &str) -> Props {
        Props { words: LANGUAGES.with_borrow(|languages| languages[language - 1]), settings: Settings::read(settings) }
    }

    fn with(mounted: usize, then: impl FnOnce(&mut AppHandle<Quiz>)) {
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
