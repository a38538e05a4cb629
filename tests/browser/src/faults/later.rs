//! Faults after loading: the network is lost, the clock jumps.

use libtest_mimic::Failed;
use serde_json::json;

use super::{SHEET, answers, go_on, kept};
use crate::{
    Context, Test,
    accessibility::screens::{REASONS, tick},
    engine::{Device, Site},
    page::TEXTS,
    results::assert_shows,
};

pub const TESTS: &[Test] = &[
    ("without a network from the first screen on, the whole quiz can be taken and shared", offline),
    ("a clock that jumps, forward or back, loses nothing and takes each tap once", clock),
];

fn offline(context: &Context) -> Result<(), Failed> {
    context.browse(Device::default(), |page| async move {
        let site = Site::dist();
        page.open_at(&site.address).await;
        page.ready().await;
        drop(site);
        let given = SHEET.map(Some);
        page.take_all(&given).await;
        assert_shows(&page, "full", &given).await;
        let link = "return quiz.shadowRoot.querySelector('[part=share-link]').value";
        let plain = page.ask(link).await;
        tick(&page, REASONS).await;
        page.until("the longer link is there", || async { page.ask(link).await != plain }).await;
        page.press(&TEXTS.over_time.keep).await;
        page.until("it is kept with a date", || async {
            page.run("return !!localStorage.getItem('exhale.results')").await == json!(true)
        })
        .await;
        assert_eq!(page.ask("return quiz.state").await, json!("done"));
    })
}

/// Shifts the clock of the page by a number of days.
const JUMP: &str = "
    window.RealDate ??= Date;
    const off = arguments[0] * 864e5;
    window.Date = class extends RealDate {
        constructor(...when) { when.length ? super(...when) : super(RealDate.now() + off); }
        static now() { return RealDate.now() + off; }
    };
";

fn clock(context: &Context) -> Result<(), Failed> {
    context.visit(|page| async move {
        let mut position = 1;
        for days in [400, -1, 0, 3650, -29] {
            page.client.execute(JUMP, vec![json!(days)]).await.expect("the clock jumps");
            page.answer(position, &[Some(SHEET[usize::from(position) - 1])]).await;
            position += 1;
            page.at(position).await;
            // The next page has the right clock again.
            page.reload().await;
            page.press(&go_on(position)).await;
            page.at(position).await;
        }
        assert_eq!(answers(&kept(&page).await), "42115");
    })
}
