//! Every setting takes effect in the element, in a frame, and behind a link.

use fantoccini::Locator;
use libtest_mimic::Failed;
use serde_json::json;

use super::{super::leave, CHOICES, assert_chosen, enter_frame, paste, printed, to_result};
use crate::{
    Context, Test,
    builder::{
        BUILDER_TEXTS,
        colours::{DARK, contrast},
    },
    engine::Device,
};

pub const TESTS: &[Test] = &[
    ("the quiz is on the page as it was chosen, with the element", element),
    ("the quiz is on the page as it was chosen, in a frame", frame),
    ("a colour has a lighter one on a dark device, in the element and in a frame", on_dark),
    ("shared links lead where they should", sharing),
    ("the frame's script gives it the height it needs", height),
    ("the plain link leads to the quiz", link),
];

fn element(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        for (choices, look) in CHOICES {
            let [script] = printed(&page, choices, ["script"]).await;
            paste(&page, "paste", &script).await;
            assert_chosen(&page, choices, *look).await;
            let attributes = page.ask("return [...quiz.attributes].map(({ name, value }) => [name, value])").await;
            let mut expected: Vec<_> = choices.iter().filter(|(name, _)| *name != "accent").collect();
            expected.sort();
            let mut found: Vec<(String, String)> = serde_json::from_value(attributes).expect("pairs");
            // The colours were seen above; the quiz sets its tokens from them.
            found.retain(|(name, _)| !["accent", "accent-text", "style"].contains(&&**name));
            found.sort();
            assert_eq!(json!(found), json!(expected), "and no others");
        }
    })
}

fn frame(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        for (choices, look) in CHOICES {
            let [frame] = printed(&page, choices, ["frame"]).await;
            paste(&page, "paste", &frame).await;
            let title = page.run("return document.querySelector('iframe').title").await;
            assert_eq!(title, json!(BUILDER_TEXTS.frame_title));
            let inside = enter_frame(&page).await;
            assert_chosen(&inside, choices, *look).await;
            // Engines that do not partition the storage of frames would offer to resume this run.
            inside.run("localStorage.clear()").await;
            leave(&page).await;
        }
    })
}

fn on_dark(context: &Context) -> Result<(), Failed> {
    context.browse(Device::DARK, |page| async move {
        let [script, frame] = printed(&page, &[("accent", "#004080")], ["script", "frame"]).await;
        let instead = script.split("accent=\"light-dark(#004080,").nth(1).expect("another on dark");
        let instead = &instead[..7];
        assert!(contrast(instead, DARK) >= 4.5 && contrast("#004080", DARK) < 4.5);
        let look = ["rgb(28, 25, 29)", instead, "#000"];
        paste(&page, "paste", &script).await;
        assert_chosen(&page, &[], look).await;
        paste(&page, "paste", &frame).await;
        let inside = enter_frame(&page).await;
        assert_chosen(&inside, &[], look).await;
        leave(&page).await;
        // theme=light stays light on a dark device, with the colour itself.
        let light = [("theme", "light"), ("accent", "#004080")];
        let [script, frame] = printed(&page, &light, ["script", "frame"]).await;
        let look = ["rgb(250, 248, 245)", "#004080", "#fff"];
        paste(&page, "paste", &script).await;
        assert_chosen(&page, &[], look).await;
        paste(&page, "paste", &frame).await;
        assert_chosen(&enter_frame(&page).await, &[], look).await;
    })
}

fn sharing(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        let host = format!("{}hosts/paste.html#exhale=", page.hosts);
        let ours = format!("{}#exhale=", page.site);
        for (share, name, expected) in [("", "script", &host), ("hosted", "script", &ours), ("", "frame", &ours)] {
            let [text] = printed(&page, &[("share", share)], [name]).await;
            paste(&page, "paste", &text).await;
            let quiz = if name == "frame" { enter_frame(&page).await } else { page.clone() };
            quiz.ready().await;
            to_result(&quiz).await;
            let link = quiz.ask("return quiz.getShareUrl()").await;
            assert!(link.as_str().is_some_and(|link| link.starts_with(expected.as_str())), "{share} {name}: {link}");
            if name == "frame" {
                leave(&page).await;
            }
        }
    })
}

fn height(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        let [frame, height] = printed(&page, &[], ["frame", "height"]).await;
        paste(&page, "paste", &frame).await;
        enter_frame(&page).await.ready().await;
        leave(&page).await;
        let tall = "return document.querySelector('iframe').offsetHeight";
        let alone = page.run(tall).await.as_f64().expect("a height");
        assert!((640.0..=644.0).contains(&alone), "with its border: {alone}");
        paste(&page, "paste", &format!("{frame}\n{height}")).await;
        page.until("the frame has another height", || async {
            page.run(tall).await.as_f64().is_some_and(|now| (now - alone).abs() > 4.0)
        })
        .await;
        let events = "return host.events.map(([name]) => name)";
        page.until("its events come through", || async { page.run(events).await == json!(["ready"]) }).await;
    })
}

fn link(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        let [link, address] = printed(&page, &[], ["link", "address"]).await;
        assert_eq!(address, page.site);
        paste(&page, "paste", &link).await;
        page.client
            .find(Locator::LinkText(&BUILDER_TEXTS.link))
            .await
            .expect("a link")
            .click()
            .await
            .expect("it can be followed");
        page.ready().await;
        assert_eq!(page.run("return location.href").await, json!(page.site));
    })
}
