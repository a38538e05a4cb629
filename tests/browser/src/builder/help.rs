//! A help line is accepted only if the quiz would show it.

use fantoccini::Locator;
use libtest_mimic::Failed;

use super::{BUILDER_TEXTS, is_invalid, open, said, snippet, unfold, write};
use crate::{Context, Test, engine::Device};

pub const TESTS: &[Test] = &[("a help line that the quiz would not show is refused in words", help_lines)];

fn help_lines(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        open(&page).await;
        let plain = snippet(&page, "script").await;
        write(&page, "help-label", "Night line").await;
        assert_eq!(snippet(&page, "script").await, plain, "nothing without an address");
        for wrong in ["javascript:alert(1)", "mailto:a@b.example", "//a.example", "0800 123456", "https://", "https://a b/"] {
            write(&page, "help-href", wrong).await;
            assert_eq!(
                (said(&page, "help-href").await, is_invalid(&page, "help-href").await),
                (BUILDER_TEXTS.help_wrong.clone(), true)
            );
            for name in ["script", "pinned", "frame"] {
                let text = snippet(&page, name).await;
                assert!(!text.contains("help-") && !text.contains("Night"), "{wrong}: {text}");
            }
        }
        for right in ["tel:0800123456", "https://a.example/help", "HTTP://a.example/"] {
            write(&page, "help-href", right).await;
            assert_eq!((said(&page, "help-href").await, is_invalid(&page, "help-href").await), (String::new(), false));
            let attributes = format!(" help-href=\"{right}\" help-label=\"Night line\"");
            assert_eq!(snippet(&page, "script").await, plain.replace("<exhale-quiz", &format!("<exhale-quiz{attributes}")));
        }
        write(&page, "help-label", " ").await;
        assert_eq!(
            (said(&page, "help-label").await, is_invalid(&page, "help-label").await),
            (BUILDER_TEXTS.help_no_name.clone(), true)
        );
        assert_eq!(snippet(&page, "script").await, plain);
        write(&page, "help-href", "").await;
        assert_eq!((said(&page, "help-label").await, said(&page, "help-href").await), (String::new(), String::new()));
        write(&page, "help-label", "Night line").await;
        assert_eq!(said(&page, "help-href").await, BUILDER_TEXTS.help_no_address);
        // No message while typing.
        page.client.refresh().await.expect("the page reloads");
        unfold(&page, "#help-href").await;
        page.client.find(Locator::Id("help-href")).await.expect("a field").send_keys("htt").await.expect("keys");
        assert_eq!(said(&page, "help-href").await, "");
    })
}
