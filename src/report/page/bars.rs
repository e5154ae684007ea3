//! Charts that are tables: each row has a name, a bar and a number, so that screen readers read the numbers
//! and names keep their size on every screen.

use maud::{Markup, html};

use super::svg::{Path, Spot, number};

/// A row of such a chart.
pub struct BarRow {
    /// Subject of the bar.
    pub name: Markup,
    /// The bar, in a drawing of 100 by 10 that is stretched to the room there is.
    pub bar: Markup,
    /// Number beside the bar.
    pub number: Markup,
}

/// A chart with its caption and the headings of its columns.
pub fn chart(caption: &Markup, columns: [String; 3], rows: Vec<BarRow>) -> Markup {
    html! {
        table .bars {
            caption { (caption) }
            thead .quiet { tr { @for column in columns { th scope="col" { (column) } } } }
            tbody { @for row in rows { tr {
                th scope="row" { (row.name) }
                td .bar-cell { (drawing(&row.bar)) }
                td .n { (row.number) }
            } } }
        }
    }
}

fn drawing(bar: &Markup) -> Markup {
    html! {
        svg .bar viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
            (bar)
        }
    }
}

/// A bar filled to a percentage of its track.
pub fn filled(percent: f64) -> Markup {
    html! {
        rect .track width="100" height="10" {}
        rect .fill width=(number(percent.clamp(0.0, 100.0))) height="10" {}
    }
}

/// A bar of several parts, each with its class and its percents, with a small gap between them.
pub fn stacked(parts: &[(&str, f64)]) -> Markup {
    let mut from = 0.0;
    let mut placed = Vec::new();
    for &(class, percent) in parts {
        // Bounds may add up to more than all.
        let percent = percent.min(100.0 - from);
        placed.push((class, from, percent));
        from += percent;
    }
    html! {
        rect .track width="100" height="10" {}
        @for (class, from, percent) in placed { @if percent > 0.0 {
            rect class=(class) x=(number(from)) width=(number(percent.max(0.3))) height="10" {}
        } }
    }
}

/// A dot at some percents, in a band with a mark for what is wished.
pub fn in_band(at: f64, band: Option<(f64, f64, f64)>, outside: bool) -> Markup {
    let class = if outside { "dot off" } else { "dot" };
    html! {
        rect .track width="100" height="10" {}
        @if let Some((least, target, most)) = band {
            rect .band x=(number(least)) width=(number(most - least)) height="10" {}
            path .target d=(upright(target)) {}
        }
        path class=(class) d=(Path::default().dot(Spot::new(at, 5.0)).open()) {}
    }
}

/// A dot at the mean, a thick line over where most lie, and a mark for what it is compared with.
pub fn whisker(at: f64, ends: (f64, f64), compared: Option<f64>) -> Markup {
    html! {
        rect .track width="100" height="10" {}
        rect .range x=(number(ends.0)) y="3" width=(number(ends.1 - ends.0)) height="4" {}
        @if let Some(compared) = compared { path .target d=(upright(compared)) {} }
        path .dot d=(Path::default().dot(Spot::new(at, 5.0)).open()) {}
    }
}

fn upright(at: f64) -> String {
    Path::default().from(Spot::new(at, 0.0)).line(Spot::new(at, 10.0)).open()
}
